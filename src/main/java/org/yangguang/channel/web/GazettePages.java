package org.yangguang.channel.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.channel.Bundle;
import org.yangguang.channel.Bundles;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.channel.internal.BundlePdf;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** The issues of the gazette for readers. */
@Controller
class GazettePages {

    private final Bundles bundles;
    private final BundlePdf pdf;
    private final Outlets outlets;

    GazettePages(Bundles bundles, BundlePdf pdf, Outlets outlets) {
        this.bundles = bundles;
        this.pdf = pdf;
        this.outlets = outlets;
    }

    @GetMapping("/gazette")
    String issues(Model model) {
        List<Bundle> issues = bundles.issues();
        model.addAttribute("issues", issues);
        return "channel/gazette";
    }

    @GetMapping("/gazette/{id}")
    String issue(@PathVariable long id, Model model) {
        Bundle issue = find(id);
        model.addAttribute("issue", issue);
        model.addAttribute("entries", bundles.entries(issue));
        return "channel/issue";
    }

    @GetMapping("/gazette/{id}/issue.pdf")
    ResponseEntity<byte[]> print(@PathVariable long id) {
        Bundle issue = find(id);
        Outlet outlet = outlets.find(issue.outlet()).orElseThrow();
        return SheetPdf.pdf(
                issue.title() + "-" + issue.year() + "-" + issue.number() + ".pdf",
                pdf.issue(issue, outlet, bundles.entries(issue)));
    }

    private Bundle find(long id) {
        return bundles.issue(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entries {

        @Bean
        MappedPages pagesOfTheGazette(Bundles bundles) {
            return () -> Stream.concat(
                            Stream.of("/gazette"), bundles.issues().stream().map(issue -> "/gazette/" + issue.id()))
                    .toList();
        }

        @Bean
        KeptPages keptGazette() {
            return KeptPages.of(Set.of("/gazette", "/gazette/{id}"), Set.of());
        }
    }
}
