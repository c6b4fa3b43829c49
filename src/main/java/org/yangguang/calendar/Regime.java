package org.yangguang.calendar;

import java.time.LocalDate;

/** Which edition of the Regulations on Open Government Information (政府信息公开条例) is in force on a day. */
public enum Regime {
    /** Before 1 May 2008. */
    NONE,
    /** State Council Order No. 492, in force from 1 May 2008. */
    REGULATIONS_2007,
    /** State Council Order No. 711, in force from 15 May 2019. */
    REGULATIONS_2019;

    private static final LocalDate FIRST_IN_FORCE = LocalDate.of(2008, 5, 1);
    private static final LocalDate REVISION_IN_FORCE = LocalDate.of(2019, 5, 15);

    public static Regime on(LocalDate day) {
        if (day.isBefore(FIRST_IN_FORCE)) {
            return NONE;
        }
        return day.isBefore(REVISION_IN_FORCE) ? REGULATIONS_2007 : REGULATIONS_2019;
    }
}
