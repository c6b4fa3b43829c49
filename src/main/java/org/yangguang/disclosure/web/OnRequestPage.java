package org.yangguang.disclosure.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.organ.Organs;

/** How to ask for what is not published (依申请公开, Chapter 4 of the 2019 Regulations). */
@Controller
class OnRequestPage {

    private final Organs organs;

    OnRequestPage(Organs organs) {
        this.organs = organs;
    }

    @GetMapping("/on-request")
    String onRequest(Model model) {
        organs.all().stream()
                .filter(organ -> organ.parent() == null && organ.open())
                .findFirst()
                .ifPresent(root -> model.addAttribute("root", root));
        return "disclosure/on-request";
    }
}
