package org.yangguang.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.AccountId;

/**
 * A statement that was begun.
 *
 * @param version goes up with every move and entry; a change made to another version is refused
 * @param submittedBy who submitted it last
 * @param contentHash SM3 over its figures since it was submitted; null while they follow the facts
 */
public record Statement(
        long id,
        StatementKey key,
        StatementState state,
        int version,
        @Nullable AccountId submittedBy,
        @Nullable String contentHash,
        Instant changedAt) {}
