package org.yangguang.disclosure.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.disclosure.Audiences;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.ConsoleEntry;

/** Where a disclosure office makes named audiences and their codes. */
@Controller
class AudienceConsole {

    private final Audiences audiences;
    private final Organs organs;
    private final SignedIn signedIn;

    AudienceConsole(Audiences audiences, Organs organs, SignedIn signedIn) {
        this.audiences = audiences;
        this.organs = organs;
        this.signedIn = signedIn;
    }

    @GetMapping("/console/audiences")
    String list(Model model) {
        Officer officer = signedIn.required();
        List<AudienceLine> lines = audiences.of(officer).stream()
                .map(audience -> new AudienceLine(
                        audience, organs.find(audience.organ()).map(Organ::name).orElse("")))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "organs",
                audiences.organsOf(officer).stream()
                        .flatMap(organ -> organs.find(organ).stream())
                        .filter(Organ::open)
                        .sorted(Comparator.comparingInt(Organ::position))
                        .toList());
        return "disclosure/audiences";
    }

    @PostMapping("/console/audiences")
    String create(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate expiresOn,
            RedirectAttributes told) {
        return tell(audiences.create(signedIn.required(), new OrganId(organ), name, expiresOn), told);
    }

    @PostMapping("/console/audiences/{id}/renew")
    String renew(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate expiresOn,
            RedirectAttributes told) {
        return tell(audiences.renew(signedIn.required(), id, expiresOn), told);
    }

    @PostMapping("/console/audiences/{id}/close")
    String close(@PathVariable long id, RedirectAttributes told) {
        return tell(audiences.close(signedIn.required(), id), told);
    }

    /** The code passes through the officer's session once and is then gone. */
    private static String tell(Audiences.Result result, RedirectAttributes told) {
        if (result instanceof Audiences.Result.Opened opened) {
            told.addFlashAttribute("code", opened.code());
        } else if (result instanceof Audiences.Result.Refused refused) {
            told.addFlashAttribute("refusals", refused.reasons());
        }
        return "redirect:/console/audiences";
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {
        @Bean
        ConsoleEntry audiencesEntry() {
            return new ConsoleEntry(
                    "disclosure.limits",
                    "/console/audiences",
                    60,
                    Set.of(Role.DISCLOSURE_OFFICE.authority(), Role.DISTRICT_OFFICE.authority()));
        }
    }
}
