package org.yangguang.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.statistics.Fill.Counted;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.internal.CellQuery;

/** The records behind a counted figure, as they are now. */
@Service
public class CellRecords {

    private static final int EXPORT_PAGE = 5_000;

    private final JdbcClient jdbc;
    private final FactSources facts;
    private final Organs organs;

    CellRecords(JdbcClient jdbc, FactSources facts, Organs organs) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.organs = organs;
    }

    /**
     * A record that was counted.
     *
     * @param on the day on which it happened or began
     * @param label what it is called; its reference where it cannot be opened
     * @param href its page; null where it has none
     * @param measured what it adds to the figure where a column is added up, otherwise null
     */
    public record Record(
            OrganId organ,
            String reference,
            LocalDate on,
            String label,
            @Nullable String href,
            @Nullable String measured) {}

    /** A page of records, the newest first. */
    public record Page(long total, List<Record> records) {}

    /** @param number of the page, from 0 */
    @Transactional(readOnly = true)
    public Page page(StatementKey key, Counted counted, int number, int size) {
        CellQuery query = query(key, counted);
        long total = query.total(jdbc);
        return new Page(total, opened(counted, query.rows(jdbc, size, (long) number * size)));
    }

    /**
     * How many rows of the fact stand behind the figure, by a dimension of it: those with the most first, those without a value under
     * the empty text.
     */
    @Transactional(readOnly = true)
    public Map<String, Long> by(StatementKey key, Counted counted, String dimension) {
        if (!facts.find(counted.fact()).orElseThrow().dimensions().contains(dimension)) {
            throw new IllegalArgumentException(counted.fact() + " has no dimension " + dimension);
        }
        return query(key, counted).by(jdbc, dimension);
    }

    /** Every record, for a file. */
    @Transactional(readOnly = true)
    public void all(StatementKey key, Counted counted, Consumer<Record> taker) {
        CellQuery query = query(key, counted);
        long from = 0;
        List<CellQuery.Row> rows = query.rows(jdbc, EXPORT_PAGE, from);
        while (!rows.isEmpty()) {
            opened(counted, rows).forEach(taker);
            from += rows.size();
            rows = rows.size() < EXPORT_PAGE ? List.of() : query.rows(jdbc, EXPORT_PAGE, from);
        }
    }

    private CellQuery query(StatementKey key, Counted counted) {
        Set<OrganId> of = key.coverage() == Coverage.ORGAN ? Set.of(key.organ()) : organs.subtree(key.organ());
        return new CellQuery(facts.find(counted.fact()).orElseThrow(), counted, key.period(), of);
    }

    private List<Record> opened(Counted counted, List<CellQuery.Row> rows) {
        FactSource source = facts.find(counted.fact()).orElseThrow();
        Map<String, FactSource.Opened> opened = new HashMap<>();
        source.opening()
                .ifPresent(way -> opened.putAll(
                        way.open(rows.stream().map(CellQuery.Row::reference).toList())));
        List<Record> records = new ArrayList<>();
        for (CellQuery.Row row : rows) {
            FactSource.Opened found = opened.get(row.reference());
            records.add(new Record(
                    row.organ(),
                    row.reference(),
                    row.on(),
                    found == null ? row.reference() : found.label(),
                    found == null ? null : found.href(),
                    row.measured()));
        }
        return records;
    }
}
