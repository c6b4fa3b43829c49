package org.yangguang.governance;

import java.time.LocalDate;

/** Days on which a filed person is away, the last one included. */
public record Absence(long id, long filing, LocalDate from, LocalDate last, String why) {

    public boolean covers(LocalDate day) {
        return !from.isAfter(day) && !last.isBefore(day);
    }
}
