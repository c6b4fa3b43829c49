package org.yangguang.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Column;
import org.yangguang.search.IndexState;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.web.SearchView.Choice;
import org.yangguang.search.web.SearchView.Group;
import org.yangguang.search.web.SearchView.Paging;
import org.yangguang.search.web.SearchView.Row;

/** Makes of what was found what the page shows. */
@Component
class SearchViews {

    private static final int FIRST_VALUES = 8;
    private static final Paging NO_PAGES = new Paging(1, 1, false, List.of());

    private final Labels labels;
    private final MessageSource texts;

    SearchViews(Labels labels, MessageSource texts) {
        this.labels = labels;
        this.texts = texts;
    }

    SearchView nothingAsked(SearchAddress address, Locale locale) {
        return new SearchView(
                address,
                false,
                IndexState.READY,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                NO_PAGES);
    }

    SearchView unavailable(SearchAddress address, Locale locale) {
        return new SearchView(
                address,
                true,
                null,
                List.of(),
                0,
                List.of(),
                List.of(),
                chosen(address, locale),
                null,
                List.of(),
                NO_PAGES);
    }

    SearchView found(
            SearchAddress address, IndexState state, SearchParameters parameters, SearchResult result, Locale locale) {
        return new SearchView(
                address,
                true,
                state,
                parameters.errors(),
                result.total(),
                result.hits().stream().map(hit -> row(hit, locale)).toList(),
                groups(address, result.facets(), locale),
                chosen(address, locale),
                result.understood(),
                result.total() == 0 ? words(address) : List.of(),
                paging(parameters.query(), result.total()));
    }

    private Row row(SearchResult.Hit hit, Locale locale) {
        return new Row(
                hit.url(),
                hit.titleHtml(),
                hit.passageHtml(),
                labels.organ(hit.organ(), hit.organName(), locale),
                hit.date().toString(),
                labels.own(hit.columns())
                        .map(Column::code)
                        .map(code -> labels.column(code, locale))
                        .orElse(null),
                hit.documentNumber(),
                hit.indexNumber(),
                hit.validity() == null ? null : hit.validity().toLowerCase(Locale.ROOT),
                hit.validity() == null ? null : labels.validity(hit.validity(), locale));
    }

    private List<Group> groups(SearchAddress address, SearchResult.Facets facets, Locale locale) {
        List<SearchResult.Count> years = facets.years().stream()
                .sorted(Comparator.comparing(SearchResult.Count::value).reversed())
                .toList();
        List<Group> groups = new ArrayList<>();
        add(groups, address, "organ", facets.organs(), value -> labels.organ(value, locale), locale);
        add(groups, address, "column", facets.columns(), value -> labels.column(value, locale), locale);
        add(groups, address, "genre", facets.genres(), value -> labels.genre(value, locale), locale);
        add(groups, address, "year", years, Function.identity(), locale);
        add(groups, address, "validity", facets.validities(), value -> labels.validity(value, locale), locale);
        return groups;
    }

    private void add(
            List<Group> groups,
            SearchAddress address,
            String name,
            List<SearchResult.Count> counts,
            Function<String, String> label,
            Locale locale) {
        if (counts.isEmpty()) {
            return;
        }
        String now = address.get(name);
        List<Choice> choices = counts.stream()
                .map(count -> {
                    boolean here = count.value().equalsIgnoreCase(now);
                    return new Choice(
                            label.apply(count.value()),
                            count.count(),
                            address.with(name, here ? null : count.value()).toString(),
                            here);
                })
                .toList();
        int first = choices.size() <= FIRST_VALUES + 2 ? choices.size() : FIRST_VALUES;
        groups.add(new Group(
                text("search.facet." + name, locale),
                choices.subList(0, first),
                choices.subList(first, choices.size())));
    }

    private List<Choice> chosen(SearchAddress address, Locale locale) {
        List<Choice> chosen = new ArrayList<>();
        for (String name : SearchAddress.FILTERS) {
            String value = address.get(name);
            if (!value.isEmpty()) {
                chosen.add(new Choice(
                        label(name, value, locale), 0, address.with(name, null).toString(), true));
            }
        }
        return chosen;
    }

    private String label(String name, String value, Locale locale) {
        return switch (name) {
            case "organ" -> labels.organ(value, locale);
            case "column" -> labels.column(value, locale);
            case "genre" -> labels.genre(value, locale);
            case "validity" -> labels.validity(value.toUpperCase(Locale.ROOT), locale);
            case "from" -> text("search.since", locale, value);
            case "to" -> text("search.until", locale, value);
            default -> value;
        };
    }

    /** Each word alone, when there were several. */
    private static List<Choice> words(SearchAddress address) {
        Set<String> words = new LinkedHashSet<>(List.of(address.get("q").strip().split("[\\s　，、,]+")));
        words.remove("");
        if (words.size() < 2) {
            return List.of();
        }
        return words.stream()
                .limit(6)
                .map(word -> new Choice(
                        word, 0, address.withoutFilters().with("q", word).toString(), false))
                .toList();
    }

    private static Paging paging(SearchQuery query, long total) {
        long pages = Math.max(1, (total + query.size() - 1) / query.size());
        int last = (int) Math.min(pages, SearchQuery.DEEPEST / query.size());
        int here = query.page();
        List<Integer> shown = IntStream.rangeClosed(Math.max(1, here - 3), Math.min(last, here + 3))
                .boxed()
                .toList();
        return new Paging(here, last, pages > last, shown);
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return String.valueOf(texts.getMessage(key, arguments.length == 0 ? null : arguments, key, locale));
    }
}
