package org.yangguang.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/**
 * A person who is filed (备案) for a post of an organ.
 *
 * @param account with which the person works in this program; null when they have none
 * @param fullTime whether disclosure is their whole work (专职) or a part of it (兼职)
 * @param engaged whether they count among those engaged in the work; one who only stands in does not
 * @param from first day of the term
 * @param until first day after the term; null while it runs
 */
public record Filing(
        long id,
        OrganId organ,
        Post post,
        String person,
        String position,
        @Nullable AccountId account,
        boolean fullTime,
        boolean engaged,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String endedWhy) {

    /** The posts of which none may be empty: 一把手负总责、分管负责人主抓、具体工作人员AB角无缺位. */
    public enum Post {
        /** 一把手, answers for everything. */
        CHIEF,
        /** 分管负责人, leads the work. */
        IN_CHARGE,
        /** A角, does the work. */
        A,
        /** B角, does it while A is away. */
        B
    }

    public boolean holds(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }
}
