package org.yangguang.site.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from a mistake in the program. */
final class DatabaseSilence {

    private DatabaseSilence() {}

    static boolean behind(Throwable thrown) {
        return Causes.any(
                thrown,
                cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLException sql && silent(sql.getSQLState()));
    }

    /** Class 08: connection exceptions; 57P: the server is going down or coming up. */
    private static boolean silent(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
