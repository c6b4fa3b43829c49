package org.yangguang.engagement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.disclosure.ItemId;
import org.yangguang.engagement.Experts;
import org.yangguang.engagement.Interpretation;
import org.yangguang.engagement.internal.InterpretationTable;
import org.yangguang.engagement.internal.ItemTitles;
import org.yangguang.topic.TopicMaterial.Piece;

/** Interpretations of policies, and the pool of those who explain them. */
@Controller
class InterpretationPages {

    private final InterpretationTable table;
    private final ItemTitles titles;
    private final Experts experts;
    private final EngagementWords words;

    InterpretationPages(InterpretationTable table, ItemTitles titles, Experts experts, EngagementWords words) {
        this.table = table;
        this.titles = titles;
        this.experts = experts;
        this.words = words;
    }

    @GetMapping("/interpretations")
    String interpretations(@RequestParam(defaultValue = "1") int page, Model model) {
        Paging paging = Paging.of("/interpretations", page, table.count());
        model.addAttribute("paging", paging);
        model.addAttribute("interpretations", seen(table.list(paging.offset(), paging.size())));
        model.addAttribute("words", words);
        return "engagement/interpretations";
    }

    @GetMapping("/experts")
    String experts(Model model) {
        model.addAttribute("experts", experts.serving());
        model.addAttribute("words", words);
        return "engagement/experts";
    }

    private List<InterpretationView> seen(List<Interpretation> links) {
        Map<ItemId, Piece> pieces = titles.of(links.stream()
                .flatMap(link -> Stream.of(link.item(), link.explains()))
                .toList());
        List<InterpretationView> seen = new ArrayList<>();
        for (Interpretation link : links) {
            Piece piece = pieces.get(link.item());
            if (piece != null) {
                seen.add(new InterpretationView(link, piece, pieces.get(link.explains())));
            }
        }
        return seen;
    }
}
