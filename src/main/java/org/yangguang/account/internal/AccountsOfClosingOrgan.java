package org.yangguang.account.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.organ.ClosingConsequence;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Remark;

/** Accounts stay with an organ that closes until they are moved or disabled. */
@Component
class AccountsOfClosingOrgan implements ClosingConsequence {

    private final AccountTable accounts;

    AccountsOfClosingOrgan(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Remark> ofClosing(OrganId organ) {
        int open = accounts.countOpen(organ);
        return open == 0 ? List.of() : List.of(Remark.of("account.closing", open));
    }
}
