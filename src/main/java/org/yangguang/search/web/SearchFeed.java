package org.yangguang.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.search.Search;
import org.yangguang.search.SearchAccess;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchUnavailable;
import org.yangguang.site.AtomFeed;
import org.yangguang.site.BadParameters;
import org.yangguang.site.SiteIdentity;

/** A search that a reader keeps: its newest hits as an Atom feed, the same for everybody. */
@Controller
class SearchFeed {

    static final String PATH = "/search/feed.atom";
    private static final int ENTRIES = 50;

    private final Search search;
    private final SearchAccess access;
    private final Labels labels;
    private final SiteIdentity site;
    private final PlatformProperties platform;
    private final MessageSource texts;

    SearchFeed(
            Search search,
            SearchAccess access,
            Labels labels,
            SiteIdentity site,
            PlatformProperties platform,
            MessageSource texts) {
        this.search = search;
        this.access = access;
        this.labels = labels;
        this.site = site;
        this.platform = platform;
        this.texts = texts;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> feed(HttpServletRequest request) {
        SearchParameters parameters = new SearchParameters(request, labels, texts, Locale.SIMPLIFIED_CHINESE, ENTRIES);
        SearchAddress page = SearchAddress.of(parameters).with("sort", null);
        try {
            SearchResult found = search.find(newest(parameters.strict()), access.keysOfAnybody());
            String address = page.toString();
            return new AtomFeed(
                            site.name() + " - " + page.get("q"),
                            site.url() + PATH + address.substring("/search".length()),
                            site.url() + address,
                            found.hits().stream().map(this::entry).toList())
                    .answer();
        } catch (BadParameters bad) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, bad.getMessage(), bad);
        } catch (SearchUnavailable unavailable) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, unavailable.getMessage(), unavailable);
        }
    }

    private static SearchQuery newest(SearchQuery asked) {
        return new SearchQuery(
                asked.text(),
                asked.organ(),
                asked.column(),
                asked.genre(),
                asked.subject(),
                asked.year(),
                asked.validity(),
                asked.from(),
                asked.to(),
                SearchQuery.Sort.DATE,
                1,
                ENTRIES);
    }

    private AtomFeed.Entry entry(SearchResult.Hit hit) {
        Instant day = hit.date().atStartOfDay(platform.zone()).toInstant();
        return new AtomFeed.Entry(
                site.url() + hit.url(),
                hit.title(),
                day,
                day,
                hit.organName(),
                String.join(
                                " ",
                                List.of(
                                        hit.indexNumber() == null ? "" : hit.indexNumber(),
                                        hit.documentNumber() == null ? "" : hit.documentNumber()))
                        .strip());
    }
}
