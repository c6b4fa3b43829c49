package org.yangguang.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.Affairs;
import org.yangguang.engagement.Contributions;
import org.yangguang.engagement.EngagementRules;
import org.yangguang.engagement.Outcome;
import org.yangguang.engagement.Ratings;
import org.yangguang.engagement.Reason;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.ContributionTable;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.AtomFeed;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;
import org.yangguang.site.SiteIdentity;

/** Concerns, conferences, consultations and ratings as everybody reads them, and what everybody may send to them. */
@Controller
class AffairPages {

    static final String CONTRIBUTION = "contribution";
    static final String VOTE = "vote";
    private static final int FEED = 50;

    private final AffairTable table;
    private final PartTable parts;
    private final ContributionTable contributionTable;
    private final Affairs affairs;
    private final Contributions contributions;
    private final Ratings ratings;
    private final EngagementRules rules;
    private final Organs organs;
    private final FormGuard guard;
    private final TransactionTemplate transaction;
    private final SiteIdentity site;
    private final EngagementWords words;

    AffairPages(
            AffairTable table,
            PartTable parts,
            ContributionTable contributionTable,
            Affairs affairs,
            Contributions contributions,
            Ratings ratings,
            EngagementRules rules,
            Organs organs,
            FormGuard guard,
            TransactionTemplate transaction,
            SiteIdentity site,
            EngagementWords words) {
        this.table = table;
        this.parts = parts;
        this.contributionTable = contributionTable;
        this.affairs = affairs;
        this.contributions = contributions;
        this.ratings = ratings;
        this.rules = rules;
        this.organs = organs;
        this.guard = guard;
        this.transaction = transaction;
        this.site = site;
        this.words = words;
    }

    @GetMapping({"/concerns", "/conferences", "/consultations", "/ratings"})
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        String folder = folder(request);
        List<AffairKind> kinds = AffairKind.in(folder);
        Paging paging = Paging.of("/" + folder, page, table.count(kinds));
        model.addAttribute("folder", folder);
        model.addAttribute("paging", paging);
        model.addAttribute("affairs", table.published(kinds, paging.offset(), paging.size()));
        model.addAttribute("words", words);
        return "engagement/affairs";
    }

    @GetMapping({"/concerns/{id}", "/conferences/{id}", "/consultations/{id}", "/ratings/{id}"})
    String affair(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(published(id, folder(request)), Map.of(), List.of(), null, response, model);
    }

    @PostMapping({"/consultations/{id}/opinions", "/conferences/{id}/questions"})
    String contribute(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Affair affair = published(id, folder(request));
        String text = fields.getOrDefault("text", "").replace("\r\n", "\n");
        String contact = fields.getOrDefault("contact", "");
        List<Reason> reasons = contributions.against(affair, text, contact);
        return sent(
                affair,
                CONTRIBUTION,
                fields,
                reasons,
                "engagement.contribution.thanks",
                request,
                response,
                model,
                () -> contributions.receive(id, text, contact));
    }

    @PostMapping("/ratings/{id}/votes")
    String rate(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long organ,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Affair affair = published(id, folder(request));
        return sent(
                affair,
                VOTE,
                fields,
                List.of(),
                "engagement.vote.thanks",
                request,
                response,
                model,
                () -> ratings.rate(id, organ, score, request.getRemoteAddr()));
    }

    private String sent(
            Affair affair,
            String form,
            Map<String, String> fields,
            List<Reason> reasons,
            String thanks,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<? extends Outcome<?>> work) {
        FormVerdict verdict = guard.check(form, request);
        if (verdict instanceof FormVerdict.Repeated) {
            return page(affair, Map.of(), List.of(), words.say(thanks), response, model);
        }
        if (verdict instanceof FormVerdict.Refused refused) {
            response.setStatus(422);
            return page(affair, fields, List.of(new Refusal(null, words.say(refused.reason()))), null, response, model);
        }
        if (!reasons.isEmpty()) {
            response.setStatus(422);
            return page(affair, fields, words.say(reasons), null, response, model);
        }
        List<Reason> refused = transaction.execute(status -> {
            List<Reason> found = new java.util.ArrayList<>();
            guard.once((FormVerdict.Admitted) verdict, () -> {
                if (work.get() instanceof Outcome.Refused<?> not) {
                    found.addAll(not.reasons());
                }
                return "done";
            });
            if (!found.isEmpty()) {
                status.setRollbackOnly();
            }
            return found;
        });
        if (refused != null && !refused.isEmpty()) {
            response.setStatus(422);
            return page(affair, fields, words.say(refused), null, response, model);
        }
        return page(affair, Map.of(), List.of(), words.say(thanks), response, model);
    }

    private String page(
            Affair affair,
            Map<String, String> typed,
            List<Refusal> refused,
            @Nullable String said,
            HttpServletResponse response,
            Model model) {
        boolean open = affair.openOn(words.today()) || affair.asksOn(words.today());
        if (open) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            model.addAttribute("guard", guard.open(affair.kind() == AffairKind.RATING ? VOTE : CONTRIBUTION));
        }
        model.addAttribute("affair", affair);
        model.addAttribute("open", open);
        model.addAttribute("parts", parts.released(affair.id()));
        model.addAttribute("shown", contributionTable.shown(affair.id()));
        model.addAttribute("tally", contributionTable.tally(affair.id()));
        model.addAttribute("linked", affairs.linked(affair));
        model.addAttribute("results", ratings.results(affair));
        model.addAttribute("votes", affair.kind() == AffairKind.RATING ? ratings.count(affair) : 0L);
        model.addAttribute("rules", rules);
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("said", said);
        model.addAttribute("words", words);
        return "engagement/affair";
    }

    @GetMapping("/interaction/feed.atom")
    ResponseEntity<byte[]> feed() {
        return new AtomFeed(
                        words.say("engagement.interaction") + " - " + site.name(),
                        site.url() + "/interaction/feed.atom",
                        site.url() + "/interaction",
                        table.published(List.of(AffairKind.values()), 0, FEED).stream()
                                .filter(affair -> affair.publishedAt() != null)
                                .sorted(Comparator.comparing(Affair::publishedAt)
                                        .reversed())
                                .map(affair -> new AtomFeed.Entry(
                                        site.url() + affair.href(),
                                        affair.title(),
                                        java.util.Objects.requireNonNull(affair.publishedAt()),
                                        affair.publishedAt(),
                                        affair.organName(),
                                        words.say("engagement.AffairKind." + affair.kind())))
                                .toList())
                .answer();
    }

    private Affair published(long id, String folder) {
        return affairs.published(id)
                .filter(affair -> affair.kind().folder().equals(folder))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String folder(HttpServletRequest request) {
        return request.getRequestURI().split("/")[1];
    }
}
