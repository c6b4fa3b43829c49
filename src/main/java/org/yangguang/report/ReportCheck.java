package org.yangguang.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.report.internal.ReportReading;
import org.yangguang.statistics.Schemes;

/**
 * Checks anybody's annual report: whether its figures agree with each other, with its prose and with the year before.
 *
 * <p>The tables are found whatever surrounds them. What cannot be read is listed and never guessed; a blank is not a zero.
 * Nothing is kept.
 */
@Component
public class ReportCheck {

    private final Schemes schemes;

    public ReportCheck() {
        this(Schemes.shipped());
    }

    private ReportCheck(Schemes schemes) {
        this.schemes = schemes;
    }

    /** Finds out which form the report follows. */
    public CheckedReport check(ReportFile report) {
        return check(report, Optional.empty(), null);
    }

    /**
     * @param scheme the form it follows, {@code 2021}; empty when it is to be found out
     * @param yearBefore the report of the year before, if it is to be compared
     */
    public CheckedReport check(ReportFile report, Optional<String> scheme, @Nullable ReportFile yearBefore) {
        return new ReportReading(schemes).check(report, scheme, Optional.ofNullable(yearBefore));
    }

    /** The forms that are known, the newest first. */
    public Schemes schemes() {
        return schemes;
    }
}
