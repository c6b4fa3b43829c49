package org.yangguang.account.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** The accounts that a security administrator looks after, to be listed and searched. */
@Service
public class AccountDirectory {

    private final AccountTable accounts;
    private final GrantTable grants;
    private final Permissions permissions;
    private final Organs organs;

    AccountDirectory(AccountTable accounts, GrantTable grants, Permissions permissions, Organs organs) {
        this.accounts = accounts;
        this.grants = grants;
        this.permissions = permissions;
        this.organs = organs;
    }

    /** An account as administrators see it. */
    public record Entry(
            AccountId id,
            String login,
            String name,
            OrganId organ,
            String state,
            int version,
            boolean passwordOneTime,
            @Nullable Instant signedInAt,
            Set<Grant> grants) {}

    /**
     * What to look for; null and blank are anything.
     *
     * @param organ the organ with all below it
     */
    public record Filter(
            String text, @Nullable OrganId organ, @Nullable Role role, String state) {

        public static final Filter ALL = new Filter("", null, null, "");
    }

    public List<Entry> list(Officer by, Filter filter) {
        Set<OrganId> mine = permissions.organsWith(by, Role.SECURITY_ADMINISTRATOR);
        Set<OrganId> wanted = filter.organ() == null ? mine : organs.subtree(filter.organ());
        List<AccountTable.Row> rows =
                accounts.in(mine.stream().filter(wanted::contains).toList());
        Map<AccountId, Set<Grant>> held =
                grants.ofAll(rows.stream().map(AccountTable.Row::id).toList());
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .map(row -> entry(row, held.getOrDefault(row.id(), Set.of())))
                .filter(entry -> text.isEmpty()
                        || entry.login().toLowerCase(Locale.ROOT).contains(text)
                        || entry.name().toLowerCase(Locale.ROOT).contains(text))
                .filter(entry -> filter.role() == null
                        || entry.grants().stream().anyMatch(grant -> grant.role() == filter.role()))
                .filter(entry -> filter.state().isBlank() || entry.state().equals(filter.state()))
                .toList();
    }

    /** Empty also when the account is not this administrator's to see. */
    public Optional<Entry> find(Officer by, AccountId id) {
        return accounts.find(id)
                .filter(row -> permissions.holds(by, Role.SECURITY_ADMINISTRATOR, row.organ()))
                .map(row -> entry(row, grants.of(id)));
    }

    private static Entry entry(AccountTable.Row row, Set<Grant> grants) {
        return new Entry(
                row.id(),
                row.login(),
                row.name(),
                row.organ(),
                row.state(),
                row.version(),
                row.passwordOneTime(),
                row.signedInAt(),
                grants);
    }
}
