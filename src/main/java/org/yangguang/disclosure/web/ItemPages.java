package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.disclosure.BesideItem;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.Shown;

/** The page of an item, of each of its editions, and of what was withdrawn. */
@Controller
class ItemPages {

    private final VisibilityGate gate;
    private final PublishedEditions editions;
    private final ItemViews views;
    private final Organs organs;
    private final List<BesideItem> beside;

    ItemPages(
            VisibilityGate gate, PublishedEditions editions, ItemViews views, Organs organs, List<BesideItem> beside) {
        this.gate = gate;
        this.editions = editions;
        this.views = views;
        this.organs = organs;
        this.beside = beside;
    }

    @GetMapping("/items/{id}")
    String item(
            @PathVariable long id,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = gate.reader();
        ItemId item = new ItemId(id);
        Optional<Edition> edition = editions.current(item, reader);
        return edition.isPresent()
                ? show(edition.get(), reader, locale, model, request)
                : tombstone(item, reader, locale, model, response);
    }

    @GetMapping("/items/{id}/editions/{number}")
    String edition(
            @PathVariable long id, @PathVariable int number, Locale locale, Model model, HttpServletRequest request) {
        Reader reader = gate.reader();
        Edition edition = editions.numbered(new ItemId(id), number, reader)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(edition, reader, locale, model, request);
    }

    private String show(Edition edition, Reader reader, Locale locale, Model model, HttpServletRequest request) {
        ItemView view = views.view(edition, reader, locale);
        Shown.add(request, view.shown());
        model.addAttribute("item", view);
        model.addAttribute(
                "beside",
                beside.stream()
                        .flatMap(each -> each.beside(edition.item()).stream())
                        .toList());
        model.addAttribute(
                "meta",
                edition.state() == EditionState.PUBLISHED
                        ? views.meta(edition)
                        : views.meta(edition).unlisted());
        return "disclosure/item";
    }

    /** Gone for good (410): the reason stands at the old address, nothing of what the item said. */
    private String tombstone(ItemId item, Reader reader, Locale locale, Model model, HttpServletResponse response) {
        PublishedEditions.Tombstone tombstone =
                editions.tombstone(item, reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean english = "en".equals(locale.getLanguage());
        model.addAttribute("tombstone", tombstone);
        model.addAttribute("at", views.minute(tombstone.at()));
        model.addAttribute(
                "organ",
                organs.find(tombstone.organ())
                        .map(organ -> name(organ, english))
                        .orElse(""));
        response.setStatus(HttpStatus.GONE.value());
        return "disclosure/tombstone";
    }

    private static String name(Organ organ, boolean english) {
        return english && organ.nameEn() != null ? organ.nameEn() : organ.name();
    }
}
