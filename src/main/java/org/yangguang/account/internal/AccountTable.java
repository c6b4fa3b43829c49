package org.yangguang.account.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;

/** The table {@code account.account}. */
@Repository
public class AccountTable {

    private static final String COLUMNS = """
            select id, login, name, organ_id, password_hash, password_one_time, password_changed_at, state, session_epoch,
                   version, opened_at, signed_in_at
              from account.account
            """;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row; the hash never leaves the module. */
    public record Row(
            AccountId id,
            String login,
            String name,
            OrganId organ,
            String passwordHash,
            boolean passwordOneTime,
            Instant passwordChangedAt,
            String state,
            int sessionEpoch,
            int version,
            Instant openedAt,
            @Nullable Instant signedInAt) {

        public boolean open() {
            return state.equals("OPEN");
        }
    }

    public AccountId insert(
            String login, String name, OrganId organ, String passwordHash, boolean oneTime, Instant now) {
        long id = jdbc.sql("select nextval('account.account_id')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into account.account (id, login, name, organ_id, password_hash, password_one_time,
                       password_changed_at, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, login, name, organ.value(), passwordHash, oneTime, at(now), at(now))
                .update();
        return new AccountId(id);
    }

    public Optional<Row> find(AccountId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(AccountTable::row)
                .optional();
    }

    public Optional<Row> byLogin(String login) {
        return jdbc.sql(COLUMNS + "where lower(login) = lower(?)")
                .param(login)
                .query(AccountTable::row)
                .optional();
    }

    /** The row, held until the transaction ends: changes of one account happen one after the other. */
    public Optional<Row> hold(AccountId id) {
        return jdbc.sql(COLUMNS + "where id = ? for update")
                .param(id.value())
                .query(AccountTable::row)
                .optional();
    }

    public List<Row> in(Collection<OrganId> organs) {
        return jdbc.sql(COLUMNS + "where organ_id = any(?) order by login")
                .param(organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query(AccountTable::row)
                .list();
    }

    public boolean none() {
        return jdbc.sql("select not exists (select from account.account)")
                .query(Boolean.class)
                .single();
    }

    public int countOpen(OrganId organ) {
        return jdbc.sql("select count(*) from account.account where organ_id = ? and state <> 'DISABLED'")
                .param(organ.value())
                .query(Integer.class)
                .single();
    }

    /** A new password ends every session that the old one began. */
    public void password(AccountId id, String hash, boolean oneTime, Instant now) {
        jdbc.sql("""
                update account.account
                   set password_hash = ?, password_one_time = ?, password_changed_at = ?,
                       session_epoch = session_epoch + 1, version = version + 1
                 where id = ?""").params(hash, oneTime, at(now), id.value()).update();
    }

    public void state(AccountId id, String state) {
        jdbc.sql("""
                update account.account set state = ?, session_epoch = session_epoch + 1, version = version + 1
                 where id = ?""").params(state, id.value()).update();
    }

    public void describe(AccountId id, String name, OrganId organ) {
        jdbc.sql("update account.account set name = ?, organ_id = ?, version = version + 1 where id = ?")
                .params(name, organ.value(), id.value())
                .update();
    }

    public void endSessions(AccountId id) {
        jdbc.sql("update account.account set session_epoch = session_epoch + 1 where id = ?")
                .param(id.value())
                .update();
    }

    public void signedIn(AccountId id, Instant now) {
        jdbc.sql("update account.account set signed_in_at = ? where id = ?")
                .params(at(now), id.value())
                .update();
    }

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new AccountId(row.getLong("id")),
                row.getString("login"),
                row.getString("name"),
                new OrganId(row.getLong("organ_id")),
                row.getString("password_hash"),
                row.getBoolean("password_one_time"),
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getInt("session_epoch"),
                row.getInt("version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "signed_in_at"));
    }
}
