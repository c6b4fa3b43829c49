package org.yangguang.disclosure.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.disclosure.Checks;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Outcome;

/** What an officer does about a finding of the check before review: masks or corrects it, or says why it stays. */
@Controller
class FindingPages {

    private final Access access;
    private final Checks checks;
    private final Words words;

    FindingPages(Access access, Checks checks, Words words) {
        this.access = access;
        this.checks = checks;
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
        boolean replace = then.equals("replace");
        Outcome outcome = replace
                ? checks.replace(access.officer(), edition.id(), version, fingerprint)
                : checks.override(access.officer(), edition.id(), fingerprint, reason);
        if (outcome.done()) {
            flash.addFlashAttribute(
                    "said", words.say(replace ? "disclosure.finding.replaced" : "disclosure.finding.overridden"));
        } else {
            flash.addFlashAttribute("refusedFinding", words.say(outcome));
        }
        return "redirect:/console/drafts/" + id + "#findings";
    }
}
