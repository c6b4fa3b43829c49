package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ListMasking;
import org.yangguang.disclosure.ListMasking.Decision;
import org.yangguang.disclosure.ListMasking.Listed;
import org.yangguang.disclosure.Outcome;
import org.yangguang.file.ColumnMask;

/** Where lists of people in a draft are masked column by column: proposed, looked at, and done in one act. */
@Controller
class MaskingPages {

    private static final String HERE = "/console/drafts/{id}/masking";

    private final Access access;
    private final ListMasking masking;
    private final Words words;

    MaskingPages(Access access, ListMasking masking, Words words) {
        this.access = access;
        this.masking = masking;
        this.words = words;
    }

    @GetMapping(HERE)
    String show(@PathVariable long id, Model model) {
        return page(draft(id), Map.of(), model);
    }

    @PostMapping(HERE)
    String act(@PathVariable long id, @RequestParam Map<String, String> form, Model model, RedirectAttributes flash) {
        Edition edition = draft(id);
        if (!"apply".equals(form.get("then"))) {
            return page(edition, form, model);
        }
        String version = form.getOrDefault("version", "");
        Outcome outcome = masking.mask(
                access.officer(),
                edition.id(),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1,
                decided(form));
        if (outcome.done()) {
            flash.addFlashAttribute("said", words.say("disclosure.masking.done"));
            return "redirect:/console/drafts/" + id + "#findings";
        }
        model.addAttribute("refused", words.say(outcome));
        return page(draft(id), form, model);
    }

    private String page(Edition edition, Map<String, String> form, Model model) {
        List<MaskedList> shown = masking.in(edition).stream()
                .map(each -> MaskedList.of(each, chosen(each, form)))
                .toList();
        model.addAttribute("edition", edition);
        model.addAttribute("shown", shown);
        return "disclosure/masking";
    }

    private static List<Decision> decided(Map<String, String> form) {
        List<Decision> decided = new ArrayList<>();
        form.forEach((field, seen) -> {
            if (field.matches("seen-(bodyHtml|[0-9]{1,18})-[0-9]{1,4}")) {
                String key = field.substring("seen-".length());
                int dash = key.lastIndexOf('-');
                Map<Integer, ColumnMask> masks = new HashMap<>();
                for (int column = 0; form.containsKey("mask-" + key + "-" + column); column++) {
                    masks.put(column, mask(form.get("mask-" + key + "-" + column), ColumnMask.KEEP));
                }
                decided.add(
                        new Decision(key.substring(0, dash), Integer.parseInt(key.substring(dash + 1)), seen, masks));
            }
        });
        return decided;
    }

    private static List<ColumnMask> chosen(Listed listed, Map<String, String> form) {
        List<ColumnMask> masks = new ArrayList<>();
        for (int i = 0; i < listed.masks().size(); i++) {
            masks.add(mask(
                    form.get("mask-" + listed.source() + "-" + listed.number() + "-" + i),
                    listed.masks().get(i)));
        }
        return masks;
    }

    private static ColumnMask mask(@org.jspecify.annotations.Nullable String name, ColumnMask otherwise) {
        for (ColumnMask each : ColumnMask.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }

    private Edition draft(long id) {
        Edition edition = access.edition(id);
        if (edition.state() != EditionState.DRAFT) {
            throw Access.notThere();
        }
        return edition;
    }
}
