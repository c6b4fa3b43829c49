package org.yangguang.governance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.yangguang.organ.OrganId;

/**
 * Money given for disclosure (政府信息公开专项经费).
 *
 * @param struck whether it was noted by mistake; it stays on the list and counts no more
 */
public record Fund(
        long id, OrganId organ, LocalDate on, Purpose purpose, BigDecimal yuan, String about, boolean struck) {

    /** The statistics take only what is for the work itself (情况统计表 8.4). */
    public enum Purpose {
        WORK,
        /** 政府公报编辑管理. */
        GAZETTE,
        /** 政府网站建设维护. */
        WEBSITE
    }
}
