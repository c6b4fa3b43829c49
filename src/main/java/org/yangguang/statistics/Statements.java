package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.internal.FactCounting;
import org.yangguang.statistics.internal.FigureTable;
import org.yangguang.statistics.internal.StatementTable;

/**
 * Statements with their figures. While a statement is open they follow the facts; from its submission on they are those of that
 * moment. The statement of an organ with all below it adds up what each organ has submitted, and for the others what the facts say.
 */
@Service
public class Statements {

    private final StatementTable table;
    private final FigureTable figures;
    private final FactCounting counting;
    private final SchemeBook schemes;
    private final Organs organs;

    Statements(StatementTable table, FigureTable figures, FactCounting counting, SchemeBook schemes, Organs organs) {
        this.table = table;
        this.figures = figures;
        this.counting = counting;
        this.schemes = schemes;
        this.organs = organs;
    }

    /**
     * The statement as it stands.
     *
     * @return empty when there is no such organ or scheme
     */
    @Transactional(readOnly = true)
    public Optional<StatementPicture> picture(StatementKey key) {
        Optional<Scheme> scheme = schemes.named(key.scheme());
        Optional<Organ> organ = organs.find(key.organ());
        return scheme.isEmpty() || organ.isEmpty()
                ? Optional.empty()
                : Optional.of(picture(key, scheme.get(), organ.get()));
    }

    private StatementPicture picture(StatementKey key, Scheme scheme, Organ organ) {
        Optional<Statement> statement = table.find(key);
        List<Entry> entries = statement.map(each -> figures.entries(each.id())).orElse(List.of());
        Figures before = before(key);
        Figures computed;
        Figures said;
        if (statement.filter(each -> !each.state().open()).isPresent()) {
            FigureTable.Kept kept = figures.kept(statement.get().id());
            computed = kept.computed();
            said = kept.figures();
        } else {
            Map<Cell, BigDecimal> counted = key.coverage() == Coverage.ORGAN
                    ? Objects.requireNonNull(counting.count(scheme, key.period(), Set.of(organ.id()))
                            .get(organ.id()))
                    : rolledUp(key, scheme);
            Filled filled = fill(scheme, counted, before, entries);
            computed = new Figures(filled.computed());
            said = new Figures(filled.said());
        }
        return new StatementPicture(
                key,
                scheme,
                statement,
                computed,
                said,
                before,
                entries,
                new StatementCheck(scheme, Standing.of(organ)).contradictions(said, before),
                statement.map(each -> table.reasons(each.id())).orElse(Map.of()));
    }

    private record Filled(Map<Cell, BigDecimal> computed, Map<Cell, BigDecimal> said) {}

    /** Counted figures and those brought forward first, then what entries say, then the sums of what the statement says. */
    private static Filled fill(Scheme scheme, Map<Cell, BigDecimal> counted, Figures before, List<Entry> entries) {
        Map<Cell, BigDecimal> entered =
                entries.stream().filter(Entry::holds).collect(Collectors.toMap(Entry::cell, Entry::value));
        Filled filled = new Filled(new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Cell> cells = scheme.cells();
        for (Cell cell : cells) {
            if (!(scheme.fill(cell) instanceof Fill.Added)) {
                Optional<BigDecimal> computed = scheme.fill(cell) instanceof Fill.BroughtForward forward
                        ? before.at(forward.from())
                        : Optional.ofNullable(counted.get(cell));
                put(filled, cell, computed, entered);
            }
        }
        for (Cell cell : cells) {
            if (scheme.fill(cell) instanceof Fill.Added added) {
                List<Optional<BigDecimal>> parts = added.parts().stream()
                        .map(part -> Optional.ofNullable(filled.said().get(part)))
                        .toList();
                Optional<BigDecimal> sum = parts.stream().allMatch(Optional::isPresent)
                        ? Optional.of(
                                parts.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add))
                        : Optional.empty();
                put(filled, cell, sum, entered);
            }
        }
        return filled;
    }

