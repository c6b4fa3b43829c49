package org.yangguang.engagement.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.engagement.internal.LetterPublications.Sieve;

/** 互动交流: where the conversation with the public begins. */
@Controller
class InteractionPages {

    private static final int LATEST = 8;

    private final LetterPublications publications;

    InteractionPages(LetterPublications publications) {
        this.publications = publications;
    }

    @GetMapping("/interaction")
    String interaction(Model model) {
        model.addAttribute("letters", publications.list(Sieve.ALL, 0, LATEST));
        return "engagement/interaction";
    }
}
