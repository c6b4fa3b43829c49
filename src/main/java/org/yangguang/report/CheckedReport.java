package org.yangguang.report;

import java.util.List;
import java.util.Optional;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;

/** What the check of a report came to. */
public sealed interface CheckedReport {

    /**
     * The report could be read.
     *
     * @param year the year that it reports on, where it says so
     * @param figures the figures that were read
     * @param unread what could not be read; it was not guessed
     */
    record Read(Scheme scheme, Optional<Integer> year, Figures figures, List<Finding> findings, List<Unread> unread)
            implements CheckedReport {

        public Read {
            findings = List.copyOf(findings);
            unread = List.copyOf(unread);
        }
    }

    /** The report could not be read at all. */
    record Unreadable(List<Sentence> reasons) implements CheckedReport {

        public Unreadable {
            reasons = List.copyOf(reasons);
        }
    }
}