    private static void put(Filled filled, Cell cell, Optional<BigDecimal> computed, Map<Cell, BigDecimal> entered) {
        computed.ifPresent(figure -> filled.computed().put(cell, figure));
        Optional.ofNullable(entered.get(cell)).or(() -> computed).ifPresent(figure -> filled.said()
                .put(cell, figure));
    }

    /** Figures of the period before: those of its frozen statement, or of the opening one that was taken in. */
    public Figures before(StatementKey key) {
        StatementKey before = key.before();
        return table.find(before)
                .filter(each -> each.state() == StatementState.FROZEN)
                .map(each -> figures.kept(each.id()).figures())
                .or(() -> figures.opening(before).map(Opening::figures))
                .orElse(Figures.NONE);
    }

    private Map<Cell, BigDecimal> rolledUp(StatementKey key, Scheme scheme) {
        Map<Cell, BigDecimal> sum = new HashMap<>();
        byOrgan(key, scheme)
                .values()
                .forEach(each -> each.forEach((cell, figure) -> {
                    if (!(scheme.fill(cell) instanceof Fill.Added
                            || scheme.fill(cell) instanceof Fill.BroughtForward)) {
                        sum.merge(cell, figure, BigDecimal::add);
                    }
                }));
        return sum;
    }

    /**
     * What every organ below and including that of {@code key} has: its submitted figures, or what the facts say of it.
     *
     * @return by organ, in the order of the tree
     */
    @Transactional(readOnly = true)
    public Map<OrganId, Map<Cell, BigDecimal>> byOrgan(StatementKey key) {
        return schemes.named(key.scheme()).map(scheme -> byOrgan(key, scheme)).orElse(Map.of());
    }

    private Map<OrganId, Map<Cell, BigDecimal>> byOrgan(StatementKey key, Scheme scheme) {
        Set<OrganId> below = organs.subtree(key.organ());
        Map<OrganId, Statement> submitted = new HashMap<>();
        table.ofOrgans(key.scheme(), key.period(), below).stream()
                .filter(each -> !each.state().open())
                .forEach(each -> submitted.put(each.key().organ(), each));
        Map<Long, Figures> kept =
                figures.values(submitted.values().stream().map(Statement::id).toList());
        List<OrganId> counted =
                below.stream().filter(each -> !submitted.containsKey(each)).toList();
        Map<OrganId, Map<Cell, BigDecimal>> live = counting.count(scheme, key.period(), counted);
        Map<OrganId, Map<Cell, BigDecimal>> all = new LinkedHashMap<>();
        for (Organ organ : organs.all()) {
            Statement statement = submitted.get(organ.id());
            if (statement != null) {
                all.put(
                        organ.id(),
                        kept.getOrDefault(statement.id(), Figures.NONE).byCell());
            } else if (live.containsKey(organ.id())) {
                all.put(organ.id(), Objects.requireNonNull(live.get(organ.id())));
            }
        }
        return all;
    }

    public Optional<Statement> find(StatementKey key) {
        return table.find(key);
    }

    /** Those of an organ that were begun, the newest period first. */
    public List<Statement> of(OrganId organ) {
        return table.of(organ);
    }

    /** Those that everybody may read, the newest first. */
    public List<Statement> frozen(int limit) {
        return table.frozen(limit);
    }

    /** Statements of each organ alone that were begun, by organ. */
    public Map<OrganId, Statement> begun(String scheme, Period period, Collection<OrganId> of) {
        return table.ofOrgans(scheme, period, of).stream()
                .collect(Collectors.toMap(each -> each.key().organ(), each -> each));
    }

    public List<StatementStep> steps(Statement statement) {
        return table.steps(statement.id());
    }

    /** Everything that was ever entered into a cell, the newest first. */
    public List<Entry> entered(Statement statement, Cell cell) {
        return figures.history(statement.id(), cell);
    }

    public Optional<Opening> opening(StatementKey key) {
        return figures.opening(key);
    }
}
