package org.yangguang.request.web;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.RedatingTable;

/** {@code /console/requests/redated}: which deadlines a new arrangement of holidays moved, from when to when. */
@Controller
class RedatingPages {

    private final CaseAccess access;
    private final Requests requests;
    private final RedatingTable table;
    private final CaseWords words;

    RedatingPages(CaseAccess access, Requests requests, RedatingTable table, CaseWords words) {
        this.access = access;
        this.requests = requests;
        this.table = table;
        this.words = words;
    }

    @GetMapping("/console/requests/redated")
    String show(@RequestParam(defaultValue = "0") long run, Model model) {
        Set<OrganId> mine = requests.organsOf(access.officer());
        var runs = table.runs(mine);
        long chosen = run == 0 && !runs.isEmpty() ? runs.get(0).id() : run;
        model.addAttribute("runs", runs);
        model.addAttribute("chosen", chosen);
        model.addAttribute("lines", table.lines(chosen, mine));
        model.addAttribute("words", words);
        return "request/redated";
    }
}
