package org.yangguang.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A member of a leading group (政府信息公开领导小组).
 *
 * @param until first day on which they are none any more; null while they are
 */
public record Member(
        long id,
        OrganId organ,
        Rank rank,
        String person,
        String position,
        LocalDate from,
        @Nullable LocalDate until) {

    public enum Rank {
        /** 组长. */
        HEAD,
        /** 副组长. */
        DEPUTY,
        /** 成员. */
        MEMBER
    }
}
