package org.yangguang.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The address of a search page, one for each state of words, filters, order and page. */
public record SearchAddress(Map<String, String> parameters) {

    static final List<String> FILTERS = List.of("organ", "column", "genre", "year", "validity", "from", "to");
    private static final List<String> ORDER =
            List.of("q", "organ", "column", "genre", "year", "validity", "from", "to", "sort", "page");

    static SearchAddress of(SearchParameters given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : ORDER) {
            String value = given.kept(name);
            if (!value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return new SearchAddress(parameters);
    }

    /** With another value of {@code name}, or without it when null; from the first page again. */
    public SearchAddress with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String each : ORDER) {
            String kept = each.equals(name) ? value : each.equals("page") ? null : parameters.get(each);
            if (kept != null) {
                changed.put(each, kept);
            }
        }
        return new SearchAddress(changed);
    }

    public SearchAddress withoutFilters() {
        SearchAddress bare = this;
        for (String filter : FILTERS) {
            bare = bare.with(filter, null);
        }
        return bare;
    }

    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Where the newest hits of this search are an Atom feed. */
    public String feed() {
        return SearchFeed.PATH + with("sort", null).toString().substring("/search".length());
    }

    public boolean filtered() {
        return FILTERS.stream().anyMatch(parameters::containsKey);
    }

    @Override
    public String toString() {
        StringBuilder address = new StringBuilder("/search");
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return address.toString();
    }
}
