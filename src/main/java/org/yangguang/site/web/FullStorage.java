package org.yangguang.site.web;

import java.sql.SQLException;

/** Tells a disk without room, of the database or of this machine, from a mistake in the program. */
final class FullStorage {

    /** PostgreSQL: disk_full. */
    private static final String DISK_FULL = "53100";

    private FullStorage() {}

    static boolean behind(Throwable thrown) {
        return Causes.any(
                thrown,
                cause -> cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                        || String.valueOf(cause.getMessage()).contains("No space left on device"));
    }
}
