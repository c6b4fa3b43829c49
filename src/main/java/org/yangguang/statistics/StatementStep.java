package org.yangguang.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move that a statement made.
 *
 * @param contentHash of the figures that were moved; null where they follow the facts
 */
public record StatementStep(
        String action,
        StatementState to,
        String byName,
        String opinion,
        @Nullable String contentHash,
        Instant at) {}
