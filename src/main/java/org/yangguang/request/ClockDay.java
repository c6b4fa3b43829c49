package org.yangguang.request;

import java.time.LocalDate;

/**
 * One day of the explained clock.
 *
 * @param number how many working days are counted up to and including it
 * @param article what the kind of day rests on
 */
public record ClockDay(LocalDate date, Kind kind, int number, Article article) {

    /** What a day is for the clock. */
    public enum Kind {
        /** The application was received; the day itself is not counted. */
        RECEIVED,
        /** The corrected application was received; the count begins anew. */
        CORRECTED,
        /** Counted before the correction, and no longer. */
        BEFORE_CORRECTION,
        COUNTED,
        /** Counted, a weekend that is worked (调休). */
        MAKE_UP,
        WEEKEND,
        HOLIDAY,
        STOPPED_CORRECTION,
        STOPPED_THIRD_PARTY,
        STOPPED_JOINT_ORGAN,
        STOPPED_FEE,
        /** Within the later day that was set (2019 Art. 35). */
        DELAYED;

        public boolean counted() {
            return this == COUNTED || this == MAKE_UP;
        }

        public boolean stopped() {
            return name().startsWith("STOPPED");
        }
    }
}
