package org.yangguang.report;

import java.util.List;

/** What came of an act on a report. */
public sealed interface ReportOutcome {

    record Done(AnnualReport report) implements ReportOutcome {}

    /** Nothing changed; every reason is given at once. */
    record Refused(List<Reason> reasons) implements ReportOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param key of the message bundles */
    record Reason(String key, List<Object> arguments) {

        public Reason {
            arguments = List.copyOf(arguments);
        }

        public static Reason of(String key, Object... arguments) {
            return new Reason(key, List.of(arguments));
        }
    }
}
