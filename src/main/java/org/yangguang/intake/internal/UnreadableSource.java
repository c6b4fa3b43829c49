package org.yangguang.intake.internal;

import org.yangguang.disclosure.Reason;

/** A delivery that cannot be read at all, or not further. */
public class UnreadableSource extends RuntimeException {

    private final transient Reason reason;

    UnreadableSource(String key, Object... arguments) {
        super(key);
        reason = Reason.of(key, arguments);
    }

    public Reason reason() {
        return reason;
    }
}
