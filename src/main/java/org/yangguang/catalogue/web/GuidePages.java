package org.yangguang.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.catalogue.DisclosureRules;
import org.yangguang.catalogue.GuideEdition;
import org.yangguang.catalogue.Guides;
import org.yangguang.catalogue.Rule;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.Organs;
import org.yangguang.site.NavigationEntry;
import org.yangguang.site.PageMeta;
import org.yangguang.site.SiteIdentity;

/** The guides, for everybody. */
@Controller
class GuidePages {

    private final Guides guides;
    private final DisclosureRules rules;
    private final Organs organs;
    private final SiteIdentity site;
    private final Clock clock;

    GuidePages(Guides guides, DisclosureRules rules, Organs organs, SiteIdentity site, Clock clock) {
        this.guides = guides;
        this.rules = rules;
        this.organs = organs;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/guides")
    String guides(Model model) {
        Map<OrganKind, List<GuideLine>> byKind = guides.standings().stream()
                .map(each -> new GuideLine(each.organ(), each.publishedAt() == null ? null : date(each.publishedAt())))
                .collect(Collectors.groupingBy(
                        line -> line.organ().kind(),
                        () -> new java.util.EnumMap<>(OrganKind.class),
                        Collectors.toList()));
        model.addAttribute("groups", byKind);
        return "catalogue/guides";
    }

    @GetMapping("/organs/{id}/guide")
    String guide(@PathVariable long id, Model model) {
        Organ organ = organ(id);
        return guides.current(organ.id())
                .map(edition -> show(organ, edition, true, model))
                .orElseGet(() -> {
                    model.addAttribute("organ", organ);
                    return "catalogue/guide-missing";
                });
    }

    @GetMapping("/organs/{id}/guide/editions/{number}")
    String edition(@PathVariable long id, @PathVariable int number, Model model) {
        Organ organ = organ(id);
        GuideEdition edition =
                guides.edition(organ.id(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(
                organ,
                edition,
                guides.current(organ.id()).filter(edition::equals).isPresent(),
                model);
    }

    private String show(Organ organ, GuideEdition edition, boolean newest, Model model) {
        model.addAttribute("organ", organ);
        model.addAttribute("edition", edition);
        model.addAttribute("published", date(edition.publishedAt()));
        model.addAttribute("newest", newest);
        model.addAttribute("stale", newest && guides.stale(edition));
        model.addAttribute(
                "history",
                guides.history(organ.id()).stream()
                        .map(each -> new PastEdition(
                                each.number(),
                                date(each.publishedAt()),
                                each.text().officeName()))
                        .toList());
        model.addAttribute(
                "rules", rules.of(organ.id()).stream().filter(Rule::inForce).toList());
        model.addAttribute(
                "meta",
                PageMeta.article(
                        edition.organName().replaceFirst("政府$", "") + "政府信息公开指南",
                        edition.publishedAt(),
                        clock.getZone(),
                        edition.organName(),
                        List.of("政府信息公开指南", edition.organName()),
                        edition.text().officeName(),
                        "",
                        site.url() + "/organs/" + organ.id().value() + "/guide"));
        return "catalogue/guide";
    }

    private Organ organ(long id) {
        return organs.find(new OrganId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate date(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry guidesEntry() {
            return new NavigationEntry("catalogue.guides", "/guides", 10);
        }

        @Bean
        NavigationEntry rulesEntry() {
            return new NavigationEntry("catalogue.rules", "/rules", 20);
        }
    }
}
