package org.yangguang.audit;

import java.util.Locale;

/** A place in the chain with the hash of the entry there; written as {@code seq:hash}. Kept outside, it proves what stood then. */
public record Head(long seq, String hash) {

    /** Before the first entry. */
    public static final Head ORIGIN = new Head(0, AuditEntry.ORIGIN);

    /** @throws IllegalArgumentException when {@code text} is not {@code seq:hash} */
    public static Head parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (!lower.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number, a colon and 64 hexadecimal digits");
        }
        int colon = lower.indexOf(':');
        return new Head(Long.parseLong(lower.substring(0, colon)), lower.substring(colon + 1));
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
