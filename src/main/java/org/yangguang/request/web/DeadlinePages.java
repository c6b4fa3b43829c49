package org.yangguang.request.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.account.Officer;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.CaseState;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.DeadlineDesk;
import org.yangguang.request.internal.DeadlineDesk.Part;
import org.yangguang.request.internal.DeadlineDesk.Sieve;

/** {@code /console/requests}: what is due today, this week, overdue and stopped, with whom, and since when. */
@Controller
class DeadlinePages {

    private final CaseAccess access;
    private final Requests requests;
    private final DeadlineDesk desk;
    private final Organs organs;
    private final CaseWords words;

    DeadlinePages(CaseAccess access, Requests requests, DeadlineDesk desk, Organs organs, CaseWords words) {
        this.access = access;
        this.requests = requests;
        this.desk = desk;
        this.organs = organs;
        this.words = words;
    }

    @GetMapping("/console/requests")
    String desk(
            @RequestParam(defaultValue = "ALL") Part part,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(required = false) @Nullable Long handler,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        Officer officer = access.officer();
        Set<OrganId> mine = requests.organsOf(officer);
        Sieve sieve = new Sieve(part, organ == null ? null : new OrganId(organ), handler, state, text);
        model.addAttribute("sieve", sieve);
        DeadlineDesk.Overview overview = desk.overview(mine, words.today());
        model.addAttribute("counts", overview.counts());
        model.addAttribute("lines", desk.lines(mine, sieve, words.today()));
        model.addAttribute("holders", overview.holders());
        model.addAttribute(
                "organs",
                organs.all().stream().filter(each -> mine.contains(each.id())).toList());
        model.addAttribute(
                "states",
                List.of(CaseState.values()).stream()
                        .filter(each -> each != CaseState.NEW && each != CaseState.CLOSED)
                        .toList());
        model.addAttribute("mayRegister", !requests.intakeOrgans(officer).isEmpty());
        model.addAttribute("words", words);
        return "request/desk";
    }
}
