package org.yangguang.search.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.search.IndexState;
import org.yangguang.search.SearchResult.Understood;
import org.yangguang.site.BadParameters;

/**
 * What the search page shows.
 *
 * @param asked whether anything was asked; otherwise the page explains itself
 * @param state null when the index cannot be used
 * @param words single words to try when nothing was found
 */
public record SearchView(
        SearchAddress address,
        boolean asked,
        @Nullable IndexState state,
        List<BadParameters.Error> errors,
        long total,
        List<Row> rows,
        List<Group> groups,
        List<Choice> chosen,
        @Nullable Understood understood,
        List<Choice> words,
        Paging paging) {

    /** Words that people of a district look for, shown as they are in any language: most documents are Chinese. */
    public static final List<String> EXAMPLES = List.of("部门预算", "最低生活保障", "义务教育招生", "政府采购", "行政处罚");

    /** Address of a search for {@code text}. */
    public static String searchFor(String text) {
        return new SearchAddress(Map.of("q", text)).toString();
    }

    /** One hit; {@code titleHtml} and {@code passageHtml} are safe. */
    public record Row(
            String href,
            String titleHtml,
            String passageHtml,
            String organ,
            String date,
            @Nullable String column,
            @Nullable String documentNumber,
            @Nullable String indexNumber,
            @Nullable String validity,
            @Nullable String validityLabel) {}

    /** The values of one facet. */
    public record Group(String title, List<Choice> first, List<Choice> more) {}

    /** A link to the same search with one thing changed. */
    public record Choice(String label, long count, String href, boolean here) {}

    /** @param last number of the last page that can be read, not necessarily of the last hit */
    public record Paging(int here, int last, boolean bounded, List<Integer> shown) {}
}
