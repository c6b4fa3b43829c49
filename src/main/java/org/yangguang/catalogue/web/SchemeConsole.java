package org.yangguang.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.catalogue.CatalogueAuthority;
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.IndexNumberCheck;
import org.yangguang.catalogue.IndexNumbers;
import org.yangguang.catalogue.IndexSchemes;
import org.yangguang.catalogue.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Where index schemes are kept, and foreign numbers can be tried before an import. */
@Controller
class SchemeConsole {

    private static final String HERE = "/console/index-schemes";
    private static final int MOST_TRIED = 200;

    private final IndexSchemes schemes;
    private final IndexNumbers numbers;
    private final Organs organs;
    private final CatalogueAuthority authority;
    private final SignedIn signedIn;
    private final Clock clock;

    SchemeConsole(
            IndexSchemes schemes,
            IndexNumbers numbers,
            Organs organs,
            CatalogueAuthority authority,
            SignedIn signedIn,
            Clock clock) {
        this.schemes = schemes;
        this.numbers = numbers;
        this.organs = organs;
        this.authority = authority;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping(HERE)
    String show(Model model) {
        keeper();
        return show(null, "{organ}/{yyyy}-{5}", LocalDate.now(clock).plusDays(1), List.of(), "", Map.of(), model);
    }

    @PostMapping(HERE)
    String add(
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validFrom,
            Model model,
            RedirectAttributes said) {
        Officer officer = keeper();
        OrganId of = organ == null ? null : new OrganId(organ);
        LocalDate from = validFrom == null ? LocalDate.now(clock) : validFrom;
        CatalogueOutcome<IndexSchemes.Scheme> outcome = schemes.add(officer, of, pattern, from);
        if (outcome instanceof CatalogueOutcome.Refused<IndexSchemes.Scheme> refused) {
            return show(organ, pattern, from, refused.reasons(), "", Map.of(), model);
        }
        said.addFlashAttribute("done", "catalogue.console.saved");
        return "redirect:" + HERE;
    }

    @PostMapping(HERE + "/try")
    String tryNumbers(@RequestParam(defaultValue = "") String tried, Model model) {
        keeper();
        List<String> typed = tried.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .limit(MOST_TRIED)
                .toList();
        Map<String, IndexNumberCheck> checks = numbers.check(typed);
        return show(null, "{organ}/{yyyy}-{5}", LocalDate.now(clock).plusDays(1), List.of(), tried, checks, model);
    }

    private String show(
            @Nullable Long chosen,
            String pattern,
            LocalDate validFrom,
            List<Reason> refused,
            String tried,
            Map<String, IndexNumberCheck> checks,
            Model model) {
        model.addAttribute("schemes", schemes.all());
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute("pattern", pattern);
        model.addAttribute("validFrom", validFrom);
        model.addAttribute("refused", refused);
        model.addAttribute("tried", tried);
        model.addAttribute("checks", checks);
        model.addAttribute("zone", clock.getZone());
        return "catalogue/console-schemes";
    }

    private Officer keeper() {
        Officer officer = signedIn.required();
        if (!authority.keepsCatalogue(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return officer;
    }
}
