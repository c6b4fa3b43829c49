package org.yangguang.channel.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.channel.Subscription;
import org.yangguang.channel.Subscriptions;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.SealedColumns;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.SealedText.Place;
import org.yangguang.platform.Sm3;

/** The subscriptions; addresses and the secrets of their links are sealed and go when somebody leaves. */
@Repository
public class SubscriptionTable implements SealedColumns {

    private static final String TABLE = "channel.subscription";
    private static final String ADDRESS = TABLE + ".address";
    private static final String SUBSCRIPTION = """
            select s.id, s.organ_id, s.column_code, s.query, s.frequency, s.language, s.state, s.sent_at from channel.subscription s""";

    private final JdbcClient jdbc;
    private final SealedText sealed;
    private final BlindIndex index;
    private final SecureRandom random = new SecureRandom();

    SubscriptionTable(JdbcClient jdbc, SealedText sealed, BlindIndex index) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.index = index;
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column(TABLE, "id", "address", "address_index"), new Column(TABLE, "id", "token", null));
    }

    /** A new one with the secret of its links. */
    public record Asked(long id, String token) {}

    public Asked insert(String address, Subscriptions.Wish wish, Instant now) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('channel.subscription', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into channel.subscription (id, address, address_index, token, token_hash, organ_id, column_code, query, frequency,
                       language, state, asked_at, changed_at) overriding system value
                values (:id, :address, :index, :token, :hash, :organ, :column, :query, :frequency, :language, 'ASKED', :now, :now)""")
                .param("id", id)
                .param("address", sealed.seal(address, new Place(ADDRESS, id)))
                .param("index", index.of(address, ADDRESS))
                .param("token", sealed.seal(token, new Place(TABLE + ".token", id)))
                .param("hash", hash(token))
                .param("organ", wish.organ() == null ? null : wish.organ().value())
                .param("column", wish.column())
                .param("query", wish.query())
                .param("frequency", wish.frequency().name())
                .param("language", wish.language().toLanguageTag())
                .param("now", Timestamp.from(now))
                .update();
        return new Asked(id, token);
    }

    /** How many confirmations went to this address since a moment. */
    public long askedSince(String address, Instant then) {
        return jdbc.sql("""
                select count(*) from channel.subscription where address_index = any (:index) and asked_at > :then""")
                .param("index", index.candidates(address, ADDRESS).toArray(byte[][]::new))
                .param("then", Timestamp.from(then))
                .query(Long.class)
                .single();
    }

    /** Whether the same is running for this address already. */
    public boolean runs(String address, Subscriptions.Wish wish) {
        return jdbc.sql("""
                select exists (select 1 from channel.subscription
                 where address_index = any (:index) and state = 'CONFIRMED' and organ_id is not distinct from :organ
                   and column_code is not distinct from :column and query is not distinct from :query)""")
                .param("index", index.candidates(address, ADDRESS).toArray(byte[][]::new))
                .param("organ", wish.organ() == null ? null : wish.organ().value(), java.sql.Types.BIGINT)
                .param("column", wish.column(), java.sql.Types.VARCHAR)
                .param("query", wish.query(), java.sql.Types.VARCHAR)
                .query(Boolean.class)
                .single();
    }

    public Optional<Subscription> byToken(String token) {
        return jdbc.sql(SUBSCRIPTION + " where s.token_hash = ?")
                .param(hash(token))
                .query(SubscriptionTable::subscription)
                .optional();
    }

    public boolean confirm(long id, Instant now) {
        return jdbc.sql("""
                update channel.subscription set state = 'CONFIRMED', confirmed_at = :now, sent_at = :now, changed_at = :now
                 where id = :id and state = 'ASKED'""").param("now", Timestamp.from(now)).param("id", id).update() == 1;
    }

    /** The address goes at once. False when they had left. */
    public boolean leave(long id, Instant now) {
        return jdbc.sql("""
                update channel.subscription set state = 'LEFT', address = null, address_index = null, token = null, query = null,
                       changed_at = ?
                 where id = ? and state <> 'LEFT'""").params(Timestamp.from(now), id).update() == 1;
    }

    /** Confirmed ones whose last mail is older than a moment. */
    List<Long> due(Subscription.Frequency frequency, Instant sentBefore) {
        return jdbc.sql("""
                select id from channel.subscription where state = 'CONFIRMED' and frequency = ? and sent_at < ?
                 order by sent_at, id limit 1000""")
                .params(frequency.name(), Timestamp.from(sentBefore))
                .query(Long.class)
                .list();
    }

    /** Nobody else makes its mail until the transaction ends; empty when somebody is at it. */
    Optional<Subscription> lock(long id) {
        return jdbc.sql(SUBSCRIPTION + " where s.id = ? and s.state = 'CONFIRMED' for update skip locked")
                .param(id)
                .query(SubscriptionTable::subscription)
                .optional();
    }

    void sent(long id, Instant now) {
        jdbc.sql("update channel.subscription set sent_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** False when they had been told. */
    boolean tell(long id, long item) {
        return jdbc.sql("insert into channel.told (subscription_id, item_id) values (?, ?) on conflict do nothing")
                        .params(id, item)
                        .update()
                == 1;
    }

    Optional<String> address(long id) {
        return opened(id, "address");
    }

    Optional<String> token(long id) {
        return opened(id, "token");
    }

    /** What was asked for and never confirmed, and the bare record of who has left. */
    int forget(Instant then) {
        return jdbc.sql("delete from channel.subscription where state in ('ASKED', 'LEFT') and changed_at < ?")
                .param(Timestamp.from(then))
                .update();
    }

    private Optional<String> opened(long id, String column) {
        return jdbc.sql("select " + column + " from channel.subscription where id = ? and " + column + " is not null")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(envelope -> sealed.open(envelope, new Place(TABLE + "." + column, id)));
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        long organ = row.getLong("organ_id");
        @Nullable Timestamp sent = row.getTimestamp("sent_at");
        return new Subscription(
                row.getLong("id"),
                organ == 0 ? null : new OrganId(organ),
                row.getString("column_code"),
                row.getString("query"),
                Subscription.Frequency.valueOf(row.getString("frequency")),
                Locale.forLanguageTag(row.getString("language")),
                Subscription.State.valueOf(row.getString("state")),
                sent == null ? null : sent.toInstant());
    }
}
