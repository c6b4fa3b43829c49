package org.yangguang.catalogue.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.DisclosureRules;
import org.yangguang.catalogue.Rule;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.PageMeta;
import org.yangguang.site.SiteIdentity;

/** The rules of the organs, for everybody. */
@Controller
class RulePages {

    private final DisclosureRules rules;
    private final Organs organs;
    private final SiteIdentity site;
    private final Clock clock;

    RulePages(DisclosureRules rules, Organs organs, SiteIdentity site, Clock clock) {
        this.rules = rules;
        this.organs = organs;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/rules")
    String all(Model model) {
        Map<OrganId, List<RuleLine>> lines = new LinkedHashMap<>();
        rules.inForce().forEach(rule -> lines.computeIfAbsent(rule.organ(), key -> new ArrayList<>())
                .add(line(rule)));
        Map<Organ, List<RuleLine>> byOrgan = new LinkedHashMap<>();
        organs.all().stream()
                .filter(organ -> lines.containsKey(organ.id()))
                .forEach(organ -> byOrgan.put(organ, lines.get(organ.id())));
        model.addAttribute("byOrgan", byOrgan);
        return "catalogue/rules";
    }

    @GetMapping("/organs/{id}/rules")
    String ofOrgan(@PathVariable long id, Model model) {
        Organ organ = organs.find(new OrganId(id)).orElseThrow(RulePages::notFound);
        model.addAttribute("organ", organ);
        model.addAttribute(
                "lines",
                rules.of(organ.id()).stream()
                        .filter(rule -> rule.current() != null)
                        .map(this::line)
                        .toList());
        return "catalogue/organ-rules";
    }

    @GetMapping("/rules/{id}")
    String rule(@PathVariable long id, Model model) {
        Rule rule = published(id);
        return show(rule, Objects.requireNonNull(rule.current()), model);
    }

    @GetMapping("/rules/{id}/editions/{number}")
    String edition(@PathVariable long id, @PathVariable int number, Model model) {
        Rule.Edition edition = rules.history(id).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(RulePages::notFound);
        return show(published(id), edition, model);
    }

    private Rule published(long id) {
        return rules.find(id).filter(rule -> rule.current() != null).orElseThrow(RulePages::notFound);
    }

    private String show(Rule rule, Rule.Edition edition, Model model) {
        Organ organ = organs.find(rule.organ()).orElseThrow(RulePages::notFound);
        model.addAttribute("rule", rule);
        model.addAttribute("organ", organ);
        model.addAttribute("edition", edition);
        model.addAttribute("published", date(edition.publishedAt()));
        model.addAttribute("newest", edition.equals(rule.current()));
        model.addAttribute(
                "history",
                rules.history(rule.id()).stream()
                        .map(each -> new PastEdition(each.number(), date(each.publishedAt()), organ.shortName()))
                        .toList());
        model.addAttribute(
                "meta",
                PageMeta.article(
                        edition.text().title(),
                        edition.publishedAt(),
                        clock.getZone(),
                        organ.name(),
                        List.of("政府信息公开制度"),
                        organ.name(),
                        "",
                        site.url() + "/rules/" + rule.id()));
        return "catalogue/rule";
    }

    private RuleLine line(Rule rule) {
        Rule.Edition current = Objects.requireNonNull(rule.current());
        return new RuleLine(rule.id(), current.text().title(), date(current.publishedAt()), rule.repealedOn() == null);
    }

    private LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
