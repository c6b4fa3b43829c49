package org.yangguang.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done, for {@link AuditTrail#recordAll}.
 *
 * @param action past-tense name, {@code module.what}: {@code item.imported}
 * @param subject the record it was done to: {@code disclosure.item:12}
 * @param before what the record was, or null; only its SM3 hash is kept
 * @param after what it became, or null; only its SM3 hash is kept
 */
public record Act(
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {}
