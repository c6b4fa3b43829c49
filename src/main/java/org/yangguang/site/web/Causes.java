package org.yangguang.site.web;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands behind an error. */
final class Causes {

    private Causes() {}

    /** Whether the error, or one that it came from, is such a one. */
    static boolean any(Throwable thrown, Predicate<Throwable> such) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (such.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
