package org.yangguang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A computed deadline that explains itself.
 *
 * @param provisional whether it reaches days whose holiday arrangement has not been announced yet
 * @param days every day from the start to the date, in order
 */
public record Deadline(LocalDate date, boolean provisional, List<Day> days) {

    /** One day of the derivation. */
    public record Day(LocalDate date, boolean counted, Why why) {}

    /** Why a day is counted or not. */
    public enum Why {
        START,
        WORKING_DAY,
        MAKE_UP_DAY,
        WEEKEND,
        HOLIDAY
    }
}
