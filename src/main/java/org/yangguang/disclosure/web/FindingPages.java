package org.yangguang.disclosure.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Checks;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Outcome;

/** What an officer does about a finding of the check before review: masks or corrects it, or says why it stays. */
@Controller
class FindingPages {

    private final Access access;
    private final Checks checks;
    private final CheckView view;
    private final Words words;

    FindingPages(Access access, Checks checks, CheckView view, Words words) {
        this.access = access;
        this.checks = checks;
        this.view = view;
        this.words = words;
    }

    @PostMapping("/console/drafts/{id}/findings/{fingerprint}")
    String act(
            @PathVariable long id,
            @PathVariable String fingerprint,
            @RequestParam String then,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Edition edition = access.edition(id);
        Officer officer = access.officer();
        Outcome outcome =
                switch (then) {
                    case "replace" -> checks.replace(officer, edition.id(), version, fingerprint);
                    case "describe" -> checks.describe(officer, edition.id(), version, fingerprint, reason);
                    case "override" -> checks.override(officer, edition.id(), fingerprint, reason);
                    default -> throw Access.notThere();
                };
        if (outcome.done()) {
            flash.addFlashAttribute(
                    "said",
                    words.say(
                            then.equals("override") ? "disclosure.finding.overridden" : "disclosure.finding.replaced"));
        } else {
            flash.addFlashAttribute("refusedFinding", words.say(outcome));
        }
        return "redirect:/console/drafts/" + id + "#findings";
    }

    /** The findings of the draft as it is saved now; the page asks for them while somebody types. */
    @GetMapping("/console/drafts/{id}/findings")
    String show(@PathVariable long id, Model model) {
        Edition edition = access.edition(id);
        model.addAttribute("edition", edition);
        model.addAttribute("checks", view.of(edition));
        model.addAttribute("words", words);
        model.addAttribute("writing", edition.state() == EditionState.DRAFT);
        return "disclosure/findings";
    }

    @PostMapping("/console/drafts/{id}/links")
    String lookAtLinks(@PathVariable long id, RedirectAttributes flash) {
        Outcome outcome =
                checks.lookAtLinks(access.officer(), access.edition(id).id());
        flash.addFlashAttribute("refusedFinding", words.say(outcome));
        return "redirect:/console/drafts/" + id + "#findings";
    }
}
