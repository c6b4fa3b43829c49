package org.yangguang.calendar;

import java.time.LocalDate;

/**
 * A day that a yearly notice on holiday arrangements names.
 *
 * @param name of the holiday to which it belongs
 * @param year of the arrangement; its New Year may reach into the last days of the year before
 */
public record ArrangedDay(LocalDate date, Kind kind, String name, int year) {

    /** A day off, or a weekend day that is worked to make up for one. */
    public enum Kind {
        OFF,
        WORK
    }

    /** As a line of the file that comes with the program. */
    public String line() {
        return date + "," + (kind == Kind.OFF ? "off" : "work") + "," + name + "," + year;
    }
}
