package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the figures of a statement break.
 *
 * @param rule name of the rule
 * @param cells those concerned, the one that is wrong or may be first
 * @param expected what it should be, or should at most be; null where nothing can be said
 * @param found what it is; null when there is no figure
 * @param source the form, note or document that demands it
 */
public record Contradiction(
        String rule,
        Kind kind,
        Severity severity,
        List<Cell> cells,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal found,
        String source) {

    /** What sort of sentence tells it. */
    public enum Kind {
        /** A sum is not what it should be. */
        EQUAL,
        /** A figure is greater than it may be. */
        AT_MOST,
        /** A figure is to be zero by law. */
        ZERO,
        /** A figure is far from that of the year before. */
        BAND,
        /** A share is greater than it can be. */
        RATE,
        /** A figure is negative, or broken where whole things are counted. */
        COUNT,
        /** There is no figure; a blank is not a zero. */
        BLANK
    }

    public Contradiction {
        cells = List.copyOf(cells);
    }

    /** Names the contradiction as long as it is the same one: a reason that was given for it holds no longer when a figure changes. */
    public String fingerprint() {
        return rule + " " + cells + " " + plain(expected) + " " + plain(found);
    }

    private static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "-" : figure.stripTrailingZeros().toPlainString();
    }
}
