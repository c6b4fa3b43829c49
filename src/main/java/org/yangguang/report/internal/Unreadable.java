package org.yangguang.report.internal;

import org.yangguang.report.Sentence;

/** A file that cannot be read, and why. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Sentence reason;

    Unreadable(String key, Object... arguments) {
        super(key);
        this.reason = Sentence.of(key, arguments);
    }

    Sentence reason() {
        return reason;
    }
}
