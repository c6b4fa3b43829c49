package org.yangguang.calendar.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.platform.OneTimeJob;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    WorkingCalendar workingCalendar(CurrentArrangement current) {
        return new WorkingCalendar(current);
    }

    /** A job and not the import itself, because the import may be a command of another process. */
    @Bean
    OneTimeJob announceCalendarYear(org.springframework.beans.factory.ObjectProvider<CalendarYears> years) {
        return new OneTimeJob("calendar.announce", year -> years.getObject().announce(Integer.parseInt(year)));
    }
}
