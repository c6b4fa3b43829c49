package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.organ.Organs;
import org.yangguang.site.BadParameters;
import org.yangguang.site.Crumb;
import org.yangguang.site.PageMeta;

/** The catalogue and its columns: lists with the four columns that the law wants (Article 12 of the 2019 Regulations). */
@Controller
class ListPages {

    private final Catalogue catalogue;
    private final Organs organs;
    private static final int POPULAR = 5;

    private final ItemLists lists;
    private final PopularItems popular;

    ListPages(Catalogue catalogue, Organs organs, ItemLists lists, PopularItems popular) {
        this.catalogue = catalogue;
        this.organs = organs;
        this.lists = lists;
        this.popular = popular;
    }

    @GetMapping("/catalogue")
    String catalogue(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        model.addAttribute("list", lists.list(null, query(null, parameters), parameters, locale));
        return "disclosure/catalogue";
    }

    @GetMapping("/columns/{code}")
    String column(
            @PathVariable String code,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Column column =
                catalogue.columnByCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Column> successor = column.inUse() ? Optional.empty() : catalogue.successor(column.id());
        if (successor.isPresent()) {
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            return "redirect:" + new ListAddress("/columns/" + successor.get().code(), parameters);
        }
        model.addAttribute("list", lists.list(column, query(column, parameters), parameters, locale));
        model.addAttribute("column", column);
        model.addAttribute(
                "popular", parameters.isEmpty() ? popular.rows(catalogue.subtree(column.id()), POPULAR) : List.of());
        model.addAttribute("crumbs", crumbs(column, locale));
        model.addAttribute(
                "meta",
                PageMeta.column(
                        column.name(),
                        column.description(),
                        column.keywords().isEmpty() ? List.of(column.name()) : column.keywords(),
                        column.type().name(),
                        "/feed.atom?column=" + column.code()));
        return "disclosure/column";
    }

    private ListQuery query(@Nullable Column within, Map<String, String> parameters) {
        try {
            return new ListQuery.Reading(organs, catalogue, parameters)
                    .query(within, ItemLists.PER_PAGE, ItemLists.PER_PAGE);
        } catch (BadParameters bad) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, bad.getMessage(), bad);
        }
    }

    private List<Crumb> crumbs(Column column, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        List<Crumb> crumbs = new ArrayList<>();
        Column step = column;
        while (step != null) {
            String name = english && step.nameEn() != null ? step.nameEn() : step.name();
            crumbs.add(step == column ? Crumb.here(name) : new Crumb(name, "/columns/" + step.code()));
            step = step.parent() == null
                    ? null
                    : catalogue.column(step.parent()).orElse(null);
        }
        Collections.reverse(crumbs);
        return crumbs;
    }
}
