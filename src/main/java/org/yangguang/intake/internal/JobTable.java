package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportJob.State;
import org.yangguang.intake.ImportPlan;
import org.yangguang.organ.OrganId;
import tools.jackson.databind.json.JsonMapper;

/** The runs of imports. */
@Repository
public class JobTable {

    private static final String JOB = """
            select id, organ_id, name, place, plan, state, actor, rows_total, rows_read, rows_taken, rows_known, rows_refused,
                   failure, created_at, ended_at
              from intake.job""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long insert(ImportPlan plan, String name, Path place, State state, String actor, Instant now) {
        return jdbc.sql("""
                insert into intake.job (organ_id, kind, name, place, plan, state, actor, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        plan.organ().value(),
                        plan.kind().name(),
                        name,
                        place.toString(),
                        json.writeValueAsString(plan),
                        state.name(),
                        actor,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    public Optional<ImportJob> find(long id) {
        return jdbc.sql(JOB + " where id = ?").param(id).query(this::job).optional();
    }

    /** The newest first. */
    public List<ImportJob> of(Collection<OrganId> organs, int most) {
        return jdbc.sql(JOB + " where organ_id = any (?) order by id desc limit ?")
                .params(organs.stream().map(OrganId::value).toArray(Long[]::new), most)
                .query(this::job)
                .list();
    }

    /** Jobs that wait, and such as were running when their program ended: who takes one makes sure that nobody has it. */
    List<Long> open() {
        return jdbc.sql("select id from intake.job where state in ('WAITING', 'RUNNING') order by id")
                .query(Long.class)
                .list();
    }

    public void plan(long id, ImportPlan plan) {
        jdbc.sql("update intake.job set plan = ? where id = ?")
                .params(json.writeValueAsString(plan), id)
                .update();
    }

    public void state(long id, State state) {
        jdbc.sql("update intake.job set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** Begins, or begins anew after a crash: what was counted then is counted again. */
    void begin(long id, @Nullable Long total) {
        jdbc.sql("""
                update intake.job set state = 'RUNNING', rows_total = ?, rows_read = 0, rows_taken = 0, rows_known = 0,
                       rows_refused = 0, failure = null, ended_at = null where id = ?""").params(total, id).update();
        jdbc.sql("delete from intake.remark where job_id = ?").param(id).update();
    }

    void advance(long id, long read, long taken, long known, long refused) {
        jdbc.sql("""
                update intake.job set rows_read = rows_read + ?, rows_taken = rows_taken + ?, rows_known = rows_known + ?,
                       rows_refused = rows_refused + ? where id = ?""").params(read, taken, known, refused, id).update();
    }

    /** @param failure why it ended early; null when it did not */
    void end(long id, @Nullable Reason failure, Instant now) {
        jdbc.sql("""
                update intake.job set state = ?, failure = ?, ended_at = ?, rows_total = coalesce(rows_total, rows_read)
                 where id = ?""")
                .params(
                        failure == null ? "DONE" : "FAILED",
                        failure == null ? null : json.writeValueAsString(failure),
                        Timestamp.from(now),
                        id)
                .update();
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        String failure = row.getString("failure");
        return new ImportJob(
                row.getLong("id"),
                new OrganId(row.getLong("organ_id")),
                row.getString("name"),
                Path.of(row.getString("place")),
                json.readValue(row.getString("plan"), ImportPlan.class),
                State.valueOf(row.getString("state")),
                row.getString("actor"),
                row.getObject("rows_total", Long.class),
                row.getLong("rows_read"),
                row.getLong("rows_taken"),
                row.getLong("rows_known"),
                row.getLong("rows_refused"),
                failure == null ? null : json.readValue(failure, Reason.class),
                row.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
