package org.yangguang.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds all figures of a statement against every rule of its scheme. */
public final class StatementCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Scheme scheme;
    private final Standing standing;

    public StatementCheck(Scheme scheme, Standing standing) {
        this.scheme = scheme;
        this.standing = standing;
    }

    /**
     * Every broken rule, in the order of the scheme.
     *
     * @param before figures of the period before, as far as they are known
     */
    public List<Contradiction> contradictions(Figures figures, Figures before) {
        List<Contradiction> found = new ArrayList<>();
        scheme.cells().forEach(cell -> single(cell, figures).ifPresent(found::add));
        new Consistency(figures, before)
                .verdicts(scheme).stream().flatMap(StatementCheck::broken).forEach(found::add);
        scheme.bounds().forEach(bound -> against(bound, figures, before).forEach(found::add));
        return found;
    }

    /** A blank is not a zero, nothing is less than nothing, and there are no half cases. */
    private Optional<Contradiction> single(Cell cell, Figures figures) {
        Optional<BigDecimal> figure = figures.at(cell);
        if (figure.isEmpty()) {
            return Optional.of(new Contradiction(
                    "no-figure", Contradiction.Kind.BLANK, Severity.ERROR, List.of(cell), null, null, scheme.basis()));
        }
        BigDecimal is = figure.get();
        boolean whole = scheme.countsWholeThings(cell);
        if (is.signum() < 0 && !scheme.mayFall(cell)
                || whole && is.stripTrailingZeros().scale() > 0) {
            return Optional.of(new Contradiction(
                    "no-count", Contradiction.Kind.COUNT, Severity.ERROR, List.of(cell), null, is, scheme.basis()));
        }
        return Optional.empty();
    }

    private static Stream<Contradiction> broken(Verdict verdict) {
        if (!(verdict instanceof Verdict.Broken broken)) {
            return Stream.empty();
        }
        Relation relation = broken.relation();
        List<Cell> cells = Stream.concat(
                        relation.left().stream(),
                        relation.right().stream()
                                .filter(term -> term.year() == Relation.Year.THIS)
                                .map(Relation.Term::cell))
                .toList();
        Contradiction.Kind kind = relation.comparison() == Relation.Comparison.EQUAL
                ? Contradiction.Kind.EQUAL
                : Contradiction.Kind.AT_MOST;
        return Stream.of(new Contradiction(
                relation.rule(),
                kind,
                relation.severity(),
                cells,
                broken.expected(),
                broken.found(),
                relation.source()));
    }

    private List<Contradiction> against(Bound bound, Figures figures, Figures before) {
        if (bound instanceof Bound.ZeroByLaw zero) {
            return zero.unless().contains(standing)
                    ? List.of()
                    : zero.cells().stream()
                            .filter(cell -> figures.at(cell)
                                    .filter(figure -> figure.signum() != 0)
                                    .isPresent())
                            .map(cell -> contradiction(
                                    zero, Contradiction.Kind.ZERO, List.of(cell), BigDecimal.ZERO, figures.at(cell)))
                            .toList();
        }
        if (bound instanceof Bound.Band band) {
            return band.cells().stream()
                    .flatMap(cell -> outside(band, cell, figures, before).stream())
                    .toList();
        }
        Bound.Rate rate = (Bound.Rate) bound;
        return share(rate, figures)
                .filter(share -> share.compareTo(rate.most()) > 0)
                .map(share -> List.of(contradiction(
                        rate,
                        Contradiction.Kind.RATE,
                        Stream.concat(rate.part().stream(), rate.base().stream())
                                .distinct()
                                .toList(),
                        rate.most(),
                        Optional.of(share))))
                .orElse(List.of());
    }

    private static Optional<Contradiction> outside(Bound.Band band, Cell cell, Figures figures, Figures before) {
        Optional<BigDecimal> is = figures.at(cell);
        Optional<BigDecimal> was = before.at(cell).filter(figure -> figure.compareTo(band.from()) >= 0);
        if (is.isEmpty() || was.isEmpty()) {
            return Optional.empty();
        }
        boolean inside = is.get().compareTo(was.get().multiply(band.least())) >= 0
                && is.get().compareTo(was.get().multiply(band.most())) <= 0;
        return inside
                ? Optional.empty()
                : Optional.of(contradiction(band, Contradiction.Kind.BAND, List.of(cell), was.get(), is));
    }

    private static Contradiction contradiction(
            Bound bound, Contradiction.Kind kind, List<Cell> cells, BigDecimal expected, Optional<BigDecimal> found) {
        return new Contradiction(
                bound.rule(), kind, bound.severity(), cells, expected, found.orElse(null), bound.source());
    }

    /** The share in hundredths, to two places; empty when a figure is unknown or the base is zero. */
    public static Optional<BigDecimal> share(Bound.Rate rate, Figures figures) {
        Optional<BigDecimal> part = sum(rate.part(), figures);
        Optional<BigDecimal> base = sum(rate.base(), figures).filter(sum -> sum.signum() > 0);
        return part.isEmpty() || base.isEmpty()
                ? Optional.empty()
                : Optional.of(part.get().multiply(HUNDRED).divide(base.get(), 2, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> sum(List<Cell> cells, Figures figures) {
        return cells.stream()
                .map(figures::at)
                .reduce(
                        Optional.of(BigDecimal.ZERO),
                        (sum, each) -> sum.isEmpty() || each.isEmpty()
                                ? Optional.empty()
                                : Optional.of(sum.get().add(each.get())));
    }
}
