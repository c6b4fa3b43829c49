package org.yangguang.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yangguang.search.IndexState;
import org.yangguang.search.Search;
import org.yangguang.search.SearchAccess;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchUnavailable;
import org.yangguang.search.VainSearches;

/** The search page, and the titles suggested while typing. */
@Controller
class SearchPage {

    private static final Logger log = LoggerFactory.getLogger(SearchPage.class);
    private static final int HITS = 20;
    private static final int SUGGESTIONS = 8;

    private final Search search;
    private final SearchIndex index;
    private final SearchAccess access;
    private final SearchViews views;
    private final Labels labels;
    private final MessageSource texts;
    private final VainSearches vain;

    SearchPage(
            Search search,
            SearchIndex index,
            SearchAccess access,
            SearchViews views,
            Labels labels,
            MessageSource texts,
            VainSearches vain) {
        this.search = search;
        this.index = index;
        this.access = access;
        this.views = views;
        this.labels = labels;
        this.texts = texts;
        this.vain = vain;
    }

    @GetMapping("/search")
    String search(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        SearchParameters parameters = new SearchParameters(request, labels, texts, locale, HITS);
        model.addAttribute("view", view(parameters, response, locale));
        return "search/search";
    }

    private SearchView view(SearchParameters parameters, HttpServletResponse response, Locale locale) {
        SearchAddress address = SearchAddress.of(parameters);
        if (address.get("q").isEmpty() && !address.filtered()) {
            return views.nothingAsked(address, locale);
        }
        try {
            IndexState state = index.state();
            SearchResult found = search.find(parameters.query(), access.keysOfReader());
            if (state == IndexState.READY
                    && !address.filtered()
                    && parameters.query().page() == 1) {
                note(parameters.query().text(), found);
            }
            return views.found(address, state, parameters, found, locale);
        } catch (SearchUnavailable e) {
            log.error("A search was not answered: {}", e.getMessage());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return views.unavailable(address, locale);
        }
    }

    private void note(String text, SearchResult found) {
        if (found.total() == 0 || found.understood() == SearchResult.Understood.SOME_WORDS) {
            vain.note(text);
        }
    }

    @GetMapping(path = "/search/suggest", produces = "application/json")
    @ResponseBody
    List<String> suggest(@RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, max-age=30");
        try {
            return search.suggest(q, SUGGESTIONS, access.keysOfReader());
        } catch (SearchUnavailable e) {
            return List.of();
        }
    }
}
