package org.yangguang.catalogue.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.yangguang.catalogue.CatalogueAuthority;
import org.yangguang.catalogue.GuideDraft;
import org.yangguang.catalogue.GuideEdition;
import org.yangguang.catalogue.GuideText;
import org.yangguang.catalogue.Guides;
import org.yangguang.catalogue.Reason;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Where disclosure offices write and publish guides. */
@Controller
class GuideConsole {

    private final Guides guides;
    private final CatalogueAuthority authority;
    private final Organs organs;
    private final SignedIn signedIn;
    private final Clock clock;

    GuideConsole(Guides guides, CatalogueAuthority authority, Organs organs, SignedIn signedIn, Clock clock) {
        this.guides = guides;
        this.authority = authority;
        this.organs = organs;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/console/guides")
    String list(Model model) {
        Set<OrganId> kept = authority.keeps(signedIn.required());
        List<Guides.Standing> standings = guides.standings().stream()
                .filter(each -> kept.contains(each.organ().id()))
                .sorted(Comparator.comparingInt(GuideConsole::urgency))
                .toList();
        model.addAttribute("standings", standings);
        model.addAttribute("renew", (int)
                standings.stream().filter(each -> urgency(each) < 2).count());
        model.addAttribute("zone", clock.getZone());
        return "catalogue/console-guides";
    }

    private static int urgency(Guides.Standing standing) {
        return standing.edition() == null ? 0 : standing.stale() ? 1 : 2;
    }

    @GetMapping("/console/guides/{organ}")
    String edit(@PathVariable("organ") long id, Model model) {
        Organ organ = organ(id);
        GuideDraft draft = guides.draft(organ.id()).orElse(null);
        GuideText text = draft != null
                ? draft.text()
                : guides.current(organ.id()).map(GuideEdition::text).orElse(GuideText.EMPTY);
        return form(organ, text, draft == null ? 0 : draft.version(), List.of(), null, model);
    }

    @PostMapping("/console/guides/{organ}")
    String act(
            @PathVariable("organ") long id,
            @RequestParam(defaultValue = "save") String then,
            GuideForm typed,
            Model model,
            RedirectAttributes said) {
        Organ organ = organ(id);
        Officer officer = signedIn.required();
        String here = "redirect:/console/guides/" + id;
        if ("preview".equals(then)) {
            guides.preview(organ.id(), typed.text(), officer.name(), clock.instant())
                    .ifPresent(edition -> model.addAttribute("preview", edition));
            List<Reason> missing = guides.missing(typed.text(), organ);
            return form(organ, typed.text(), typed.versionSeen(), missing, null, model);
        }
        if ("publish".equals(then)) {
            return guides.publishGuide(officer, organ.id(), typed.text())
                    .then(
                            edition -> {
                                said.addFlashAttribute("done", "catalogue.console.guide.published");
                                return here;
                            },
                            reasons -> form(organ, typed.text(), typed.versionSeen(), reasons, null, model),
                            overtaken -> here);
        }
        return guides.save(officer, organ.id(), typed.versionSeen(), typed.text())
                .then(
                        draft -> {
                            said.addFlashAttribute("done", "catalogue.console.saved");
                            return here;
                        },
                        reasons -> form(organ, typed.text(), typed.versionSeen(), reasons, null, model),
                        overtaken -> {
                            GuideDraft theirs = overtaken.now();
                            List<Reason> told = List.of(new Reason("catalogue.console.overtaken", overtaken.by()));
                            return form(organ, typed.text(), theirs.version(), told, theirs, model);
                        });
    }

    private String form(
            Organ organ, GuideText text, int version, List<Reason> refused, @Nullable GuideDraft theirs, Model model) {
        model.addAttribute("organ", organ);
        model.addAttribute("text", text);
        model.addAttribute("version", version);
        model.addAttribute("refused", refused);
        model.addAttribute("theirs", theirs);
        model.addAttribute("zone", clock.getZone());
        guides.current(organ.id()).ifPresent(current -> {
            model.addAttribute("current", current);
            model.addAttribute("stale", guides.stale(current));
        });
        model.addAttribute("history", guides.history(organ.id()));
        return "catalogue/console-guide";
    }

    private Organ organ(long id) {
        OrganId organ = new OrganId(id);
        if (!authority.keeps(signedIn.required()).contains(organ)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return organs.find(organ).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
