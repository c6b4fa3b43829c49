package org.yangguang.statistics.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.Statement;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementState;
import org.yangguang.statistics.StatementStep;

/** Statements, the steps that they went and the reasons given for warnings. */
@Repository
public class StatementTable {

    private static final String STATEMENT = """
            select id, organ_id, scheme, period, coverage, state, version, submitted_by, content_hash, changed_at
              from statistics.statement""";

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Statement> find(StatementKey key) {
        return jdbc.sql(STATEMENT + " where organ_id = ? and scheme = ? and period = ? and coverage = ?")
                .params(
                        key.organ().value(),
                        key.scheme(),
                        key.period().code(),
                        key.coverage().name())
                .query(StatementTable::statement)
                .optional();
    }

    /** Those of a scheme and period for each organ alone. */
    public List<Statement> ofOrgans(String scheme, Period period, Collection<OrganId> organs) {
        return jdbc.sql(
                        STATEMENT
                                + " where scheme = :scheme and period = :period and coverage = 'ORGAN' and organ_id = any(:organs)")
                .param("scheme", scheme)
                .param("period", period.code())
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(StatementTable::statement)
                .list();
    }

    /** The newest first. */
    public List<Statement> frozen(int limit) {
        return jdbc.sql(STATEMENT + " where state = 'FROZEN' order by period_end desc, organ_id, scheme limit ?")
                .param(limit)
                .query(StatementTable::statement)
                .list();
    }

    /** Those of an organ, the newest period first. */
    public List<Statement> of(OrganId organ) {
        return jdbc.sql(STATEMENT + " where organ_id = ? order by period_end desc, scheme, coverage limit 500")
                .param(organ.value())
                .query(StatementTable::statement)
                .list();
    }

    /** Empty when somebody has begun it meanwhile. */
    public Optional<Long> begin(StatementKey key, StatementState state, Instant now) {
        return jdbc.sql("""
                insert into statistics.statement (organ_id, scheme, period, period_end, coverage, state, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (organ_id, scheme, period, coverage) do nothing returning id""")
                .params(
                        key.organ().value(),
                        key.scheme(),
                        key.period().code(),
                        key.period().until(),
                        key.coverage().name(),
                        state.name(),
                        Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /** False when it was changed since {@code statement} was read. */
    public boolean move(
            Statement statement,
            StatementState to,
            @Nullable AccountId submittedBy,
            @Nullable String hash,
            Instant now) {
        return jdbc.sql("""
                update statistics.statement
                   set state = ?, version = version + 1, submitted_by = ?, content_hash = ?, changed_at = ?,
                       frozen_at = case when ? = 'FROZEN' then ?::timestamptz end
                 where id = ? and version = ?""")
                        .params(
                                to.name(),
                                submittedBy == null ? null : submittedBy.value(),
                                hash,
                                Timestamp.from(now),
                                to.name(),
                                Timestamp.from(now),
                                statement.id(),
                                statement.version())
                        .update()
                == 1;
    }

    /** Counts a change of its parts; false when it was changed since it was read. */
    public boolean touch(Statement statement, Instant now) {
        return jdbc.sql("""
                update statistics.statement set version = version + 1, changed_at = ? where id = ? and version = ?""")
                        .params(Timestamp.from(now), statement.id(), statement.version())
                        .update()
                == 1;
    }

    public void step(
            long statement,
            String action,
            StatementState to,
            Officer officer,
            String opinion,
            @Nullable String hash,
            Instant now) {
        jdbc.sql("""
                insert into statistics.step (statement_id, action, to_state, by_id, by_name, opinion, content_hash, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        statement,
                        action,
                        to.name(),
                        officer.id().value(),
                        officer.name(),
                        opinion,
                        hash,
                        Timestamp.from(now))
                .update();
    }

    public List<StatementStep> steps(long statement) {
        return jdbc.sql("""
                select action, to_state, by_name, opinion, content_hash, at from statistics.step
                where statement_id = ? order by id desc limit 200""")
                .param(statement)
                .query((row, number) -> new StatementStep(
                        row.getString("action"),
                        StatementState.valueOf(row.getString("to_state")),
                        row.getString("by_name"),
                        row.getString("opinion"),
                        row.getString("content_hash"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    public void reason(long statement, String fingerprint, String reason, Officer officer, Instant now) {
        jdbc.sql("""
                insert into statistics.reason (statement_id, fingerprint, reason, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (statement_id, fingerprint)
                do update set reason = excluded.reason, by_id = excluded.by_id, by_name = excluded.by_name,
                              at = excluded.at""")
                .params(statement, fingerprint, reason, officer.id().value(), officer.name(), Timestamp.from(now))
                .update();
    }

    /** By fingerprint of what it explains. */
    public Map<String, String> reasons(long statement) {
        Map<String, String> reasons = new LinkedHashMap<>();
        jdbc.sql("select fingerprint, reason from statistics.reason where statement_id = ?")
                .param(statement)
                .query(row -> {
                    reasons.put(row.getString("fingerprint"), row.getString("reason"));
                });
        return reasons;
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        Long by = row.getObject("submitted_by", Long.class);
        return new Statement(
                row.getLong("id"),
                new StatementKey(
                        new OrganId(row.getLong("organ_id")),
                        Objects.requireNonNull(row.getString("scheme")),
                        Period.parse(row.getString("period")).orElseThrow(),
                        Coverage.valueOf(row.getString("coverage"))),
                StatementState.valueOf(row.getString("state")),
                row.getInt("version"),
                by == null ? null : new AccountId(by),
                row.getString("content_hash"),
                row.getTimestamp("changed_at").toInstant());
    }
}
