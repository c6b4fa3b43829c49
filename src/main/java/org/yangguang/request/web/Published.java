package org.yangguang.request.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.search.Search;
import org.yangguang.search.SearchAccess;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchUnavailable;

/** What is published already and may be what the applicant is about to ask for; past the same gate as every search. */
@Component
class Published {

    private static final int SHOWN = 5;

    private final Search search;
    private final SearchAccess access;

    Published(Search search, SearchAccess access) {
        this.search = search;
        this.access = access;
    }

    /** One item, for the script of the form. */
    record Offer(String title, String url, String organ, String date) {}

    List<Offer> offers(String text) {
        return like(text).stream()
                .map(hit -> new Offer(
                        hit.title(), hit.url(), hit.organName(), hit.date().toString()))
                .toList();
    }

    /** Nothing for an empty text, and nothing while the index cannot be asked: an application never waits for it. */
    List<SearchResult.Hit> like(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        SearchQuery query = SearchQuery.of(text, SearchQuery.Sort.RELEVANCE, SHOWN);
        try {
            return search.find(query, access.keysOfReader()).hits();
        } catch (SearchUnavailable e) {
            return List.of();
        }
    }
}
