package org.yangguang.governance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;
import org.yangguang.account.StandIns;

/** B stands in while A is noted to be away, from the first day to the last. */
@Component
class FiledStandIns implements StandIns {

    private final FilingTable table;
    private final Clock clock;

    FiledStandIns(FilingTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Set<AccountId> actsFor(AccountId account) {
        return table.actsFor(account, LocalDate.now(clock));
    }
}
