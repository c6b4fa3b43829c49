package org.yangguang.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.internal.Canonical;

/**
 * One link of the audit chain.
 *
 * @param seq place in the chain, from 1, without gaps
 * @param at when it was recorded, in microseconds
 * @param actor login of the officer, or the part of the program that acted
 * @param before hash of what the record was, null when there was nothing
 * @param after hash of what it became, null when nothing is left or nothing changed
 * @param previous hash of the entry before; 64 zeros for the first
 * @param hash SM3 over the canonical bytes of all the other parts
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String previous,
        String hash) {

    /** What the first entry has for the hash of the entry before it. */
    public static final String ORIGIN = "0".repeat(64);

    /** The hash that this entry should have by its other parts. */
    public String computedHash() {
        return Canonical.hash(seq, at, actor, action, subject, before, after, previous);
    }
}
