package org.yangguang.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;

/**
 * A figure entered beside the counted one.
 *
 * @param computed what was counted when it was entered; null where nothing counts the cell
 * @param approved null until another officer has decided
 */
public record Entry(
        long id,
        Cell cell,
        @Nullable BigDecimal computed,
        BigDecimal value,
        String reason,
        AccountId by,
        String byName,
        Instant at,
        @Nullable Boolean approved,
        @Nullable String decidedName) {

    public boolean holds() {
        return Boolean.TRUE.equals(approved);
    }

    public boolean waits() {
        return approved == null;
    }
}
