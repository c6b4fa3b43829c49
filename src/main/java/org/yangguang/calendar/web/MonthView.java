package org.yangguang.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One month as it is drawn: weeks from Monday, null for what is before the first and after the last day.
 *
 * @param weeks rows of seven
 */
public record MonthView(YearMonth month, List<List<@Nullable Cell>> weeks) {

    /**
     * One day.
     *
     * @param style class of the cell: {@code holiday, make-up, weekend, working, start, end, outside}
     * @param mark short word in the cell as message key; empty for none
     * @param number which day of the period it is, 0 when it is none
     * @param title name of the holiday, or empty
     */
    public record Cell(LocalDate date, String style, String mark, int number, String title) {}

    static MonthView of(YearMonth month, Function<LocalDate, Cell> cells) {
        List<List<@Nullable Cell>> weeks = new ArrayList<>();
        LocalDate day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            List<@Nullable Cell> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(YearMonth.from(day).equals(month) ? cells.apply(day) : null);
            }
            weeks.add(week);
        }
        return new MonthView(month, weeks);
    }
}
