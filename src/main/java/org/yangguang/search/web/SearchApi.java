package org.yangguang.search.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.catalogue.Column;
import org.yangguang.search.Search;
import org.yangguang.search.SearchAccess;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchUnavailable;
import org.yangguang.site.SiteIdentity;

/** Full-text search for programs. */
@RestController
class SearchApi {

    private static final int HITS = 20;

    private final Search search;
    private final SearchAccess access;
    private final Labels labels;
    private final SiteIdentity site;
    private final MessageSource texts;

    SearchApi(Search search, SearchAccess access, Labels labels, SiteIdentity site, MessageSource texts) {
        this.search = search;
        this.access = access;
        this.labels = labels;
        this.site = site;
        this.texts = texts;
    }

    /** @param understood DOCUMENT_NUMBER or INDEX_NUMBER when the first item bears it; SOME_WORDS when none has all words */
    record Answer(
            long total,
            int page,
            int size,
            List<Item> items,
            Facets facets,
            SearchResult.@Nullable Understood understood) {}

    /** @param passage plain text; {@code passageHtml} is the same escaped, with the words in {@code <mark>} */
    record Item(
            String id,
            String title,
            String url,
            long organ,
            String organName,
            @Nullable String column,
            @Nullable String genre,
            @Nullable String validity,
            @Nullable String documentNumber,
            @Nullable String indexNumber,
            LocalDate date,
            String passage,
            String passageHtml) {}

    record Facets(
            List<Value> organs, List<Value> columns, List<Value> genres, List<Value> years, List<Value> validities) {}

    record Value(String value, String label, long count) {}

    @Operation(
            tags = "search",
            summary = "Searches what is disclosed",
            description =
                    "Every word must be found, or some when no document has all; understood says how the query was taken. No query gives an error.")
    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String organ,
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String genre,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            HttpServletRequest request,
            Locale locale) {
        SearchQuery query = new SearchParameters(request, labels, texts, locale, HITS).strict();
        SearchResult result = search.find(query, access.keysOfReader());
        return new Answer(
                result.total(),
                query.page(),
                query.size(),
                result.hits().stream().map(hit -> item(hit, locale)).toList(),
                facets(result.facets(), locale),
                result.understood());
    }

    private Item item(SearchResult.Hit hit, Locale locale) {
        return new Item(
                hit.id(),
                hit.title(),
                site.url() + hit.url(),
                hit.organ(),
                labels.organ(hit.organ(), hit.organName(), locale),
                labels.own(hit.columns()).map(Column::code).orElse(null),
                hit.genre(),
                hit.validity(),
                hit.documentNumber(),
                hit.indexNumber(),
                hit.date(),
                plain(hit.passageHtml()),
                hit.passageHtml());
    }

    private static String plain(String html) {
        return html.replaceAll("</?mark>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private Facets facets(SearchResult.Facets facets, Locale locale) {
        return new Facets(
                values(facets.organs(), value -> labels.organ(value, locale)),
                values(facets.columns(), value -> labels.column(value, locale)),
                values(facets.genres(), value -> labels.genre(value, locale)),
                values(facets.years(), Function.identity()),
                values(facets.validities(), value -> labels.validity(value, locale)));
    }

    private static List<Value> values(List<SearchResult.Count> counts, Function<String, String> label) {
        return counts.stream()
                .map(count -> new Value(count.value(), label.apply(count.value()), count.count()))
                .toList();
    }

    @ExceptionHandler(SearchUnavailable.class)
    ResponseEntity<ProblemDetail> unavailable(SearchUnavailable e, HttpServletRequest request, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setTitle(texts.getMessage("search.unavailable", null, locale));
        problem.setDetail(texts.getMessage("search.unavailable.do", null, locale));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
