package org.yangguang.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of one thing that can be found.
 *
 * @param id stable across re-indexing, {@code item:12}
 * @param url address of its page on this site
 * @param visibility key asked for by {@link SearchAccess}; a reader finds only documents whose key they hold
 * @param organ id of the publishing organ; {@code organPath} lists it and those above it
 * @param columns codes of its column and of those above it
 * @param year year of the date that lists sort by
 * @param validity {@code EFFECTIVE, AMENDED, REPEALED, EXPIRED}; null when not a normative document
 */
public record SearchDocument(
        String id,
        String url,
        String visibility,
        String title,
        String summary,
        String body,
        @Nullable String documentNumber,
        @Nullable String indexNumber,
        long organ,
        List<Long> organPath,
        String organName,
        List<String> columns,
        @Nullable String subject,
        @Nullable String genre,
        @Nullable String validity,
        List<String> keywords,
        LocalDate date,
        int year) {}
