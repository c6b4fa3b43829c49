package org.yangguang.calendar.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.yangguang.calendar.WorkingCalendar;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /** The file is part of the program; a newer one can be put in its place, e.g. {@code file:/etc/yangguang/holidays.csv}. */
    @Bean
    WorkingCalendar workingCalendar(
            @Value("${yangguang.calendar.holidays:classpath:calendar/holidays-cn.csv}") Resource holidays)
            throws IOException {
        try (Reader source = new InputStreamReader(holidays.getInputStream(), StandardCharsets.UTF_8)) {
            return new WorkingCalendar(Arrangement.read(holidays.getDescription(), source));
        }
    }
}
