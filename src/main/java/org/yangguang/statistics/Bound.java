package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** What a scheme says of figures beyond how they add up. */
public sealed interface Bound {

    /** Name of the rule. */
    String rule();

    Severity severity();

    /** The law, form or note that demands it. */
    String source();

    /**
     * Figures that are zero by law, but for organs of some standing.
     *
     * @param unless who may have other figures
     */
    record ZeroByLaw(String rule, List<Cell> cells, Set<Standing> unless, Severity severity, String source)
            implements Bound {
        public ZeroByLaw {
            cells = List.copyOf(cells);
            unless = Set.copyOf(unless);
        }
    }

    /**
     * How far a figure may plausibly be from that of the year before.
     *
     * @param least smallest multiple
     * @param most greatest multiple
     * @param from figures of the year before that are smaller say nothing
     */
    record Band(
            String rule,
            List<Cell> cells,
            BigDecimal least,
            BigDecimal most,
            BigDecimal from,
            Severity severity,
            String source)
            implements Bound {
        public Band {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A share with its base, for prose and for comparison.
     *
     * @param part cells that are added up above the line
     * @param base cells that are added up below it
     * @param most greatest share, in hundredths
     */
    record Rate(
            String rule,
            Label label,
            List<Cell> part,
            List<Cell> base,
            BigDecimal most,
            Severity severity,
            String source)
            implements Bound {
        public Rate {
            part = List.copyOf(part);
            base = List.copyOf(base);
        }
    }
}
