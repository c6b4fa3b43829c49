package org.yangguang.statistics.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Entry;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Opening;
import org.yangguang.statistics.StatementKey;

/** Figures: those of submission, those entered, and those of opening statements. */
@Repository
public class FigureTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FigureTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Figures as they were submitted. */
    public record Kept(Figures computed, Figures figures) {}

    public Kept kept(long statement) {
        Map<Cell, BigDecimal> computed = new LinkedHashMap<>();
        Map<Cell, BigDecimal> values = new LinkedHashMap<>();
        jdbc.sql("select tbl, row_code, col, computed, value from statistics.figure where statement_id = ?")
                .param(statement)
                .query(row -> {
                    put(computed, cell(row), row.getBigDecimal("computed"));
                    put(values, cell(row), row.getBigDecimal("value"));
                });
        return new Kept(new Figures(computed), new Figures(values));
    }

    /** By statement, what each says. */
    public Map<Long, Figures> values(Collection<Long> statements) {
        Map<Long, Map<Cell, BigDecimal>> values = new HashMap<>();
        jdbc.sql("""
                select statement_id, tbl, row_code, col, value from statistics.figure
                where statement_id = any(?) and value is not null""").param(statements.toArray(Long[]::new)).query(row -> {
            values.computeIfAbsent(row.getLong("statement_id"), id -> new HashMap<>())
                    .put(cell(row), row.getBigDecimal("value"));
        });
        Map<Long, Figures> figures = new HashMap<>();
        values.forEach((id, cells) -> figures.put(id, new Figures(cells)));
        return figures;
    }

    public void keep(long statement, List<Cell> cells, Figures computed, Figures values) {
        forget(statement);
        batch(
                "insert into statistics.figure (statement_id, tbl, row_code, col, computed, value) values (?, ?, ?, ?, ?, ?)",
                statement,
                cells,
                List.of(computed, values));
    }

    public void forget(long statement) {
        jdbc.sql("delete from statistics.figure where statement_id = ?")
                .param(statement)
                .update();
    }

    private void batch(String sql, long owner, List<Cell> cells, List<Figures> columns) {
        batches.batchUpdate(sql, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(java.sql.PreparedStatement row, int i) throws SQLException {
                Cell cell = cells.get(i);
                row.setLong(1, owner);
                row.setString(2, cell.table());
                row.setString(3, cell.row());
                row.setString(4, cell.column());
                for (int column = 0; column < columns.size(); column++) {
                    row.setObject(5 + column, columns.get(column).at(cell).orElse(null), Types.NUMERIC);
                }
            }

            @Override
            public int getBatchSize() {
                return cells.size();
            }
        });
    }

    /** Those that hold or wait. */
    public List<Entry> entries(long statement) {
        return jdbc.sql("""
                select id, tbl, row_code, col, computed, value, reason, by_id, by_name, at, approved, decided_name
                  from statistics.entry
                 where statement_id = ? and dropped_at is null and approved is distinct from false order by id""").param(statement).query(FigureTable::entry).list();
    }

    /** Every figure that was ever entered, the newest first. */
    public List<Entry> history(long statement, Cell cell) {
        return jdbc.sql("""
                select id, tbl, row_code, col, computed, value, reason, by_id, by_name, at, approved, decided_name
                  from statistics.entry where statement_id = ? and tbl = ? and row_code = ? and col = ?
                 order by id desc limit 100""")
                .params(statement, cell.table(), cell.row(), cell.column())
                .query(FigureTable::entry)
                .list();
    }

    public long enter(
            long statement,
            Cell cell,
            @Nullable BigDecimal computed,
            BigDecimal value,
            String reason,
            Officer officer,
            Instant now) {
        drop(statement, cell, now);
        return jdbc.sql("""
                insert into statistics.entry
                       (statement_id, tbl, row_code, col, computed, value, reason, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        statement,
                        cell.table(),
                        cell.row(),
                        cell.column(),
                        computed,
                        value,
                        reason,
                        officer.id().value(),
                        officer.name(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Takes away what stands in a cell; it stays in the history. */
    public boolean drop(long statement, Cell cell, Instant now) {
        return jdbc.sql("""
                update statistics.entry set dropped_at = ?
                 where statement_id = ? and tbl = ? and row_code = ? and col = ?
                   and dropped_at is null and approved is distinct from false""")
                        .params(Timestamp.from(now), statement, cell.table(), cell.row(), cell.column())
                        .update()
                > 0;
    }

    public boolean decide(long statement, long entry, boolean approved, Officer officer, Instant now) {
        return jdbc.sql("""
                update statistics.entry set approved = ?, decided_by = ?, decided_name = ?, decided_at = ?
                 where id = ? and statement_id = ? and approved is null and dropped_at is null""")
                        .params(approved, officer.id().value(), officer.name(), Timestamp.from(now), entry, statement)
                        .update()
                == 1;
    }

    public long open(StatementKey key, String file, String hash, Figures figures, Officer officer, Instant now) {
        long id = jdbc.sql("""
                insert into statistics.opening
                       (organ_id, scheme, period, coverage, file_name, file_hash, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        key.organ().value(),
                        key.scheme(),
                        key.period().code(),
                        key.coverage().name(),
                        file,
                        hash,
                        officer.id().value(),
                        officer.name(),
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        batch(
                "insert into statistics.opening_figure (opening_id, tbl, row_code, col, value) values (?, ?, ?, ?, ?)",
                id,
                List.copyOf(figures.byCell().keySet()),
                List.of(figures));
        return id;
    }

    /** The opening statement that was taken in last. */
    public Optional<Opening> opening(StatementKey key) {
        return jdbc.sql("""
                select id, file_name, by_name, at from statistics.opening
                 where organ_id = ? and scheme = ? and period = ? and coverage = ? order by id desc limit 1""")
                .params(
                        key.organ().value(),
                        key.scheme(),
                        key.period().code(),
                        key.coverage().name())
                .query((row, number) -> new Opening(
                        key,
                        row.getString("file_name"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        openingFigures(row.getLong("id"))))
                .optional();
    }

    private Figures openingFigures(long opening) {
        Map<Cell, BigDecimal> values = new LinkedHashMap<>();
        jdbc.sql("select tbl, row_code, col, value from statistics.opening_figure where opening_id = ?")
                .param(opening)
                .query(row -> {
                    values.put(cell(row), row.getBigDecimal("value"));
                });
        return new Figures(values);
    }

    private static void put(Map<Cell, BigDecimal> figures, Cell cell, @Nullable BigDecimal figure) {
        if (figure != null) {
            figures.put(cell, figure);
        }
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getString("tbl"), row.getString("row_code"), row.getString("col"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                cell(row),
                row.getBigDecimal("computed"),
                row.getBigDecimal("value"),
                row.getString("reason"),
                new AccountId(row.getLong("by_id")),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                row.getObject("approved", Boolean.class),
                row.getString("decided_name"));
    }
}
