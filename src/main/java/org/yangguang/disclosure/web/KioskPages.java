package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.web.KioskView.Tile;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.search.SearchResult;
import org.yangguang.search.SearchUnavailable;

/**
 * The touch screen (触摸屏) of an archive or service hall: few, large targets, no link that leads out. It shows what anybody may see,
 * whoever stands before it.
 */
@Controller
class KioskPages {

    static final String HOME = "/kiosk";
    private static final int LINES = 8;
    private static final int TILES = 24;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final PublishedEditions editions;
    private final ItemCounts counts;
    private final ItemViews views;
    private final Search search;
    private final KioskWords words;
    private final Catalogue catalogue;
    private final Organs organs;
    private final Names names;
    private final PlatformProperties platform;

    KioskPages(
            VisibilityGate gate,
            PublishedItems items,
            PublishedEditions editions,
            ItemCounts counts,
            ItemViews views,
            Search search,
            KioskWords words,
            Catalogue catalogue,
            Organs organs,
            Names names,
            PlatformProperties platform) {
        this.gate = gate;
        this.items = items;
        this.editions = editions;
        this.counts = counts;
        this.views = views;
        this.search = search;
        this.words = words;
        this.catalogue = catalogue;
        this.organs = organs;
        this.names = names;
        this.platform = platform;
    }

    @GetMapping(HOME)
    String home(Model model) {
        model.addAttribute("rows", rows(ItemFilter.NONE, ItemOrder.PUBLISHED, 0));
        return "disclosure/kiosk/home";
    }

    @GetMapping(HOME + "/subjects")
    String subjects(Model model) {
        List<Tile> tiles = counts.of(ItemFilter.NONE, gate.anybody()).by(Dimension.SUBJECT).entrySet().stream()
                .flatMap(each -> catalogue
                        .term(Vocabulary.SUBJECT, each.getKey())
                        .map(term -> new Tile(names.term(term), each.getValue(), HOME + "/list?subject=" + term.code()))
                        .stream())
                .toList();
        return tiles("disclosure.kiosk.subjects", tiles, 1, HOME + "/subjects?", model);
    }

    @GetMapping(HOME + "/organs")
    String organs(@RequestParam(defaultValue = "1") int page, Model model) {
        List<Tile> tiles = OrganIndex.of(organs).stream()
                .map(entry -> new Tile(
                        names.organ(entry.organ()),
                        null,
                        HOME + "/list?organ=" + entry.organ().id().value()))
                .toList();
        return tiles("disclosure.kiosk.organs", tiles, page, HOME + "/organs?", model);
    }

    private static String tiles(String title, List<Tile> tiles, int page, String address, Model model) {
        int pages = Math.max(1, (tiles.size() + TILES - 1) / TILES);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("title", title);
        model.addAttribute("tiles", tiles.subList((shown - 1) * TILES, Math.min(shown * TILES, tiles.size())));
        model.addAttribute("steps", new KioskView.Steps(address, shown, pages));
        return "disclosure/kiosk/tiles";
    }

    @GetMapping(HOME + "/list")
    String list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<Term> term = Optional.ofNullable(subject).flatMap(code -> catalogue.term(Vocabulary.SUBJECT, code));
        Optional<Organ> publisher = Optional.ofNullable(organ).flatMap(id -> organs.find(new OrganId(id)));
        ItemFilter filter = new ItemFilter(
                publisher.map(Organ::id).orElse(null),
                null,
                term.map(Term::code).orElse(null),
                null,
                null,
                null,
                null,
                null);
        long total = counts.of(filter, gate.anybody()).total();
        int pages = (int) Math.min(Math.max(1, (total + LINES - 1) / LINES), 500);
        int shown = Math.min(Math.max(page, 1), pages);
        String address = HOME + "/list?"
                + term.map(each -> "subject=" + each.code() + "&").orElse("")
                + publisher.map(each -> "organ=" + each.id().value() + "&").orElse("");
        model.addAttribute(
                "name", term.map(names::term).orElse(publisher.map(names::organ).orElse("")));
        model.addAttribute("rows", rows(filter, ItemOrder.FORMED, (shown - 1) * LINES));
        model.addAttribute("steps", new KioskView.Steps(address, shown, pages));
        return "disclosure/kiosk/list";
    }

    @GetMapping(HOME + "/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("rows", q.isBlank() ? List.of() : found(q.strip()));
        return "disclosure/kiosk/search";
    }

    @GetMapping(path = HOME + "/suggest", produces = "application/json")
    @ResponseBody
    List<String> suggest(@RequestParam(defaultValue = "") String q) {
        return q.isBlank() ? List.of() : words.suggest(q);
    }

    private List<KioskView.Line> found(String words) {
        SearchQuery query = SearchQuery.of(words, SearchQuery.Sort.RELEVANCE, LINES * 2);
        try {
            SearchResult result = search.find(query, gate.anybody().keys());
            return result.hits().stream()
                    .filter(hit -> hit.url().startsWith("/items/"))
                    .map(hit -> new KioskView.Line(hit.title(), HOME + hit.url(), hit.organName(), hit.date()))
                    .toList();
        } catch (SearchUnavailable unavailable) {
            return List.of();
        }
    }

    @GetMapping(HOME + "/items/{id}")
    String item(@PathVariable long id, Locale locale, Model model) {
        Reader reader = gate.anybody();
        Edition edition = editions.current(new ItemId(id), reader)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ItemView view = views.view(edition, reader, locale);
        model.addAttribute("item", view);
        model.addAttribute("body", KioskView.withoutLinks(view.bodyHtml()));
        return "disclosure/kiosk/item";
    }

    private List<KioskView.Line> rows(ItemFilter filter, ItemOrder order, int offset) {
        return items.list(filter, order, offset, LINES, gate.anybody()).stream()
                .map(item -> new KioskView.Line(
                        item.title(),
                        HOME + item.href(),
                        item.organName(),
                        item.publishedAt().atZone(platform.zone()).toLocalDate()))
                .toList();
    }
}
