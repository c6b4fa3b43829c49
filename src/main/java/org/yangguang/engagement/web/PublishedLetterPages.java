package org.yangguang.engagement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.PublishedLetter;
import org.yangguang.engagement.internal.LetterFigures;
import org.yangguang.engagement.internal.LetterPublications;
import org.yangguang.engagement.internal.LetterPublications.Sieve;
import org.yangguang.organ.OrganId;
import org.yangguang.site.AtomFeed;
import org.yangguang.site.SiteIdentity;

/** Letters with their answers, as everybody may read them, and the figures of a year. */
@Controller
class PublishedLetterPages {

    private static final int LONGEST_TEXT = 100;
    private static final int FEED = 50;
    private static final int SUMMARY = 160;

    private final LetterPublications publications;
    private final LetterFigures figures;
    private final SiteIdentity site;
    private final EngagementWords words;

    PublishedLetterPages(
            LetterPublications publications, LetterFigures figures, SiteIdentity site, EngagementWords words) {
        this.publications = publications;
        this.figures = figures;
        this.site = site;
        this.words = words;
    }

    @GetMapping("/letters")
    String list(
            @RequestParam(required = false) @Nullable LetterKind kind,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String text = q.length() > LONGEST_TEXT ? q.substring(0, LONGEST_TEXT) : q;
        Sieve sieve =
                new Sieve(kind, organ == null ? null : new OrganId(organ), year == null ? null : year(year), text);
        Paging paging = Paging.of("/letters", page, publications.count(sieve))
                .with("kind", kind)
                .with("organ", organ)
                .with("year", year)
                .with("q", text);
        model.addAttribute("sieve", sieve);
        model.addAttribute("paging", paging);
        model.addAttribute("letters", publications.list(sieve, paging.offset(), paging.size()));
        model.addAttribute("kinds", List.of(LetterKind.values()));
        model.addAttribute("organs", publications.organs());
        model.addAttribute("years", figures.years());
        model.addAttribute("words", words);
        return "engagement/letters";
    }

    @GetMapping("/letters/{id}")
    String letter(@PathVariable long id, Model model) {
        PublishedLetter letter =
                publications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("letter", letter);
        model.addAttribute("words", words);
        return "engagement/letter";
    }

    @GetMapping("/letters/statistics")
    String statistics(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = year == null ? words.today().getYear() : year(year);
        model.addAttribute("year", shown);
        model.addAttribute("years", figures.years());
        model.addAttribute("sum", figures.sum(shown));
        model.addAttribute("kinds", figures.byKind(shown));
        model.addAttribute("months", figures.byMonth(shown));
        model.addAttribute("organs", figures.byOrgan(shown));
        model.addAttribute("satisfaction", figures.satisfaction(shown));
        model.addAttribute("words", words);
        return "engagement/letter-statistics";
    }

    @GetMapping("/letters/feed.atom")
    ResponseEntity<byte[]> feed() {
        return new AtomFeed(
                        words.say("engagement.letters") + " - " + site.name(),
                        site.url() + "/letters/feed.atom",
                        site.url() + "/letters",
                        publications.list(Sieve.ALL, 0, FEED).stream()
                                .map(letter -> new AtomFeed.Entry(
                                        site.url() + letter.href(),
                                        letter.title(),
                                        letter.publishedAt(),
                                        letter.publishedAt(),
                                        letter.organName(),
                                        start(letter.answer())))
                                .toList())
                .answer();
    }

    private static String start(String text) {
        return text.length() <= SUMMARY ? text : text.substring(0, SUMMARY) + "…";
    }

    private static int year(int year) {
        if (year < 1949 || year > 2199) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return year;
    }
}
