package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.request.Act;
import org.yangguang.request.Case;
import org.yangguang.request.CaseState;
import org.yangguang.request.Outcome;
import org.yangguang.request.Reason;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyContent.Withheld;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.Requests;
import org.yangguang.request.internal.ReplyCopies;
import org.yangguang.request.internal.ReplyDrafts;

/** {@code /console/requests/{id}/reply}: where a reply is drafted, with the parts that are withheld, and handed in for review. */
@Controller
class ReplyPages {

    private static final int MOST_FILES = 50;
    private static final int PARTS = 6;
    private static final int SPARE_PARTS = 2;

    private final CaseAccess access;
    private final Requests requests;
    private final ReplyDrafts drafts;
    private final ReplyCopies copies;
    private final Scans scans;
    private final CaseWords words;

    ReplyPages(
            CaseAccess access,
            Requests requests,
            ReplyDrafts drafts,
            ReplyCopies copies,
            Scans scans,
            CaseWords words) {
        this.access = access;
        this.requests = requests;
        this.drafts = drafts;
        this.copies = copies;
        this.scans = scans;
        this.words = words;
    }

    @GetMapping("/console/requests/{id:\\d+}/reply")
    String show(@PathVariable long id, Model model) {
        Case known = inHand(id);
        Optional<ReplyDrafts.Draft> draft = drafts.find(known.id());
        ReplyContent content = draft.map(ReplyDrafts.Draft::content)
                .orElseGet(() ->
                        ReplyContent.of(ReplyKind.GRANTED_IN_FULL, article(ReplyKind.GRANTED_IN_FULL, known), "", ""));
        return page(known, content, draft.map(ReplyDrafts.Draft::version).orElse(0), List.of(), model);
    }

    /** Saves, and with {@code submit} hands in for review. */
    @PostMapping("/console/requests/{id:\\d+}/reply")
    String save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam int draft,
            @RequestParam ReplyKind kind,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String referral,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String unconsulted,
            @RequestParam(required = false) @Nullable List<String> part,
            @RequestParam(required = false) @Nullable List<String> ground,
            @RequestParam(required = false) @Nullable List<String> partReason,
            @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            @RequestParam(required = false) @Nullable String submit,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Case known = inHand(id);
        Scans.Taken taken = scans.take(paper, kept, MOST_FILES);
        ReplyContent content = new ReplyContent(
                kind,
                article.strip(),
                reason.strip(),
                referral.strip(),
                body.strip(),
                withheld(part, ground, partReason),
                taken.hashes(),
                unconsulted.strip());
        List<Refusal> refusals = new ArrayList<>(words.say("paper", taken.refused()));
        Outcome saved = requests.saveDraft(access.officer(), known.id(), draft, content);
        if (saved instanceof Outcome.Refused refused) {
            refusals.addAll(words.say(refused.reasons()));
        } else {
            copies.make(known.id(), content.files());
            if (submit != null) {
                refusals.addAll(words.say(
                        refusals.isEmpty()
                                ? handIn(known, version, content)
                                : copies.against(known.id(), content.files())));
            }
        }
        if (!refusals.isEmpty()) {
            response.setStatus(409);
            int now = drafts.find(known.id()).map(ReplyDrafts.Draft::version).orElse(0);
            return page(access.one(id), content, now, refusals, model);
        }
        flash.addFlashAttribute("said", words.say(submit == null ? "request.reply.saved" : "request.reply.submitted"));
        return "redirect:/console/requests/" + id + (submit == null ? "/reply" : "");
    }

    /** Hands in what was saved. @return every reason against it */
    private List<Reason> handIn(Case known, int version, ReplyContent content) {
        Outcome outcome = requests.act(access.officer(), known.id(), version, Act.reply(words.today(), content));
        return outcome instanceof Outcome.Refused refused ? refused.reasons() : List.of();
    }

    private Case inHand(long id) {
        Case known = access.one(id);
        if (known.state() != CaseState.IN_HAND) {
            throw CaseAccess.notThere();
        }
        return known;
    }

    private static List<Withheld> withheld(
            @Nullable List<String> part, @Nullable List<String> ground, @Nullable List<String> reason) {
        List<Withheld> withheld = new ArrayList<>();
        if (part != null && ground != null && reason != null) {
            for (int i = 0; i < Math.min(part.size(), Math.min(ground.size(), reason.size())); i++) {
                boolean typed = !part.get(i).isBlank() || !reason.get(i).isBlank();
                if (typed) {
                    withheld.add(new Withheld(
                            part.get(i).strip(),
                            ground(ground.get(i)),
                            reason.get(i).strip()));
                }
            }
        }
        return withheld;
    }

    private String article(ReplyKind kind, Case known) {
        return kind.article(known.regime()).map(words::article).orElse("");
    }

    private static ReplyKind ground(String name) {
        return Arrays.stream(ReplyKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(ReplyKind.OTHER_LAW);
    }

    private String page(Case known, ReplyContent content, int draft, List<Refusal> refused, Model model) {
        List<Withheld> rows = new ArrayList<>(content.withheld());
        while (rows.size() < Math.max(PARTS, content.withheld().size() + SPARE_PARTS)) {
            rows.add(new Withheld("", ReplyKind.PRIVACY, ""));
        }
        model.addAttribute("known", known);
        model.addAttribute("content", content);
        model.addAttribute("kept", scans.kept(content.files()));
        model.addAttribute(
                "files",
                copies.of(known.id(), content.files()).stream()
                        .collect(Collectors.toMap(file -> file.original().hash(), Function.identity())));
        model.addAttribute("rows", rows);
        model.addAttribute("draft", draft);
        model.addAttribute("refused", refused);
        model.addAttribute("kinds", ReplyKind.replies(known.regime()));
        model.addAttribute(
                "grounds",
                ReplyKind.replies(known.regime()).stream()
                        .filter(ReplyKind::withholds)
                        .toList());
        model.addAttribute("words", words);
        return "request/reply";
    }
}
