package org.yangguang.request.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.request.Case;
import org.yangguang.request.CaseId;
import org.yangguang.request.Learning;
import org.yangguang.request.ProactiveDrafts;
import org.yangguang.request.Reason;

/** What several applicants asked for, and replies for the log: in the console as proposals, on the site as the log. */
@Controller
class LearningPages {

    private static final int ON_A_PAGE = 50;

    private final CaseAccess access;
    private final Learning learning;
    private final CaseWords words;

    LearningPages(CaseAccess access, Learning learning, CaseWords words) {
        this.access = access;
        this.learning = learning;
        this.words = words;
    }

    @GetMapping("/console/requests/proposals")
    String proposals(Model model) {
        model.addAttribute("proposals", learning.proposals(access.officer()));
        return "request/proposals";
    }

    @PostMapping("/console/requests/proposals/{number:\\d+}/draft")
    String draft(@PathVariable long number, RedirectAttributes flash) {
        return drafted(learning.draft(access.officer(), new CaseId(number)), "/console/requests/proposals", flash);
    }

    @PostMapping("/console/requests/proposals/{number:\\d+}/dismiss")
    String dismiss(@PathVariable long number, @RequestParam(defaultValue = "") String words, RedirectAttributes flash) {
        Optional<Reason> refused = learning.dismiss(access.officer(), new CaseId(number), words);
        flash.addFlashAttribute("said", this.words.say(refused.map(Reason::key).orElse("request.proposal.dismissed")));
        return "redirect:/console/requests/proposals";
    }

    @PostMapping("/console/requests/{id:\\d+}/release")
    String release(@PathVariable long id, RedirectAttributes flash) {
        Case known = access.one(id);
        return drafted(learning.release(access.officer(), known), "/console/requests/" + id, flash);
    }

    private String drafted(ProactiveDrafts.Result result, String back, RedirectAttributes flash) {
        if (result instanceof ProactiveDrafts.Result.Drafted drafted) {
            return "redirect:" + drafted.address();
        }
        var reasons = words.say(((ProactiveDrafts.Result.Refused) result).reasons());
        flash.addFlashAttribute("said", reasons.get(0).text());
        return "redirect:" + back;
    }

    @GetMapping("/on-request/released")
    String released(@RequestParam(defaultValue = "1") String page, Model model) {
        int number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        model.addAttribute("items", learning.released((number - 1) * ON_A_PAGE, ON_A_PAGE));
        model.addAttribute("number", number);
        return "request/released";
    }
}
