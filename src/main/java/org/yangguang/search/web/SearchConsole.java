package org.yangguang.search.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.CatalogueAuthority;
import org.yangguang.search.SynonymBook;
import org.yangguang.search.VainSearches;
import org.yangguang.site.ConsoleEntry;

/** The words that mean the same, and what readers look for in vain, from which the office learns which words are missing. */
@Controller
class SearchConsole {

    private static final String HERE = "/console/search";
    private static final int SHOWN = 100;
    private static final Set<Role> READING =
            Set.of(Role.DISTRICT_OFFICE, Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR);

    private final SynonymBook synonyms;
    private final VainSearches vain;
    private final CatalogueAuthority authority;
    private final SignedIn signedIn;

    SearchConsole(SynonymBook synonyms, VainSearches vain, CatalogueAuthority authority, SignedIn signedIn) {
        this.synonyms = synonyms;
        this.vain = vain;
        this.authority = authority;
        this.signedIn = signedIn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        ConsoleEntry searchConsoleEntry() {
            return new ConsoleEntry(
                    "search.console",
                    HERE,
                    335,
                    READING.stream().map(Role::authority).collect(java.util.stream.Collectors.toUnmodifiableSet()));
        }
    }

    @GetMapping(HERE)
    String show(Model model) {
        Officer officer = signedIn.required();
        if (officer.grants().stream().noneMatch(grant -> READING.contains(grant.role()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return show("", List.of(), model);
    }

    private String show(String typed, List<SynonymBook.Reason> refused, Model model) {
        model.addAttribute("groups", synonyms.groups());
        model.addAttribute("vain", vain.most(SHOWN));
        model.addAttribute("keeps", authority.keepsCatalogue(signedIn.required()));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "search/console";
    }

    @PostMapping(HERE)
    String add(@RequestParam(defaultValue = "") String words, Model model, RedirectAttributes said) {
        keeper();
        return answer(synonyms.add(words), words, model, said);
    }

    @PostMapping(HERE + "/{id}")
    String act(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "change") String then,
            Model model,
            RedirectAttributes said) {
        keeper();
        boolean removing = then.equals("remove");
        SynonymBook.Outcome outcome = removing ? synonyms.remove(id, version) : synonyms.change(id, version, words);
        return answer(outcome, removing ? "" : words, model, said);
    }

    private String answer(SynonymBook.Outcome outcome, String words, Model model, RedirectAttributes said) {
        if (!outcome.done()) {
            return show(words, outcome.reasons(), model);
        }
        said.addFlashAttribute("done", "search.console.saved");
        return "redirect:" + HERE;
    }

    private void keeper() {
        if (!authority.keepsCatalogue(signedIn.required())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
