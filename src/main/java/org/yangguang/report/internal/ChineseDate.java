package org.yangguang.report.internal;

import java.time.LocalDate;

/** Dates as official documents write them: 2017年2月20日. */
final class ChineseDate {

    private ChineseDate() {}

    static String of(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
