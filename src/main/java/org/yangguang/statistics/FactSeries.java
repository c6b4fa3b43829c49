package org.yangguang.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.internal.Window;

/**
 * How many records of a fact happened, by month, by organ or by one of its dimensions, for everybody to read; each record counts once,
 * and none of which not everybody may know.
 */
@Service
public class FactSeries {

    private final JdbcClient jdbc;
    private final FactSources facts;

    FactSeries(JdbcClient jdbc, FactSources facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** Twelve numbers, January first; empty when no module offers the fact. */
    @Transactional(readOnly = true)
    public List<Long> byMonth(String fact, int year) {
        Optional<FactSource> source = flow(fact);
        if (source.isEmpty()) {
            return List.of();
        }
        List<Long> months = new ArrayList<>(Collections.nCopies(12, 0L));
        FactSource asked = source.get();
        String records = asked.order().isPresent()
                ? "select occurred_on as day from %s where %s and %s"
                        .formatted(asked.view(), within(asked), Window.first(asked))
                : "select ref, min(occurred_on) as day from %s where %s group by ref"
                        .formatted(asked.view(), within(asked));
        of(year, "select extract(month from day)::int as month, count(*) as n from (" + records + ") f group by month")
                .query(row -> {
                    months.set(row.getInt("month") - 1, row.getLong("n"));
                });
        return months;
    }

    /**
     * The median of a measure in each of twelve months, January first, null for a month in which nothing happened; empty when no module
     * offers the fact with this measure.
     */
    @Transactional(readOnly = true)
    public List<@Nullable Double> medianByMonth(String fact, String measure, int year) {
        Optional<FactSource> source = flow(fact).filter(each -> each.measures().contains(measure));
        if (source.isEmpty()) {
            return List.of();
        }
        List<@Nullable Double> months = new ArrayList<>(Collections.nCopies(12, null));
        of(year, """
                select extract(month from occurred_on)::int as month, percentile_cont(0.5) within group (order by %s) as middle
                  from %s where %s group by month""".formatted(measure, source.get().view(), within(source.get())))
                .query(row -> {
                    months.set(row.getInt("month") - 1, row.getDouble("middle"));
                });
        return months;
    }

    /** Those with the most first. */
    @Transactional(readOnly = true)
    public Map<OrganId, Long> byOrgan(String fact, int year) {
        Map<OrganId, Long> organs = new LinkedHashMap<>();
        by(fact, FactSource.ORGAN, year)
                .forEach((organ, number) -> organs.put(new OrganId(Long.parseLong(organ)), number));
        return organs;
    }

    /** By the values of a dimension, those with the most first; rows without a value are left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> byDimension(String fact, String dimension, int year) {
        return flow(fact)
                        .filter(source -> source.dimensions().contains(dimension))
                        .isPresent()
                ? by(fact, dimension, year)
                : Map.of();
    }

    /** The years in which anything happened, the newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(String fact) {
        return flow(fact)
                .map(source -> jdbc.sql(
                                "select distinct extract(year from occurred_on)::int as year from %s where %s order by year desc limit 60"
                                        .formatted(source.view(), open(source)))
                        .query(Integer.class)
                        .list())
                .orElse(List.of());
    }

    private Map<String, Long> by(String fact, String column, int year) {
        Optional<FactSource> source = flow(fact);
        Map<String, Long> found = new LinkedHashMap<>();
        source.ifPresent(each -> of(year, """
                select value, count(*) as n from (%s) f
                 where value is not null group by value order by n desc, value limit 500""".formatted(values(each, column))).query(row -> {
            found.put(row.getString("value"), row.getLong("n"));
        }));
        return found;
    }

    /** A query with the days of a year as its window. */
    private JdbcClient.StatementSpec of(int year, String query) {
        return jdbc.sql(query).param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31));
    }

    /** A value for each record, or each of several where its rows differ. */
    private static String values(FactSource source, String column) {
        boolean oneEach = source.order()
                .filter(order ->
                        column.equals(FactSource.ORGAN) || order.shared().contains(column))
                .isPresent();
        return oneEach
                ? "select %s::text as value from %s where %s and %s"
                        .formatted(column, source.view(), within(source), Window.first(source))
                : "select distinct ref, %s::text as value from %s where %s"
                        .formatted(column, source.view(), within(source));
    }

    private static String within(FactSource source) {
        return "occurred_on between :from and :until and " + open(source);
    }

    private static String open(FactSource source) {
        return source.dimensions().contains(FactSource.OPEN) ? FactSource.OPEN : "true";
    }

    private Optional<FactSource> flow(String fact) {
        return facts.find(fact).filter(source -> source.kind() == FactSource.Kind.FLOW);
    }
}
