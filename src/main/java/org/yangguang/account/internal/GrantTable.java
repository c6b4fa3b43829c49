package org.yangguang.account.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;

/** The table {@code account.account_grant}. */
@Repository
public class GrantTable {

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(AccountId account, Grant grant, String by, Instant now) {
        jdbc.sql("""
                insert into account.account_grant (account_id, role, organ_id, granted_at, granted_by)
                values (?, ?, ?, ?, ?)""")
                .params(account.value(), grant.role().name(), grant.organ().value(), AccountTable.at(now), by)
                .update();
    }

    public Set<Grant> of(AccountId account) {
        return jdbc.sql("select role, organ_id from account.account_grant where account_id = ? and revoked_at is null")
                .param(account.value())
                .query((row, number) ->
                        new Grant(Role.valueOf(row.getString("role")), new OrganId(row.getLong("organ_id"))))
                .set();
    }

    /** @return whether there was such a grant */
    public boolean revoke(AccountId account, Grant grant, String by, Instant now) {
        return jdbc.sql("""
                update account.account_grant set revoked_at = ?, revoked_by = ?
                 where account_id = ? and role = ? and organ_id = ? and revoked_at is null""")
                        .params(
                                AccountTable.at(now),
                                by,
                                account.value(),
                                grant.role().name(),
                                grant.organ().value())
                        .update()
                == 1;
    }

    /** Everything that is granted now to accounts which are in use, by account. */
    public Map<AccountId, Set<Grant>> ofAll(Collection<AccountId> accounts) {
        Map<AccountId, Set<Grant>> grants = new HashMap<>();
        jdbc.sql("""
                select account_id, role, organ_id from account.account_grant
                 where account_id = any(?) and revoked_at is null""")
                .param(accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    grants.computeIfAbsent(new AccountId(row.getLong("account_id")), account -> new HashSet<>())
                            .add(new Grant(Role.valueOf(row.getString("role")), new OrganId(row.getLong("organ_id"))));
                });
        return grants;
    }

    /** Accounts in use that hold {@code role} at one of {@code organs}. */
    public List<AccountId> holders(Role role, Collection<OrganId> organs) {
        return jdbc.sql("""
                select distinct a.id from account.account a join account.account_grant g on g.account_id = a.id
                 where g.role = ? and g.organ_id = any(?) and g.revoked_at is null and a.state = 'OPEN'
                 order by a.id""")
                .params(role.name(), organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, number) -> new AccountId(row.getLong("id")))
                .list();
    }

    /** Grants and losses of security administrators happen one after the other, so that the last one is known to be the last. */
    public void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('account.account_grant'))")
                .query(row -> {});
    }
}
