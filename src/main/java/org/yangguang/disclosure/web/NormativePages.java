package org.yangguang.disclosure.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.internal.ReplacementTable;
import org.yangguang.organ.Organs;
import org.yangguang.site.BadParameters;

/** Normative documents (规范性文件) with their validity and what took their place. */
@Controller
class NormativePages {

    private static final int PER_PAGE = 30;

    private final VisibilityGate gate;
    private final PublishedItems items;
    private final ReplacementTable replacements;
    private final Organs organs;
    private final Catalogue catalogue;

    NormativePages(
            VisibilityGate gate,
            PublishedItems items,
            ReplacementTable replacements,
            Organs organs,
            Catalogue catalogue) {
        this.gate = gate;
        this.items = items;
        this.replacements = replacements;
        this.organs = organs;
        this.catalogue = catalogue;
    }

    @GetMapping("/normative")
    String normative(
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Reader reader = gate.reader();
        Validity chosen = validity(validity);
        ListQuery query = query(parameters);
        ItemFilter filter = query.filter().normative(chosen);
        Map<Validity, Long> counts = items.countByValidity(query.filter(), reader);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Listed> listed = items.list(filter, query.order(), query.offset(), query.size(), reader);
        Map<ItemId, List<ReplacementTable.Link>> replacing =
                replacements.replacing(listed.stream().map(Listed::item).toList(), reader);
        model.addAttribute(
                "view",
                new NormativeView(
                        chosen,
                        new TreeMap<>(counts),
                        all,
                        listed.stream()
                                .map(item ->
                                        new NormativeView.Row(item, replacing.getOrDefault(item.item(), List.of())))
                                .toList(),
                        query.page(),
                        (int) (((chosen == null ? all : counts.getOrDefault(chosen, 0L)) + PER_PAGE - 1) / PER_PAGE),
                        new ListAddress("/normative", kept(query, chosen))));
        return "disclosure/normative";
    }

    private static Map<String, String> kept(ListQuery query, @Nullable Validity chosen) {
        Map<String, String> kept = new HashMap<>();
        if (chosen != null) {
            kept.put("validity", chosen.name().toLowerCase(Locale.ROOT));
        }
        if (query.organ() != null) {
            kept.put("organ", String.valueOf(query.organ().id().value()));
        }
        if (query.year() != null) {
            kept.put("year", String.valueOf(query.year()));
        }
        return kept;
    }

    private ListQuery query(Map<String, String> parameters) {
        try {
            return new ListQuery.Reading(organs, catalogue, parameters).query(null, PER_PAGE, PER_PAGE);
        } catch (BadParameters bad) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, bad.getMessage(), bad);
        }
    }

    private static @Nullable Validity validity(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Validity.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a validity", unknown);
        }
    }
}
