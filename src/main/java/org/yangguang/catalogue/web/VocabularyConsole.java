package org.yangguang.catalogue.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.CatalogueAuthority;
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.Reason;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.catalogue.VocabularyEditing;

/** Where subjects, genres and audience groups are kept. */
@Controller
class VocabularyConsole {

    private static final String HERE = "/console/vocabularies";

    private final Catalogue catalogue;
    private final VocabularyEditing editing;
    private final CatalogueAuthority authority;
    private final SignedIn signedIn;

    VocabularyConsole(Catalogue catalogue, VocabularyEditing editing, CatalogueAuthority authority, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.editing = editing;
        this.authority = authority;
        this.signedIn = signedIn;
    }

    @GetMapping(HERE)
    String show(@RequestParam(defaultValue = "SUBJECT") Vocabulary of, Model model) {
        keeper();
        return show(of, new Term("", "", "", next(of)), List.of(), model);
    }

    private String show(Vocabulary vocabulary, Term typed, List<Reason> refused, Model model) {
        model.addAttribute("vocabulary", vocabulary);
        model.addAttribute("terms", catalogue.terms(vocabulary));
        model.addAttribute("retired", catalogue.retiredTerms(vocabulary));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "catalogue/console-vocabulary";
    }

    private int next(Vocabulary vocabulary) {
        return catalogue.terms(vocabulary).stream()
                        .mapToInt(Term::position)
                        .max()
                        .orElse(0)
                + 1;
    }

    @PostMapping(HERE + "/{vocabulary}")
    String act(
            @PathVariable Vocabulary vocabulary,
            @RequestParam(defaultValue = "add") String then,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "0") int position,
            Model model,
            RedirectAttributes said) {
        Officer officer = keeper();
        Term typed = new Term(code, name, nameEn, position);
        CatalogueOutcome<Term> outcome =
                switch (then) {
                    case "change" -> editing.change(officer, vocabulary, typed);
                    case "retire" -> editing.retire(officer, vocabulary, code);
                    case "restore" -> editing.restore(officer, vocabulary, code);
                    default -> editing.add(officer, vocabulary, typed);
                };
        if (outcome instanceof CatalogueOutcome.Refused<Term> refused) {
            return show(vocabulary, typed, refused.reasons(), model);
        }
        said.addFlashAttribute("done", "catalogue.console.saved");
        return "redirect:" + HERE + "?of=" + vocabulary;
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (!authority.keepsCatalogue(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }
}
