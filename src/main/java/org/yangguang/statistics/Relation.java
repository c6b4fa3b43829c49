package org.yangguang.statistics;

import java.util.List;

/**
 * A relation that must hold between figures: the sum of the left equals, or is at most, the sum of the right.
 *
 * @param rule the name of the rule of the scheme, the same for all its relations
 * @param left cells of this report
 * @param right cells, of this report or of the year before
 * @param source the form, note or document that demands it
 */
public record Relation(
        String rule, List<Cell> left, Comparison comparison, List<Term> right, Severity severity, String source) {

    /** How the two sides compare. */
    public enum Comparison {
        EQUAL,
        AT_MOST
    }

    /** A figure on the right, added or taken away. */
    public record Term(Cell cell, Year year, Sign sign) {

        public static Term plus(Cell cell) {
            return new Term(cell, Year.THIS, Sign.PLUS);
        }
    }

    /** Of which year a figure is. */
    public enum Year {
        THIS,
        BEFORE
    }

    /** Whether a figure is added or taken away. */
    public enum Sign {
        PLUS,
        MINUS
    }

    public Relation {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    public boolean needsYearBefore() {
        return right.stream().anyMatch(term -> term.year() == Year.BEFORE);
    }
}
