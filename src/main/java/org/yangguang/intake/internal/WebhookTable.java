package org.yangguang.intake.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.ItemId;
import org.yangguang.intake.Webhook;
import org.yangguang.organ.OrganId;

/** Webhooks and what they are to be told. */
@Repository
class WebhookTable {

    /**
     * Something that is to be delivered now.
     *
     * @param attempts this one included
     */
    record Due(UUID id, long webhook, String url, byte[] secret, String event, String body, int attempts) {}

    private final JdbcClient jdbc;

    WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('intake.webhook', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(long id, OrganId organ, String url, byte[] secret, Instant now) {
        jdbc.sql("""
                insert into intake.webhook (id, organ_id, url, secret, created_at) overriding system value
                values (?, ?, ?, ?, ?)""")
                .params(id, organ.value(), url, secret, Timestamp.from(now))
                .update();
    }

    boolean close(long id, Instant now) {
        jdbc.sql(
                        "update intake.delivery set next_at = null, result = 'closed' where webhook_id = ? and next_at is not null")
                .param(id)
                .update();
        return jdbc.sql("update intake.webhook set closed_at = ? where id = ? and closed_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    List<Webhook> of(Collection<OrganId> organs) {
        return jdbc.sql("""
                select w.id, w.organ_id, w.url, w.created_at, w.closed_at,
                       count(d.id) filter (where d.next_at is not null) as waiting,
                       count(d.id) filter (where d.next_at is null and d.done_at is null) as given_up,
                       (select l.result from intake.delivery l where l.webhook_id = w.id and l.result is not null
                         order by l.created_at desc limit 1) as last_result
                  from intake.webhook w left join intake.delivery d on d.webhook_id = w.id
                 where w.organ_id = any (?) group by w.id order by w.id""")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, number) -> new Webhook(
                        row.getLong("id"),
                        new OrganId(row.getLong("organ_id")),
                        row.getString("url"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("closed_at") == null
                                ? null
                                : row.getTimestamp("closed_at").toInstant(),
                        row.getLong("waiting"),
                        row.getLong("given_up"),
                        row.getString("last_result")))
                .list();
    }

    /** Open webhooks of these organs. */
    List<Long> listening(Collection<OrganId> organs) {
        return jdbc.sql("select id from intake.webhook where closed_at is null and organ_id = any (?)")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** What the system that handed an item in calls it; empty when no system did. */
    Optional<String> reference(ItemId item) {
        return jdbc.sql("select reference from intake.handed_in where item_id = ?")
                .param(item.value())
                .query(String.class)
                .optional();
    }

    /** Nothing happens when the occasion was noted for this webhook before. */
    void deliver(UUID id, long webhook, String occasion, String event, String body, Instant now) {
        jdbc.sql("""
                insert into intake.delivery (id, webhook_id, occasion, event, body, next_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, webhook, occasion, event, body, Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    /** The next one that is due; until {@code again} nobody else gets it. */
    Optional<Due> next(Instant now, Instant again) {
        return jdbc.sql("""
                with due as (
                    select d.id from intake.delivery d where d.next_at <= ?
                     order by d.next_at limit 1 for update skip locked)
                update intake.delivery d set attempts = d.attempts + 1, next_at = ?
                  from due, intake.webhook w
                 where d.id = due.id and w.id = d.webhook_id
                returning d.id, d.webhook_id, w.url, w.secret, d.event, d.body, d.attempts""")
                .params(Timestamp.from(now), Timestamp.from(again))
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getLong("webhook_id"),
                        row.getString("url"),
                        row.getBytes("secret"),
                        row.getString("event"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    void arrived(UUID id, String result, Instant now) {
        jdbc.sql("update intake.delivery set next_at = null, done_at = ?, result = ? where id = ?")
                .params(Timestamp.from(now), result, id)
                .update();
    }

    void failed(UUID id, String result, Optional<Instant> again) {
        jdbc.sql("update intake.delivery set next_at = ?, result = ? where id = ?")
                .params(again.map(Timestamp::from).orElse(null), result, id)
                .update();
    }

    /** Tries what was given up once more. */
    int again(long webhook, Instant now) {
        return jdbc.sql("""
                update intake.delivery set next_at = ?, attempts = 0
                 where webhook_id = ? and next_at is null and done_at is null""").params(Timestamp.from(now), webhook).update();
    }
}
