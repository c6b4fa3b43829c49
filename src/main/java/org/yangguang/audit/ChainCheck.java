package org.yangguang.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.audit.Verdict.Broken;
import org.yangguang.audit.Verdict.Fault;
import org.yangguang.audit.Verdict.Intact;

/**
 * Checks a chain entry by entry, in constant memory; it needs neither database nor application.
 *
 * <p>Entries are given in order to {@link #accept}, then {@link #end} gives the verdict. After the first broken entry nothing more is
 * looked at.
 */
public final class ChainCheck {

    private final Map<Long, String> expected = new HashMap<>();
    private Head last = Head.ORIGIN;
    private @Nullable Broken broken;

    /** @param expected places that were noted down outside, e.g. printed or deposited with an archive */
    public ChainCheck(List<Head> expected) {
        for (Head place : expected) {
            String noted = this.expected.put(place.seq(), place.hash());
            if (noted != null && !noted.equals(place.hash())) {
                throw new IllegalArgumentException("two different hashes are expected for entry " + place.seq());
            }
        }
    }

    /** @return whether the chain is intact so far */
    public boolean accept(AuditEntry entry) {
        if (broken == null) {
            Fault fault = faultOf(entry);
            if (fault == null) {
                last = new Head(entry.seq(), entry.hash());
            } else {
                broken(fault == Fault.FORK ? entry.seq() : last.seq() + 1, fault);
            }
        }
        return broken == null;
    }

    private @Nullable Fault faultOf(AuditEntry entry) {
        long due = last.seq() + 1;
        if (entry.seq() != due) {
            return entry.seq() > due ? Fault.MISSING : Fault.FORK;
        }
        if (!entry.hash().equals(entry.computedHash())) {
            return Fault.CHANGED;
        }
        if (!entry.previous().equals(last.hash())) {
            return Fault.WRONG_PREVIOUS;
        }
        return entry.hash().equals(expected.getOrDefault(due, entry.hash())) ? null : Fault.UNEXPECTED;
    }

    /** @param head where the chain says that it ends; null when that is lost */
    public Verdict end(@Nullable Head head) {
        if (broken == null) {
            long furthest =
                    expected.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (head == null || last.seq() < Math.max(head.seq(), furthest)) {
                broken(last.seq() + 1, Fault.CUT_OFF);
            } else if (last.seq() > head.seq()) {
                broken(head.seq() + 1, Fault.HEAD_MISMATCH);
            } else if (!last.hash().equals(head.hash())) {
                broken(last.seq(), Fault.HEAD_MISMATCH);
            }
        }
        return broken == null ? new Intact(last.seq(), last) : broken;
    }

    private void broken(long seq, Fault fault) {
        broken = new Broken(seq, fault, Math.min(seq - 1, last.seq()));
    }
}
