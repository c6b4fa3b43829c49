package org.yangguang.report.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Organ;
import org.yangguang.report.AnnualReport;
import org.yangguang.report.Issue;

/**
 * An organ with its report in the console's list of a year.
 *
 * @param daysLeft until it is due; negative when that day is over
 * @param report null when nobody has begun it
 * @param issue null when nothing was published
 */
public record ReportLine(
        Organ organ,
        LocalDate due,
        long daysLeft,
        @Nullable AnnualReport report,
        @Nullable Issue issue) {

    public boolean missing() {
        return issue == null;
    }
}
