package org.yangguang.search;

import org.jspecify.annotations.Nullable;

/** The index cannot be read or written now: another process holds it, the disk is full, its files are damaged. */
public class SearchUnavailable extends RuntimeException {

    public SearchUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
