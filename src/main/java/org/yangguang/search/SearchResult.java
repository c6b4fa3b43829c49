package org.yangguang.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total number of matches
 * @param understood what the query was taken for; null when all its words were simply looked for and found
 */
public record SearchResult(
        long total, List<Hit> hits, Facets facets, @Nullable Understood understood) {

    /** {@code titleHtml} and {@code passageHtml} are safe HTML in which matches stand in {@code <mark>}. */
    public record Hit(
            String id,
            String url,
            String title,
            String titleHtml,
            String passageHtml,
            @Nullable String documentNumber,
            @Nullable String indexNumber,
            long organ,
            String organName,
            List<String> columns,
            @Nullable String genre,
            @Nullable String validity,
            LocalDate date) {}

    /** Counts per value, most first. */
    public record Facets(
            List<Count> organs, List<Count> columns, List<Count> genres, List<Count> years, List<Count> validities) {}

    public record Count(String value, long count) {}

    public enum Understood {
        /** The first hit has exactly this document number (文号). */
        DOCUMENT_NUMBER,
        /** The first hit has exactly this index number (索引号). */
        INDEX_NUMBER,
        /** Nothing has all the words; the hits have some of them. */
        SOME_WORDS
    }
}
