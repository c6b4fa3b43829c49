package org.yangguang.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * An address that is told what becomes of drafts that were handed in for an organ or one below it.
 *
 * @param waiting deliveries that have not arrived yet
 * @param lastResult what the last attempt brought
 */
public record Webhook(
        long id,
        OrganId organ,
        String url,
        Instant createdAt,
        @Nullable Instant closedAt,
        long waiting,
        long givenUp,
        @Nullable String lastResult) {}
