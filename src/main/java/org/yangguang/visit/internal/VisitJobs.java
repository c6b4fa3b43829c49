package org.yangguang.visit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
class VisitJobs {

    private static final int DAYS_APART = 100;

    @Bean
    RecurringJob foldVisits(VisitTable table, Clock clock) {
        return RecurringJob.daily(
                LocalTime.of(3, 20),
                "visit.fold",
                () -> table.fold(LocalDate.now(clock).minusDays(DAYS_APART)));
    }
}
