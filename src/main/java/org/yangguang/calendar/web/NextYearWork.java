package org.yangguang.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.site.DeskWork;

/** The arrangement of a year is announced in the last months before it; until it is imported, deadlines in that year are provisional. */
@Component
class NextYearWork implements DeskWork {

    private static final int MONTHS_BEFORE = 2;

    private final WorkingCalendar calendar;
    private final Clock clock;

    NextYearWork(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Set<String> roles() {
        return CalendarConsole.KEEPERS;
    }

    @Override
    public List<Line> waiting() {
        LocalDate last = LocalDate.of(calendar.lastYear(), 12, 31);
        return LocalDate.now(clock).isBefore(last.minusMonths(MONTHS_BEFORE))
                ? List.of()
                : List.of(new Line(
                        "calendar.desk.import",
                        List.of(String.valueOf(last.getYear() + 1)),
                        "",
                        CalendarConsole.PATH,
                        last,
                        null));
    }
}
