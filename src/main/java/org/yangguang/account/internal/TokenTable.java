package org.yangguang.account.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccessTokens.AccessToken;
import org.yangguang.account.AccountId;
import org.yangguang.account.TokenScope;

/** The table {@code account.token}. */
@Repository
public class TokenTable {

    private static final String COLUMNS = """
            select t.id, t.account_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at
              from account.token t
            """;

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AccessToken insert(
            AccountId account, String name, Set<TokenScope> scopes, String hash, Instant now, Instant expires) {
        long id = jdbc.sql("""
                insert into account.token (account_id, name, scopes, token_hash, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                returning id""")
                .params(
                        account.value(),
                        name,
                        scopes.stream().map(TokenScope::label).toArray(String[]::new),
                        hash,
                        AccountTable.at(now),
                        AccountTable.at(expires))
                .query(Long.class)
                .single();
        return new AccessToken(id, account, name, Set.copyOf(scopes), now, expires, null, null);
    }

    public Optional<AccessToken> ofOpenAccount(String hash) {
        return jdbc.sql(COLUMNS + """
                  join account.account a on a.id = t.account_id
                 where t.token_hash = ? and a.state = 'OPEN'""").param(hash).query(TokenTable::token).optional();
    }

    public List<AccessToken> of(AccountId account) {
        return jdbc.sql(COLUMNS + "where t.account_id = ? order by t.id desc")
                .param(account.value())
                .query(TokenTable::token)
                .list();
    }

    public void used(long id, Instant now) {
        jdbc.sql("update account.token set last_used_at = ? where id = ?")
                .params(AccountTable.at(now), id)
                .update();
    }

    public boolean revoke(AccountId account, long id, Instant now) {
        return jdbc.sql(
                                "update account.token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null")
                        .params(AccountTable.at(now), id, account.value())
                        .update()
                == 1;
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                Stream.of((String[]) row.getArray("scopes").getArray())
                        .flatMap(label -> TokenScope.of(label).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Objects.requireNonNull(AccountTable.instant(row, "created_at")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                AccountTable.instant(row, "last_used_at"),
                AccountTable.instant(row, "revoked_at"));
    }
}
