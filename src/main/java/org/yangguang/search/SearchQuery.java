package org.yangguang.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Filters that are null do not filter.
 *
 * @param text anything, of which the first 200 characters count; empty lists everything
 * @param organ publishing organ itself, without those below it
 * @param column code of a column; those below it are included
 * @param page from 1
 * @param size 0 to 100; {@code page * size} at most {@link #DEEPEST}
 */
public record SearchQuery(
        String text,
        @Nullable Long organ,
        @Nullable String column,
        @Nullable String genre,
        @Nullable String subject,
        @Nullable Integer year,
        @Nullable String validity,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort,
        int page,
        int size) {

    /** Nobody reads on after this many hits: a query that wants to is narrowed. */
    public static final int DEEPEST = 10_000;

    public enum Sort {
        RELEVANCE,
        DATE
    }

    /** The first page of what has this text, without any filter. */
    public static SearchQuery of(String text, Sort sort, int size) {
        return new SearchQuery(text, null, null, null, null, null, null, null, null, sort, 1, size);
    }
}
