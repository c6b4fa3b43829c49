package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementCheckTests {

    private static final Scheme FORM_2014 = Schemes.shipped().named("2014").orElseThrow();
    private static final Scheme FORM_2021 = Schemes.shipped().named("2021").orElseThrow();
    private static final BigDecimal ONE = BigDecimal.ONE;

    static LongStream many() {
        return LongStream.rangeClosed(1, 150).map(number -> number * 7919);
    }

    static LongStream some() {
        return LongStream.rangeClosed(1, 20).map(number -> number * 104_729);
    }

    @ParameterizedTest
    @MethodSource("many")
    void aConsistentStatementOf2014BreaksNoRule(long seed) {
        ConsistentFigures.Years years = ConsistentFigures.of2014(seed);

        assertThat(check(FORM_2014, years.figures(), years.before())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("many")
    void aConsistentStatementOf2021BreaksNoRule(long seed) {
        ConsistentFigures.Years years = ConsistentFigures.of2021(seed);

        assertThat(check(FORM_2021, years.figures(), years.before())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("some")
    void everyChangedCellOf2014IsFound(long seed) {
        ConsistentFigures.Years years = ConsistentFigures.of2014(seed);

        assertThat(unnoticed(FORM_2014, years)).isEmpty();
    }

    /** Nothing in the form ties the numbers of decisions and the sum of charges to anything: these four cells are free. */
    @ParameterizedTest
    @MethodSource("some")
    void everyChangedCellOf2021IsFoundButForThoseThatNoRuleTies(long seed) {
        ConsistentFigures.Years years = ConsistentFigures.of2021(seed);

        assertThat(unnoticed(FORM_2021, years))
                .containsExactlyInAnyOrderElementsOf(free(FORM_2021))
                .extracting(Cell::toString)
                .containsExactlyInAnyOrder(
                        "2.permits.decisions", "2.penalties.decisions", "2.coercion.decisions", "2.charges.amount");
    }

    private static Set<Cell> unnoticed(Scheme scheme, ConsistentFigures.Years years) {
        Set<Cell> unnoticed = new HashSet<>();
        for (Cell cell : scheme.cells()) {
            BigDecimal figure = years.figures().at(cell).orElseThrow();
            boolean up = check(scheme, years.figures().with(cell, figure.add(ONE)), years.before())
                    .isEmpty();
            boolean down = check(scheme, years.figures().with(cell, figure.subtract(ONE)), years.before())
                    .isEmpty();
            if (up || down && figure.signum() > 0) {
                unnoticed.add(cell);
            }
        }
        return unnoticed;
    }

    /** Cells that stand in no equation and no bound. */
    private static Set<Cell> free(Scheme scheme) {
        Set<Cell> free = new HashSet<>(scheme.cells());
        scheme.relations().forEach(relation -> {
            relation.left().forEach(free::remove);
            relation.right().forEach(term -> free.remove(term.cell()));
        });
        return free;
    }

    @Test
    void stockRowsAreNeverAddedUp() {
        Map<Cell, BigDecimal> figures =
                new HashMap<>(ConsistentFigures.of2014(1).figures().byCell());
        figures.put(new Cell("main", "8.1", "before"), BigDecimal.valueOf(82));
        figures.put(new Cell("main", "8.1", "year"), BigDecimal.valueOf(81));
        figures.put(new Cell("main", "8.1", "total"), BigDecimal.valueOf(81));

        assertThat(check(FORM_2014, new Figures(figures), Figures.NONE)).isEmpty();

        figures.put(new Cell("main", "8.1", "total"), BigDecimal.valueOf(163));
        assertThat(check(FORM_2014, new Figures(figures), Figures.NONE))
                .extracting(Contradiction::rule)
                .containsExactly("level-at-end");
    }

    @Test
    void whoHasNoPowerToMakeRulesCanHaveNone() {
        ConsistentFigures.Years years = ConsistentFigures.of2021(3);
        Figures six = years.figures()
                .with(new Cell("2", "rules", "valid"), BigDecimal.valueOf(6))
                .with(new Cell("2", "rules", "made"), BigDecimal.valueOf(6));

        assertThat(new StatementCheck(FORM_2021, Standing.OTHER).contradictions(six, years.before()))
                .extracting(Contradiction::rule, Contradiction::severity)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("no-power-to-make-rules", Severity.ERROR));
        assertThat(new StatementCheck(FORM_2021, Standing.CITY_GOVERNMENT).contradictions(six, years.before()))
                .isEmpty();
    }

    @Test
    void aBlankIsNotAZeroAndHalfACaseIsNone() {
        ConsistentFigures.Years years = ConsistentFigures.of2021(4);
        Map<Cell, BigDecimal> figures = new HashMap<>(years.figures().byCell());
        figures.remove(new Cell("2", "permits", "decisions"));
        figures.put(new Cell("2", "coercion", "decisions"), new BigDecimal("1.5"));

        assertThat(check(FORM_2021, new Figures(figures), years.before()))
                .extracting(Contradiction::kind)
                .containsExactly(Contradiction.Kind.BLANK, Contradiction.Kind.COUNT);
    }

    @Test
    void aFigureFarFromThatOfTheYearBeforeIsAWarning() {
        ConsistentFigures.Years years = ConsistentFigures.of2021(5);
        Figures before = years.before().with(new Cell("3", "24", "total"), BigDecimal.valueOf(90_000));

        assertThat(check(FORM_2021, years.figures(), before))
                .extracting(Contradiction::kind, Contradiction::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Contradiction.Kind.BAND, Severity.WARNING));
    }

    @Test
    void aShareIsGivenWithItsBase() {
        Bound.Rate rate = (Bound.Rate) FORM_2021.bounds().stream()
                .filter(bound -> bound.rule().equals("granted-share"))
                .findFirst()
                .orElseThrow();
        Figures figures = new Figures(Map.of(
                new Cell("3", "3", "total"), BigDecimal.valueOf(5),
                new Cell("3", "4", "total"), BigDecimal.valueOf(2),
                new Cell("3", "24", "total"), BigDecimal.valueOf(12)));

        assertThat(StatementCheck.share(rate, figures)).hasValue(new BigDecimal("58.33"));
        assertThat(StatementCheck.share(rate, Figures.NONE)).isEmpty();
    }

    private static List<Contradiction> check(Scheme scheme, Figures figures, Figures before) {
        return new StatementCheck(scheme, Standing.OTHER).contradictions(figures, before);
    }
}
