package org.yangguang.engagement.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.engagement.internal.LetterPublications.Sieve;

/** 互动交流: where the conversation with the public begins. */
@Controller
class InteractionPages {

    private static final int LATEST = 8;
    private static final int FEW = 5;

    private final LetterPublications publications;
    private final AffairTable affairs;
    private final EngagementWords words;

    InteractionPages(LetterPublications publications, AffairTable affairs, EngagementWords words) {
        this.publications = publications;
        this.affairs = affairs;
        this.words = words;
    }

    @GetMapping("/interaction")
    String interaction(Model model) {
        model.addAttribute("letters", publications.list(Sieve.ALL, 0, LATEST));
        model.addAttribute(
                "shelves",
                List.of("concerns", "consultations", "conferences", "ratings").stream()
                        .map(folder -> new ShelfView(folder, affairs.published(AffairKind.in(folder), 0, FEW)))
                        .toList());
        model.addAttribute("words", words);
        return "engagement/interaction";
    }
}
