package org.yangguang.catalogue.web;

import java.time.Clock;
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
import org.yangguang.catalogue.CatalogueOutcome;
import org.yangguang.catalogue.DisclosureRules;
import org.yangguang.catalogue.Reason;
import org.yangguang.catalogue.Rule;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Where disclosure offices write, publish and repeal rules. */
@Controller
class RuleConsole {

    private final DisclosureRules rules;
    private final CatalogueAuthority authority;
    private final Organs organs;
    private final SignedIn signedIn;
    private final Clock clock;

    RuleConsole(DisclosureRules rules, CatalogueAuthority authority, Organs organs, SignedIn signedIn, Clock clock) {
        this.rules = rules;
        this.authority = authority;
        this.organs = organs;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/console/rules")
    String list(@RequestParam(required = false) @Nullable Long organ, Model model) {
        Officer officer = signedIn.required();
        Set<OrganId> kept = authority.keeps(officer);
        List<Organ> choice = organs.all().stream()
                .filter(each -> each.open() && kept.contains(each.id()))
                .toList();
        OrganId chosen = organ != null && kept.contains(new OrganId(organ))
                ? new OrganId(organ)
                : kept.contains(officer.organ()) || choice.isEmpty()
                        ? officer.organ()
                        : choice.get(0).id();
        model.addAttribute("organs", choice);
        model.addAttribute("chosen", chosen);
        model.addAttribute("rules", kept.contains(chosen) ? rules.of(chosen) : List.of());
        model.addAttribute("zone", clock.getZone());
        return "catalogue/console-rules";
    }

    @GetMapping("/console/rules/new")
    String fresh(@RequestParam long organ, Model model) {
        return form(kept(new OrganId(organ)), null, new Rule.Text("", ""), 0, List.of(), null, model);
    }

    @PostMapping("/console/rules")
    String create(
            @RequestParam long organ,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            Model model,
            RedirectAttributes said) {
        Rule.Text typed = new Rule.Text(title, body);
        Organ of = kept(new OrganId(organ));
        return answer(rules.create(signedIn.required(), of.id(), typed), of, null, typed, 0, "saved", model, said);
    }

    @GetMapping("/console/rules/{id}")
    String edit(@PathVariable long id, Model model) {
        Rule rule = rule(id);
        Rule.Text text = rule.draft() != null
                ? rule.draft()
                : rule.current() == null
                        ? new Rule.Text("", "")
                        : rule.current().text();
        return form(kept(rule.organ()), rule, text, rule.version(), List.of(), null, model);
    }

    @PostMapping("/console/rules/{id}")
    String act(
            @PathVariable long id,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            Model model,
            RedirectAttributes said) {
        Rule rule = rule(id);
        Organ organ = kept(rule.organ());
        Officer officer = signedIn.required();
        Rule.Text typed = new Rule.Text(title, body);
        return switch (then) {
            case "publish" -> {
                CatalogueOutcome<Rule> outcome = rules.publish(officer, id, version, typed);
                yield answer(outcome, organ, rule, typed, version, "rule.published", model, said);
            }
            case "repeal" -> {
                CatalogueOutcome<Rule> outcome = rules.repeal(officer, id, version);
                yield answer(outcome, organ, rule, typed, version, "rule.repealed", model, said);
            }
            case "preview" -> {
                model.addAttribute("preview", org.yangguang.site.SafeHtml.clean(body));
                yield form(organ, rule, typed, version, List.of(), null, model);
            }
            default -> {
                CatalogueOutcome<Rule> outcome = rules.save(officer, id, version, typed);
                yield answer(outcome, organ, rule, typed, version, "saved", model, said);
            }
        };
    }

    private String answer(
            CatalogueOutcome<Rule> outcome,
            Organ organ,
            @Nullable Rule rule,
            Rule.Text typed,
            int version,
            String done,
            Model model,
            RedirectAttributes said) {
        return outcome.then(
                changed -> {
                    said.addFlashAttribute("done", "catalogue.console." + done);
                    return "redirect:/console/rules/" + changed.id();
                },
                reasons -> form(organ, rule, typed, version, reasons, null, model),
                overtaken -> {
                    Rule theirs = overtaken.now();
                    List<Reason> told = List.of(new Reason("catalogue.console.overtaken", overtaken.by()));
                    return form(organ, theirs, typed, theirs.version(), told, theirs, model);
                });
    }

    private String form(
            Organ organ,
            @Nullable Rule rule,
            Rule.Text text,
            int version,
            List<Reason> refused,
            @Nullable Rule theirs,
            Model model) {
        model.addAttribute("organ", organ);
        model.addAttribute("rule", rule);
        model.addAttribute("text", text);
        model.addAttribute("version", version);
        model.addAttribute("refused", refused);
        model.addAttribute("theirs", theirs);
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("history", rule == null ? List.of() : rules.history(rule.id()));
        return "catalogue/console-rule";
    }

    private Rule rule(long id) {
        return rules.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Organ kept(OrganId organ) {
        if (!authority.keeps(signedIn.required()).contains(organ)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return organs.find(organ).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
