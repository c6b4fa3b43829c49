package org.yangguang.disclosure.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Replacements;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemOrder;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.internal.ReplacementTable;
import org.yangguang.organ.OrganId;
import org.yangguang.site.ConsoleEntry;

/** Where a disclosure office links documents that no longer bind with those that took their place. */
@Controller
class ReplacementConsole {

    private static final String HERE = "/console/replacements";
    private static final int SHOWN = 200;

    private final Replacements replacements;
    private final ReplacementTable table;
    private final PublishedItems items;
    private final VisibilityGate gate;
    private final SignedIn signedIn;

    ReplacementConsole(
            Replacements replacements,
            ReplacementTable table,
            PublishedItems items,
            VisibilityGate gate,
            SignedIn signedIn) {
        this.replacements = replacements;
        this.table = table;
        this.items = items;
        this.gate = gate;
        this.signedIn = signedIn;
    }

    @GetMapping(HERE)
    String show(Model model) {
        Set<OrganId> organs = replacements.organsOf(keeper());
        Reader reader = gate.reader();
        List<Listed> ended =
                items.list(ItemFilter.NONE.normative(null), ItemOrder.FORMED, 0, SHOWN * 5, reader).stream()
                        .filter(item -> organs.contains(item.organ()))
                        .limit(SHOWN)
                        .toList();
        Map<ItemId, List<ReplacementTable.Link>> links =
                table.replacing(ended.stream().map(Listed::item).toList(), reader);
        model.addAttribute(
                "rows",
                ended.stream()
                        .map(item -> new NormativeView.Row(item, links.getOrDefault(item.item(), List.of())))
                        .toList());
        return "disclosure/console-replacements";
    }

    @PostMapping(HERE)
    String note(
            @RequestParam(defaultValue = "") String older,
            @RequestParam(defaultValue = "") String newer,
            @RequestParam(defaultValue = "REPEALED") Replacements.Kind kind,
            RedirectAttributes told) {
        List<Reason> refusals = replacements.note(keeper(), older, newer, kind);
        if (!refusals.isEmpty()) {
            told.addFlashAttribute("older", older);
            told.addFlashAttribute("newer", newer);
        }
        return tell(refusals, told);
    }

    @PostMapping(HERE + "/forget")
    String forget(@RequestParam long older, @RequestParam long newer, RedirectAttributes told) {
        return tell(replacements.forget(keeper(), new ItemId(older), new ItemId(newer)), told);
    }

    private static String tell(List<Reason> refusals, RedirectAttributes told) {
        if (refusals.isEmpty()) {
            told.addFlashAttribute("done", "disclosure.replacement.done");
        } else {
            told.addFlashAttribute("refusals", refusals);
        }
        return "redirect:" + HERE;
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (replacements.organsOf(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry replacementsEntry() {
            return new ConsoleEntry(
                    "disclosure.replacements",
                    HERE,
                    65,
                    Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
        }
    }
}
