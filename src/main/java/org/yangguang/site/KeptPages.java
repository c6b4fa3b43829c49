package org.yangguang.site;

import java.util.Set;

/**
 * Public pages that show every reader without a session the same until something is recorded: they may be kept and given to many.
 * Modules declare theirs as beans. A page belongs here only when nothing in it is of one reader: no form token, no number that is
 * used once, nothing that a code or a name opened.
 *
 * <p>A page that tells of limited items may be declared: it is kept only as somebody who has shown nothing sees it.
 *
 * @param patterns paths with {@code {variables}}, as controllers declare them
 * @param parameters names of the query parameters that change what is shown; all others are ignored, so that nobody fills the cache
 *     with addresses of the same page
 * @param kept false for pages that take other information than what is recorded, such as the search index: they are made for each
 *     request, but as others no more at a time than the machine can bear
 */
public record KeptPages(Set<String> patterns, Set<String> parameters, boolean kept) {

    public static KeptPages of(Set<String> patterns, Set<String> parameters) {
        return new KeptPages(patterns, parameters, true);
    }

    /** Pages that are never kept but whose making is bounded. */
    public static KeptPages bounded(Set<String> patterns, Set<String> parameters) {
        return new KeptPages(patterns, parameters, false);
    }
}
