package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.ItemCounts;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.ItemFilter.Dimension;
import org.yangguang.disclosure.web.ListView.Choice;

/** The catalogue by subject, genre and year, each with the number of its items. */
@Controller
class SubjectPages {

    private final VisibilityGate gate;
    private final ItemCounts counts;
    private final Catalogue catalogue;
    private final Names names;

    SubjectPages(VisibilityGate gate, ItemCounts counts, Catalogue catalogue, Names names) {
        this.gate = gate;
        this.counts = counts;
        this.catalogue = catalogue;
        this.names = names;
    }

    @GetMapping("/subjects")
    String subjects(Model model) {
        ItemCounts.Counts counted = counts.of(ItemFilter.NONE, gate.reader());
        model.addAttribute("subjects", terms(Vocabulary.SUBJECT, counted.by(Dimension.SUBJECT), "subject"));
        model.addAttribute("genres", terms(Vocabulary.GENRE, counted.by(Dimension.GENRE), "genre"));
        model.addAttribute(
                "years",
                counted.by(Dimension.YEAR).entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                        .map(year ->
                                new Choice(year.getKey(), year.getValue(), "/catalogue?year=" + year.getKey(), false))
                        .toList());
        return "disclosure/subjects";
    }

    private List<Choice> terms(Vocabulary vocabulary, Map<String, Long> counted, String parameter) {
        List<Choice> choices = new ArrayList<>();
        catalogue.terms(vocabulary).forEach(term -> {
            long count = counted.getOrDefault(term.code(), 0L);
            if (count > 0) {
                choices.add(new Choice(names.term(term), count, "/catalogue?" + parameter + "=" + term.code(), false));
            }
        });
        return choices;
    }
}
