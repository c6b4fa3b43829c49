package org.yangguang.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yangguang.account.internal.AccountTable;
import org.yangguang.account.internal.GrantTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Looks officers up, whether or not they are signed in. */
@Service
public class Accounts {

    private final AccountTable accounts;
    private final GrantTable grants;
    private final Organs organs;

    Accounts(AccountTable accounts, GrantTable grants, Organs organs) {
        this.accounts = accounts;
        this.grants = grants;
        this.organs = organs;
    }

    /** The officer, also when the account is locked or disabled: a record of what they did keeps its author. */
    public Optional<Officer> find(AccountId id) {
        return accounts.find(id).map(this::officer);
    }

    public Optional<Officer> byLogin(String login) {
        return accounts.byLogin(login).map(this::officer);
    }

    /** Officers whose account is in use and who hold {@code role} for {@code organ}: granted there or above it. */
    public List<Officer> holders(Role role, OrganId organ) {
        List<OrganId> upwards = organs.all().stream()
                .map(Organ::id)
                .filter(each -> organs.subtree(each).contains(organ))
                .toList();
        return grants.holders(role, upwards).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    private Officer officer(AccountTable.Row row) {
        return new Officer(row.id(), row.login(), row.name(), row.organ(), grants.of(row.id()));
    }
}
