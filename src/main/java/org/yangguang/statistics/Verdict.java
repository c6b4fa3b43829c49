package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.List;

/** What became of one relation with the figures of a report. */
public sealed interface Verdict {

    Relation relation();

    /** The relation holds. */
    record Holds(Relation relation) implements Verdict {}

    /**
     * The relation is broken, whatever the unknown figures may be.
     *
     * @param expected the sum of the right side
     * @param found the sum of the left side
     */
    record Broken(Relation relation, BigDecimal expected, BigDecimal found) implements Verdict {}

    /** It cannot be told: these figures are unknown. */
    record Open(Relation relation, List<Cell> unknown) implements Verdict {

        public Open {
            unknown = List.copyOf(unknown);
        }
    }
}
