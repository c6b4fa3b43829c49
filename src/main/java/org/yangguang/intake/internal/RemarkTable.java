package org.yangguang.intake.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Reason;

/** What was remarked about rows: why they were refused, what is odd about them. */
@Repository
public class RemarkTable {

    /** @param refused whether the row was not taken for it */
    public record Remark(long row, String key, boolean refused, Reason reason) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RemarkTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void add(long job, List<Judged> rows) {
        List<Object[]> lines = new ArrayList<>();
        for (Judged row : rows) {
            row.refusals().forEach(reason -> lines.add(line(job, row, true, reason)));
            row.warnings().forEach(reason -> lines.add(line(job, row, false, reason)));
        }
        if (!lines.isEmpty()) {
            template.batchUpdate("""
                    insert into intake.remark (job_id, row_number, row_key, refused, field, reason, arguments)
                    values (?, ?, ?, ?, ?, ?, ?)""", lines);
        }
    }

    private static Object[] line(long job, Judged row, boolean refused, Reason reason) {
        return new Object[] {
            job,
            row.number(),
            row.key(),
            refused,
            reason.field(),
            reason.key(),
            reason.arguments().stream().map(String::valueOf).toArray(String[]::new)
        };
    }

    public List<Remark> first(long job, int most) {
        return jdbc.sql(select() + " order by row_number, id limit ?")
                .params(job, most)
                .query(RemarkTable::remark)
                .list();
    }

    public long count(long job) {
        return jdbc.sql("select count(*) from intake.remark where job_id = ?")
                .param(job)
                .query(Long.class)
                .single();
    }

    /** All of them in the order of rows, some at a time. */
    public void all(long job, Consumer<Remark> each) {
        long row = Long.MIN_VALUE;
        long after = Long.MIN_VALUE;
        List<Numbered> some;
        do {
            some = jdbc.sql("""
                    select id, row_number, row_key, refused, field, reason, arguments from intake.remark
                     where job_id = ? and (row_number, id) > (?, ?) order by row_number, id limit 2000""")
                    .params(job, row, after)
                    .query((line, number) -> new Numbered(line.getLong("id"), remark(line, number)))
                    .list();
            for (Numbered one : some) {
                each.accept(one.remark());
                row = one.remark().row();
                after = one.id();
            }
        } while (!some.isEmpty());
    }

    private record Numbered(long id, Remark remark) {}

    private static String select() {
        return "select row_number, row_key, refused, field, reason, arguments from intake.remark where job_id = ?";
    }

    private static Remark remark(ResultSet row, int number) throws SQLException {
        Array arguments = row.getArray("arguments");
        return new Remark(
                row.getLong("row_number"),
                row.getString("row_key"),
                row.getBoolean("refused"),
                new Reason(row.getString("field"), row.getString("reason"), List.of((Object[]) arguments.getArray())));
    }
}
