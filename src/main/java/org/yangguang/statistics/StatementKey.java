package org.yangguang.statistics;

import org.yangguang.organ.OrganId;

/**
 * What a statement is about: there is one for an organ, a scheme, a period and a coverage.
 *
 * @param scheme id of the scheme
 */
public record StatementKey(OrganId organ, String scheme, Period period, Coverage coverage) {

    /** Whether a statement speaks of the organ alone or of all below it too. */
    public enum Coverage {
        ORGAN,
        SUBTREE
    }

    /** The same for the period before. */
    public StatementKey before() {
        return new StatementKey(organ, scheme, period.before(), coverage);
    }

    /** The same for another organ alone. */
    public StatementKey of(OrganId other) {
        return new StatementKey(other, scheme, period, Coverage.ORGAN);
    }

    /** Address of its console page. */
    public String href() {
        return "/console/statements/" + organ.value() + "/" + scheme + "/" + period + "/"
                + coverage.name().toLowerCase(java.util.Locale.ROOT);
    }
}
