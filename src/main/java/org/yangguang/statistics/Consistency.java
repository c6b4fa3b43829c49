package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.statistics.Relation.Comparison;
import org.yangguang.statistics.Relation.Sign;
import org.yangguang.statistics.Relation.Term;
import org.yangguang.statistics.Relation.Year;

/**
 * Compares the figures of a report with the relations of its scheme.
 *
 * <p>An unknown figure may be anything from zero upwards: a relation counts as broken only when no such figure could mend it.
 */
public final class Consistency {

    private final Figures figures;
    private final Figures yearBefore;

    public Consistency(Figures figures, Figures yearBefore) {
        this.figures = figures;
        this.yearBefore = yearBefore;
    }

    /** A verdict for each relation of {@code scheme} of which at least one figure is known on each side, in order. */
    public List<Verdict> verdicts(Scheme scheme) {
        return scheme.relations().stream()
                .filter(this::isTouched)
                .map(this::verdict)
                .toList();
    }

    private boolean isTouched(Relation relation) {
        return relation.left().stream().anyMatch(cell -> figures.at(cell).isPresent())
                && relation.right().stream().anyMatch(term -> known(term) != null)
                && (!relation.needsYearBefore() || yearBeforeIsKnown(relation));
    }

    private boolean yearBeforeIsKnown(Relation relation) {
        return relation.right().stream()
                .filter(term -> term.year() == Year.BEFORE)
                .allMatch(term -> known(term) != null);
    }

    public Verdict verdict(Relation relation) {
        BigDecimal left = BigDecimal.ZERO;
        List<Cell> unknownLeft = new ArrayList<>();
        for (Cell cell : relation.left()) {
            BigDecimal figure = figures.byCell().get(cell);
            if (figure == null) {
                unknownLeft.add(cell);
            } else {
                left = left.add(figure);
            }
        }
        BigDecimal right = BigDecimal.ZERO;
        List<Cell> unknownPlus = new ArrayList<>();
        List<Cell> unknownMinus = new ArrayList<>();
        for (Term term : relation.right()) {
            BigDecimal figure = known(term);
            if (figure == null) {
                (term.sign() == Sign.PLUS ? unknownPlus : unknownMinus).add(term.cell());
            } else {
                right = term.sign() == Sign.PLUS ? right.add(figure) : right.subtract(figure);
            }
        }
        List<Cell> raising = new ArrayList<>(unknownLeft);
        raising.addAll(unknownMinus);
        int order = left.compareTo(right);
        boolean equal = relation.comparison() == Comparison.EQUAL;
        if (order > 0 && unknownPlus.isEmpty() || equal && order < 0 && raising.isEmpty()) {
            return new Verdict.Broken(relation, right, left);
        }
        boolean holds =
                equal ? order == 0 && (raising.isEmpty() || unknownPlus.isEmpty()) : order <= 0 && raising.isEmpty();
        if (holds) {
            return new Verdict.Holds(relation);
        }
        List<Cell> unknown = new ArrayList<>(raising);
        unknown.addAll(unknownPlus);
        return new Verdict.Open(relation, unknown);
    }

    private @Nullable BigDecimal known(Term term) {
        return (term.year() == Year.THIS ? figures : yearBefore).byCell().get(term.cell());
    }
}
