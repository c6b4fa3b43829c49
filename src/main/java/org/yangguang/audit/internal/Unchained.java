package org.yangguang.audit.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.Head;
import org.yangguang.platform.Sm3;

/** An entry that has no place in the chain yet. */
public record Unchained(
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {

    private static final int LONGEST = 300;

    public static Unchained of(Instant at, String actor, Act act) {
        return new Unchained(
                Canonical.precise(at),
                storable(actor),
                storable(act.action()),
                storable(act.subject()),
                act.before() == null ? null : Sm3.hex(act.before()),
                act.after() == null ? null : Sm3.hex(act.after()));
    }

    AuditEntry after(Head head) {
        long seq = head.seq() + 1;
        String hash = Canonical.hash(seq, at, actor, action, subject, before, after, head.hash());
        return new AuditEntry(seq, at, actor, action, subject, before, after, head.hash(), hash);
    }

    /** A name typed by a stranger must not keep an entry from being written: cut to size, without what no database can hold. */
    private static String storable(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        text.codePoints()
                .limit(LONGEST)
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                        ? '\uFFFD'
                        : point)
                .forEach(fit::appendCodePoint);
        return fit.toString();
    }
}
