package org.yangguang.disclosure.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of publications.
 *
 * @param day the day whose list is shown; null for none
 * @param weeks from Monday to Sunday
 * @param earlier the month to go back to; null before the first publication
 */
public record CalendarView(
        YearMonth month,
        @Nullable LocalDate day,
        List<List<Day>> weeks,
        long total,
        @Nullable YearMonth earlier,
        @Nullable YearMonth later) {

    /**
     * @param date null for a field of the grid outside the month
     * @param rest whether no work is done on it
     */
    public record Day(@Nullable LocalDate date, long count, boolean rest, boolean chosen, boolean today) {
        static final Day NONE = new Day(null, 0, false, false, false);
    }

    public List<Day> busy() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(each -> each.count() > 0)
                .toList();
    }
}
