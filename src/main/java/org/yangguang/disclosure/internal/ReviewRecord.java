package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.Confirmation;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Stage;
import org.yangguang.disclosure.Step;
import org.yangguang.organ.OrganId;

/** The written review record: the tables {@code disclosure.review_step} and {@code disclosure.confirmation}. */
@Repository
public class ReviewRecord {

    private static final String STEP = """
            select s.id, s.edition_id, s.stage, s.action, s.actor_id, s.actor_name, s.organ_id, s.opinion, s.content_hash, s.at
              from disclosure.review_step s""";
    private static final String CONFIRMATION = """
            select id, edition_id, asked_organ_id, question, asked_by, asked_by_name, asked_at, agreed, answer,
                   answered_name, answered_at
              from disclosure.confirmation""";

    private final JdbcClient jdbc;

    ReviewRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param officer null for the program itself */
    public void add(
            EditionId edition,
            Stage stage,
            Action action,
            @Nullable Officer officer,
            OrganId organ,
            String opinion,
            String hash,
            Instant now) {
        jdbc.sql("""
                insert into disclosure.review_step
                       (edition_id, stage, action, actor_id, actor_name, organ_id, opinion, content_hash, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        edition.value(),
                        stage.name(),
                        action.name(),
                        officer == null ? 0L : officer.id().value(),
                        officer == null ? "" : officer.name(),
                        officer == null ? organ.value() : officer.organ().value(),
                        opinion,
                        hash,
                        Timestamp.from(now))
                .update();
    }

    public List<Step> steps(EditionId edition) {
        return jdbc.sql(STEP + " where s.edition_id = ? order by s.id")
                .param(edition.value())
                .query(ReviewRecord::step)
                .list();
    }

    public List<Step> steps(ItemId item) {
        return jdbc.sql(STEP + " join disclosure.edition e on e.id = s.edition_id where e.item_id = ? order by s.id")
                .param(item.value())
                .query(ReviewRecord::step)
                .list();
    }

    /** Who saved text in the edition. */
    public Set<AccountId> writers(EditionId edition) {
        return jdbc
                .sql("select account_id from disclosure.edition_editor where edition_id = ? and saved_at is not null")
                .param(edition.value())
                .query((row, n) -> new AccountId(row.getLong("account_id")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    public void ask(EditionId edition, OrganId organ, String question, Officer by, Instant now) {
        jdbc.sql("""
                insert into disclosure.confirmation (edition_id, asked_organ_id, question, asked_by, asked_by_name, asked_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(edition.value(), organ.value(), question, by.id().value(), by.name(), Timestamp.from(now))
                .update();
    }

    /** @param agreed null when the question is cancelled */
    public void close(Confirmation open, @Nullable Boolean agreed, String answer, Officer by, Instant now) {
        jdbc.sql("""
                update disclosure.confirmation
                   set agreed = ?, answer = ?, answered_by = ?, answered_name = ?, answered_at = ?
                 where id = ? and answered_at is null""")
                .params(agreed, answer, by.id().value(), by.name(), Timestamp.from(now), open.id())
                .update();
    }

    public Optional<Confirmation> open(EditionId edition) {
        return jdbc.sql(CONFIRMATION + " where edition_id = ? and answered_at is null")
                .param(edition.value())
                .query(ReviewRecord::confirmation)
                .optional();
    }

    public List<Confirmation> confirmations(EditionId edition) {
        return jdbc.sql(CONFIRMATION + " where edition_id = ? order by id")
                .param(edition.value())
                .query(ReviewRecord::confirmation)
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getLong("id"),
                new EditionId(row.getLong("edition_id")),
                Stage.valueOf(row.getString("stage")),
                Action.valueOf(row.getString("action")),
                new AccountId(row.getLong("actor_id")),
                row.getString("actor_name"),
                new OrganId(row.getLong("organ_id")),
                row.getString("opinion"),
                row.getString("content_hash"),
                row.getTimestamp("at").toInstant());
    }

    static Confirmation confirmation(ResultSet row, int number) throws SQLException {
        return new Confirmation(
                row.getLong("id"),
                new EditionId(row.getLong("edition_id")),
                new OrganId(row.getLong("asked_organ_id")),
                row.getString("question"),
                new AccountId(row.getLong("asked_by")),
                row.getString("asked_by_name"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("agreed", Boolean.class),
                row.getString("answer"),
                row.getString("answered_name"),
                EditionRows.instant(row, "answered_at"));
    }
}
