package org.yangguang.file.internal.reading;

import java.util.List;
import org.yangguang.file.Reason;

/** Content that cannot or must not be read. */
public final class BadContent extends Exception {

    private final transient List<Reason> reasons;

    public BadContent(String key, Object... arguments) {
        super(key);
        this.reasons = List.of(Reason.of(key, arguments));
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
