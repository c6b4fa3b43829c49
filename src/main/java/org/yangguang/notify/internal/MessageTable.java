package org.yangguang.notify.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.notify.Message;
import org.yangguang.platform.SealedColumns;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.SealedText.Place;

/** The messages with their sealed parts. */
@Repository
public class MessageTable implements SealedColumns {

    private static final String TABLE = "notify.message";
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final SealedText sealed;
    private final Clock clock;

    MessageTable(JdbcClient jdbc, SealedText sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** A message that is tried now, for the {@code attempts}th time. */
    public record Tried(long id, int attempts, Message message) {}

    /** A line of the administrator's list. */
    public record Line(
            long id,
            Message.Way way,
            String maskedAddress,
            String about,
            String state,
            int attempts,
            @Nullable String problem,
            Instant createdAt,
            Instant dueAt) {}

    @Override
    public List<Column> columns() {
        return List.of(
                new Column(TABLE, "id", "address", null),
                new Column(TABLE, "id", "subject", null),
                new Column(TABLE, "id", "body", null),
                new Column(TABLE, "id", "leave", null));
    }

    public long add(Message message) {
        long id = jdbc.sql("select nextval('notify.message_id')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into notify.message
                            (id, channel, address, subject, body, about, leave, state, due_at, created_at, changed_at)
                        values (:id, :way, :address, :subject, :body, :about, :leave, 'WAITING', :now, :now, :now)
                        """)
                .param("id", id)
                .param("way", message.way().name())
                .param("address", sealed.seal(message.to(), new Place(TABLE + ".address", id)))
                .param("subject", sealed.seal(message.subject(), new Place(TABLE + ".subject", id)))
                .param("body", sealed.seal(message.text(), new Place(TABLE + ".body", id)))
                .param("about", message.about())
                .param(
                        "leave",
                        message.leave() == null ? null : sealed.seal(message.leave(), new Place(TABLE + ".leave", id)))
                .param("now", now())
                .update();
        return id;
    }

    /** Messages whose time has come, and those whose attempt was cut short. */
    List<Long> due(Message.Way way) {
        return jdbc.sql("""
                        select id from notify.message
                        where channel = :way and due_at <= :now
                          and (state = 'WAITING' or state = 'SENDING' and changed_at < :cut)
                        order by due_at, id limit 200
                        """)
                .param("way", way.name())
                .param("now", now())
                .param("cut", now().minus(LONGEST_ATTEMPT))
                .query(Long.class)
                .list();
    }

    /** Marks an attempt before it is made; empty when somebody else is at it. */
    Optional<Tried> begin(long id) {
        return jdbc.sql("""
                        update notify.message set state = 'SENDING', attempts = attempts + 1, changed_at = :now
                        where id = :id and (state = 'WAITING' or state = 'SENDING' and changed_at < :cut)
                        returning id, channel, address, subject, body, about, leave, attempts
                        """)
                .param("id", id)
                .param("now", now())
                .param("cut", now().minus(LONGEST_ATTEMPT))
                .query(Row.class)
                .optional()
                .map(this::opened);
    }

    void end(long id, String state, @Nullable String problem, Instant due) {
        jdbc.sql("""
                        update notify.message set state = :state, problem = :problem, due_at = :due, changed_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state)
                .param("problem", problem)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    /** Moves an undelivered message to another state; false when it is not undelivered any more. */
    public boolean settle(long id, String state) {
        return jdbc.sql("""
                                update notify.message set state = :state, attempts = 0, due_at = :now, changed_at = :now
                                where id = :id and state = 'UNDELIVERED' and address is not null
                                """)
                        .param("id", id)
                        .param("state", state)
                        .param("now", now())
                        .update()
                > 0;
    }

    /** Address and words of messages that were done with before {@code then} go; that there was a message stays. */
    int erase(Instant then) {
        return jdbc.sql("""
                        update notify.message set address = null, subject = null, body = null, leave = null
                        where state in ('DELIVERED', 'SETTLED') and address is not null and changed_at < :then
                        """).param("then", then.atOffset(ZoneOffset.UTC)).update();
    }

    /** What is not delivered, newest first: given up, and waiting after a failure. */
    public List<Line> troubled(int most) {
        return jdbc.sql("""
                        select id, channel, address, about, state, attempts, problem, created_at, due_at
                        from notify.message
                        where state = 'UNDELIVERED' or state in ('WAITING', 'SENDING') and attempts > 0
                        order by created_at desc, id desc limit :most
                        """)
                .param("most", most)
                .query((rows, number) -> new Line(
                        rows.getLong("id"),
                        Message.Way.valueOf(rows.getString("channel")),
                        masked(open(rows.getBytes("address"), "address", rows.getLong("id"))),
                        rows.getString("about"),
                        rows.getString("state"),
                        rows.getInt("attempts"),
                        rows.getString("problem"),
                        rows.getTimestamp("created_at").toInstant(),
                        rows.getTimestamp("due_at").toInstant()))
                .list();
    }

    /** {@code z***@example.cn}, {@code 138****0000}. */
    static String masked(String address) {
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        return address.length() < 8
                ? "****"
                : address.substring(0, 3) + "****" + address.substring(address.length() - 4);
    }

    private Tried opened(Row row) {
        return new Tried(
                row.id(),
                row.attempts(),
                new Message(
                        Message.Way.valueOf(row.channel()),
                        open(row.address(), "address", row.id()),
                        open(row.subject(), "subject", row.id()),
                        open(row.body(), "body", row.id()),
                        row.about(),
                        row.leave() == null ? null : open(row.leave(), "leave", row.id())));
    }

    private String open(byte @Nullable [] envelope, String column, long id) {
        return envelope == null ? "" : sealed.open(envelope, new Place(TABLE + "." + column, id));
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Row(
            long id,
            String channel,
            byte @Nullable [] address,
            byte @Nullable [] subject,
            byte @Nullable [] body,
            String about,
            byte @Nullable [] leave,
            int attempts) {}
}
