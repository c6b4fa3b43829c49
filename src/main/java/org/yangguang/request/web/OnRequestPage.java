package org.yangguang.request.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.catalogue.Guides;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.request.internal.RequestPapers;
import org.yangguang.site.KeptPages;
import org.yangguang.site.MappedPages;

/** {@code /on-request}: how to ask for what is not published (2019 Regulations, Chapter 4), with the ways that lead to each organ. */
@Controller
class OnRequestPage {

    private final Organs organs;
    private final Guides guides;
    private final RequestPapers papers;
    private final CaseWords words;

    OnRequestPage(Organs organs, Guides guides, RequestPapers papers, CaseWords words) {
        this.organs = organs;
        this.guides = guides;
        this.papers = papers;
        this.words = words;
    }

    @GetMapping("/on-request")
    String onRequest(@RequestParam(defaultValue = "") String organ, Model model) {
        List<Organ> open = organs.all().stream().filter(Organ::open).toList();
        Optional<Organ> root =
                open.stream().filter(each -> each.parent() == null).findFirst();
        chosen(organ)
                .or(() -> root)
                .ifPresent(found -> model.addAttribute(
                        "reached",
                        new ReachedOrgan(found, guides.current(found.id()).isPresent())));
        model.addAttribute("organs", open);
        return "request/on-request";
    }

    @GetMapping("/on-request/procedure")
    String procedure(Model model) {
        model.addAttribute("words", words);
        model.addAttribute("steps", List.of(ProcedureStep.values()));
        return "request/procedure";
    }

    @GetMapping("/on-request/form.pdf")
    ResponseEntity<byte[]> form(@RequestParam(defaultValue = "") String organ) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"request-form.pdf\"")
                .body(papers.emptyForm(chosen(organ).orElse(null)));
    }

    private Optional<Organ> chosen(String organ) {
        return organ.matches("\\d{1,18}")
                ? organs.find(new OrganId(Long.parseLong(organ))).filter(Organ::open)
                : Optional.empty();
    }

    @Configuration(proxyBeanMethods = false)
    static class Kept {
        @Bean
        MappedPages pagesOnRequest() {
            return () -> List.of(
                    "/on-request/procedure",
                    "/on-request/released",
                    "/on-request/apply",
                    "/on-request/track",
                    "/on-request/opinion");
        }

        @Bean
        KeptPages keptOnRequest() {
            return KeptPages.of(java.util.Set.of("/on-request", "/on-request/procedure"), java.util.Set.of("organ"));
        }

        @Bean
        KeptPages boundedRequestPages() {
            return KeptPages.bounded(
                    java.util.Set.of("/on-request/published", "/on-request/form.pdf"), java.util.Set.of());
        }
    }
}
