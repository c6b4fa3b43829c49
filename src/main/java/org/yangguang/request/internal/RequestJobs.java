package org.yangguang.request.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.platform.RecurringJob;

@Configuration(proxyBeanMethods = false)
class RequestJobs {

    /** Often, and not at one moment of the day: a program that was down at eight reminds when it is up again; each reminder is sent once. */
    @Bean
    RecurringJob deadlinesReminded(Reminders reminders) {
        return RecurringJob.every(Duration.ofMinutes(20), "request.remind", reminders::send);
    }

    @Bean
    RecurringJob closedCasesArchived(CaseArchive archive) {
        return RecurringJob.every(Duration.ofMinutes(10), "request.archive-closed", archive::archiveClosed);
    }

    @Bean
    RecurringJob oldCasesErased(Erasing erasing) {
        return RecurringJob.daily(LocalTime.of(3, 20), "request.erase-due", erasing::eraseDue);
    }
}
