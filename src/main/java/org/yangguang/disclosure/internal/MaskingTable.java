package org.yangguang.disclosure.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.EditionId;
import org.yangguang.file.ColumnMask;
import org.yangguang.organ.OrganId;

/** The tables {@code disclosure.masking} and {@code column_mask}. */
@Repository
public class MaskingTable {

    /** @param column its heading; @param mask what became of it */
    public record Column(String column, ColumnMask mask) {}

    /** @param place {@code bodyHtml}, or the name of an attachment */
    public record Masking(String place, String table, List<Column> columns, int rows, String by, Instant at) {}

    private final JdbcClient jdbc;

    MaskingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void note(EditionId edition, Masking masking, Officer officer) {
        jdbc.sql("""
                insert into disclosure.masking (edition_id, place, table_name, columns, row_count, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        edition.value(),
                        masking.place(),
                        masking.table(),
                        masking.columns().stream()
                                .map(each -> each.column() + "\t" + each.mask())
                                .toArray(String[]::new),
                        masking.rows(),
                        officer.id().value(),
                        officer.name(),
                        Timestamp.from(masking.at()))
                .update();
    }

    public List<Masking> of(EditionId edition) {
        return jdbc.sql("""
                select place, table_name, columns, row_count, by_name, at from disclosure.masking
                 where edition_id = ? order by id""")
                .param(edition.value())
                .query((row, n) -> new Masking(
                        row.getString("place"),
                        row.getString("table_name"),
                        List.of((String[]) row.getArray("columns").getArray()).stream()
                                .map(MaskingTable::column)
                                .toList(),
                        row.getInt("row_count"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Column column(String line) {
        int tab = line.lastIndexOf('\t');
        return new Column(line.substring(0, tab), ColumnMask.valueOf(line.substring(tab + 1)));
    }

    /** What the organ last decided, by heading. */
    public Map<String, ColumnMask> rules(OrganId organ) {
        Map<String, ColumnMask> rules = new HashMap<>();
        jdbc.sql("select heading, mask from disclosure.column_mask where organ_id = ?")
                .param(organ.value())
                .query(row -> {
                    rules.put(row.getString("heading"), ColumnMask.valueOf(row.getString("mask")));
                });
        return rules;
    }

    public void rule(OrganId organ, String heading, ColumnMask mask, Officer officer, Instant now) {
        jdbc.sql("""
                insert into disclosure.column_mask (organ_id, heading, mask, by_name, at) values (?, ?, ?, ?, ?)
                on conflict (organ_id, heading) do update
                   set mask = excluded.mask, by_name = excluded.by_name, at = excluded.at""")
                .params(organ.value(), heading, mask.name(), officer.name(), Timestamp.from(now))
                .update();
    }
}
