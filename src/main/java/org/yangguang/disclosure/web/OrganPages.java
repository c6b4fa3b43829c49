package org.yangguang.disclosure.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.web.ListView.Choice;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganHistory;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.Organs;
import org.yangguang.platform.PlatformProperties;

/** All organs that disclose, and the page of each. */
@Controller
class OrganPages {

    private static final int LATEST = 10;

    private final Organs organs;
    private final OrganHistory history;
    private final Catalogue catalogue;
    private final VisibilityGate gate;
    private final PublishedItems items;
    private final ItemCounts counts;
    private final ZoneId zone;

    OrganPages(
            Organs organs,
            OrganHistory history,
            Catalogue catalogue,
            VisibilityGate gate,
            PublishedItems items,
            ItemCounts counts,
            PlatformProperties platform) {
        this.organs = organs;
        this.history = history;
        this.catalogue = catalogue;
        this.gate = gate;
        this.items = items;
        this.counts = counts;
        this.zone = platform.zone();
    }

    @GetMapping("/organs")
    String organs(Locale locale, Model model) {
        boolean english = "en".equals(locale.getLanguage());
        Map<String, Long> counted = counts.of(ItemFilter.NONE, gate.reader()).by(Dimension.ORGAN);
        Map<OrganKind, List<Choice>> groups = new LinkedHashMap<>();
        for (OrganKind kind : OrganKind.values()) {
            List<Choice> members = new ArrayList<>();
            for (Organ organ : organs.all()) {
                if (organ.open() && organ.kind() == kind) {
                    String id = String.valueOf(organ.id().value());
                    members.add(new Choice(name(organ, english), counted.getOrDefault(id, 0L), "/organs/" + id, false));
                }
            }
            if (!members.isEmpty()) {
                groups.put(kind, members);
            }
        }
        model.addAttribute("groups", groups);
        return "disclosure/organs";
    }

    @GetMapping("/organs/{id}")
    String organ(@PathVariable long id, Locale locale, Model model) {
        Organ organ = organs.find(new OrganId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean english = "en".equals(locale.getLanguage());
        Reader reader = gate.reader();
        ItemFilter own = ItemFilter.of(organ.id());
        ItemCounts.Counts counted = counts.of(own, reader);
        model.addAttribute("organ", organ);
        model.addAttribute("name", name(organ, english));
        model.addAttribute(
                "former",
                history.names(organ.id()).stream()
                        .filter(borne -> borne.to() != null)
                        .toList());
        model.addAttribute("total", counted.total());
        model.addAttribute("columns", columns(id, counted.by(Dimension.COLUMN), english));
        model.addAttribute(
                "latest",
                items.list(own, ItemOrder.PUBLISHED, 0, LATEST, reader).stream()
                        .map(item -> ItemRow.of(item, zone))
                        .toList());
        Organ successor = organ.successor() == null
                ? null
                : organs.find(organ.successor()).orElse(null);
        if (successor != null) {
            model.addAttribute("successor", successor);
        }
        return "disclosure/organ";
    }

    private List<Choice> columns(long organ, Map<String, Long> counted, boolean english) {
        List<Choice> columns = new ArrayList<>();
        counted.forEach((id, count) -> catalogue
                .column(new ColumnId(Long.parseLong(id)))
                .ifPresent(column -> columns.add(new Choice(
                        name(column, english), count, "/columns/" + column.code() + "?organ=" + organ, false))));
        return columns;
    }

    private static String name(Organ organ, boolean english) {
        return english && organ.nameEn() != null ? organ.nameEn() : organ.name();
    }

    private static String name(Column column, boolean english) {
        return english && column.nameEn() != null ? column.nameEn() : column.name();
    }
}
