package org.yangguang.statistics.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.FactSource;
import org.yangguang.statistics.FactSources;
import org.yangguang.statistics.Fill.Counted;
import org.yangguang.statistics.Fill.Measure;
import org.yangguang.statistics.Fill.Moment;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Scheme;

/**
 * Counts the facts of a period for every cell of a scheme and every organ, in one pass over each view: it is grouped by the dimensions
 * that the scheme asks for, and by record only where something is counted once whose rows have no order.
 */
@Component
public class FactCounting {

    private final JdbcClient jdbc;
    private final FactSources facts;

    FactCounting(JdbcClient jdbc, FactSources facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    private record Wanted(Cell cell, Counted counted) {}

    /**
     * Figures of all counted cells for each of {@code organs}; a cell without facts is zero.
     *
     * @param organs those that are counted; each has figures of its own
     */
    @Transactional(readOnly = true)
    public Map<OrganId, Map<Cell, BigDecimal>> count(Scheme scheme, Period period, Collection<OrganId> organs) {
        Map<OrganId, Map<Cell, BigDecimal>> figures = new HashMap<>();
        Map<String, List<Wanted>> byFact = new LinkedHashMap<>();
        for (Cell cell : scheme.cells()) {
            if (scheme.fill(cell) instanceof Counted counted) {
                byFact.computeIfAbsent(counted.fact(), fact -> new ArrayList<>())
                        .add(new Wanted(cell, counted));
            }
        }
        Map<Cell, BigDecimal> zeros = byFact.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Wanted::cell, wanted -> BigDecimal.ZERO));
        organs.forEach(organ -> figures.put(organ, new HashMap<>(zeros)));
        jdbc.sql("set local jit = off").update();
        jdbc.sql("set local work_mem = '192MB'").update();
        byFact.forEach((fact, wanted) -> {
            FactSource source = facts.find(fact).orElseThrow();
            if (wanted.stream()
                    .anyMatch(each -> each.counted().measure() instanceof Measure.Records
                            && !Window.isCountedByFirst(source, each.counted()))) {
                countByRecord(source, wanted, period, organs, figures);
            } else {
                countRows(source, wanted, period, organs, figures);
            }
        });
        return figures;
    }

    private void countRows(
            FactSource source,
            List<Wanted> wanted,
            Period period,
            Collection<OrganId> organs,
            Map<OrganId, Map<Cell, BigDecimal>> figures) {
        List<String> dimensions = dimensions(wanted);
        boolean once = wanted.stream().anyMatch(each -> each.counted().measure() instanceof Measure.Records);
        List<String> sums = wanted.stream()
                .flatMap(each -> each.counted().measure() instanceof Measure.Sum sum
                        ? java.util.stream.Stream.of(sum.column())
                        : java.util.stream.Stream.empty())
                .distinct()
                .toList();
        StringBuilder sql = new StringBuilder("select organ_id, starting, ending, first");
        dimensions.forEach(each -> sql.append(", ").append(each).append("::text"));
        sql.append(", count(*) as n");
        sums.forEach(
                each -> sql.append(", sum(").append(each).append(") as sum_").append(each));
        sql.append(" from (select organ_id, ").append(Window.starting(source)).append(" as starting, ");
        sql.append(Window.ending(source)).append(" as ending, ");
        sql.append(once ? Window.first(source) : "true").append(" as first");
        dimensions.forEach(each -> sql.append(", ").append(each));
        sums.stream().filter(each -> !dimensions.contains(each)).forEach(each -> sql.append(", ")
                .append(each));
        sql.append(" from ").append(source.view()).append(" where ").append(Window.within(source));
        sql.append(") f group by organ_id, starting, ending, first");
        dimensions.forEach(each -> sql.append(", ").append(each));
        query(sql, period, organs).query(row -> {
            Map<Cell, BigDecimal> own = figures.get(new OrganId(row.getLong("organ_id")));
            if (own == null) {
                return;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < dimensions.size(); i++) {
                values.put(dimensions.get(i), row.getString(5 + i));
            }
            boolean starting = row.getBoolean("starting");
            boolean ending = row.getBoolean("ending");
            boolean first = row.getBoolean("first");
            for (Wanted each : wanted) {
                Counted counted = each.counted();
                boolean counts = (counted.moment() == Moment.START ? starting : ending)
                        && (first || !(counted.measure() instanceof Measure.Records))
                        && counted.where().stream().allMatch(filter -> filter.fits(values.get(filter.dimension())));
                if (counts) {
                    BigDecimal number = counted.measure() instanceof Measure.Sum sum
                            ? Objects.requireNonNullElse(row.getBigDecimal("sum_" + sum.column()), BigDecimal.ZERO)
                            : row.getBigDecimal("n");
                    own.merge(each.cell(), scaled(number, counted), BigDecimal::add);
                }
            }
        });
    }

    /** Rows are brought together by record first, so that one pass serves what is counted once and what is counted by row. */
    private void countByRecord(
            FactSource source,
            List<Wanted> wanted,
            Period period,
            Collection<OrganId> organs,
            Map<OrganId, Map<Cell, BigDecimal>> figures) {
        Conditions conditions = new Conditions();
        StringBuilder inner = new StringBuilder("select organ_id, ref");
        StringBuilder outer = new StringBuilder("select organ_id");
        for (int i = 0; i < wanted.size(); i++) {
            Counted counted = wanted.get(i).counted();
            String fits = (counted.moment() == Moment.START ? Window.starting(source) : Window.ending(source)) + " and "
                    + conditions.all(counted.where());
            String name = " as c" + i;
            if (counted.measure() instanceof Measure.Records) {
                inner.append(", bool_or(").append(fits).append(")").append(name);
                outer.append(", count(*) filter (where c")
                        .append(i)
                        .append(") as n")
                        .append(i);
            } else {
                String what = counted.measure() instanceof Measure.Sum sum ? "sum(" + sum.column() + ")" : "count(*)";
                inner.append(", ")
                        .append(what)
                        .append(" filter (where ")
                        .append(fits)
                        .append(")")
                        .append(name);
                outer.append(", coalesce(sum(c").append(i).append("), 0) as n").append(i);
            }
        }
        inner.append(" from ").append(source.view()).append(" where ").append(Window.within(source));
        inner.append(" group by organ_id, ref");
        StringBuilder sql = outer.append(" from (").append(inner).append(") f group by organ_id");
        JdbcClient.StatementSpec query = query(sql, period, organs);
        conditions.values().forEach(query::param);
        query.query(row -> {
            Map<Cell, BigDecimal> own = figures.get(new OrganId(row.getLong("organ_id")));
            for (int i = 0; own != null && i < wanted.size(); i++) {
                own.put(
                        wanted.get(i).cell(),
                        scaled(row.getBigDecimal("n" + i), wanted.get(i).counted()));
            }
        });
    }

    private JdbcClient.StatementSpec query(StringBuilder sql, Period period, Collection<OrganId> organs) {
        return Window.bound(jdbc.sql(sql.toString()), period, organs);
    }

    private static List<String> dimensions(List<Wanted> wanted) {
        Set<String> dimensions = new LinkedHashSet<>();
        wanted.forEach(each -> each.counted().where().forEach(filter -> dimensions.add(filter.dimension())));
        return List.copyOf(dimensions);
    }

    private static BigDecimal scaled(BigDecimal number, Counted counted) {
        return counted.per().compareTo(BigDecimal.ONE) == 0
                ? number
                : number.divide(counted.per(), 6, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
