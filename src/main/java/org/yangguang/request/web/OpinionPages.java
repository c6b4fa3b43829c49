package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.request.Act;
import org.yangguang.request.Opinion;
import org.yangguang.request.Outcome;
import org.yangguang.request.RequestClock;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;
import org.yangguang.request.Tracking;

/**
 * {@code /on-request/opinion}: a third party, or the organ that made the information too, answers a consultation with the code on its letter (2019 Art. 32, 34). They
 * see what is asked of them and nothing of the applicant.
 */
@Controller
class OpinionPages {

    private static final int MOST_FILES = 5;

    private final CodeAccess access;
    private final Tracking tracking;
    private final Requests requests;
    private final RequestClock clock;
    private final Scans scans;
    private final CaseWords words;

    OpinionPages(
            CodeAccess access, Tracking tracking, Requests requests, RequestClock clock, Scans scans, CaseWords words) {
        this.access = access;
        this.tracking = tracking;
        this.requests = requests;
        this.clock = clock;
        this.scans = scans;
        this.words = words;
    }

    @GetMapping("/on-request/opinion")
    String ask(@RequestParam(defaultValue = "") String number, Model model) {
        return door(number, null, model);
    }

    @PostMapping("/on-request/opinion")
    String show(
            @RequestParam String number,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CodeAccess.Door<Tracking.Asked> door = access.consulted(number, code, request);
        return door.inside()
                .map(asked -> page(asked, code, List.of(), null, TypedForm.nothing(), model))
                .orElseGet(() -> refused(door, number, response, model));
    }

    @PostMapping("/on-request/opinion/answer")
    String answer(
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CodeAccess.Door<Tracking.Asked> door = access.consulted(number, code, request);
        if (door.inside().isEmpty()) {
            return refused(door, number, response, model);
        }
        Tracking.Asked asked = door.inside().get();
        Scans.Taken taken = scans.take(paper, kept, MOST_FILES);
        List<Refusal> refusals = new ArrayList<>(words.say("paper", taken.refused()));
        Opinion opinion = opinion(fields.getOrDefault("opinion", ""));
        if (opinion == null) {
            refusals.add(0, new Refusal("opinion", words.say("request.refused.opinion")));
        }
        if (opinion != null && refusals.isEmpty()) {
            Texts said = new Texts(fields.getOrDefault("words", "").strip(), "", null, taken.hashes());
            Outcome outcome = tracking.answer(
                    asked,
                    new Act(
                            words.today(),
                            new Step.RecordOpinion(asked.consultation().number(), opinion),
                            said));
            if (outcome instanceof Outcome.Refused refused) {
                refusals.addAll(words.say(refused.reasons()));
            }
        }
        Tracking.Asked now = tracking.asked(number, code).orElse(asked);
        if (refusals.isEmpty()) {
            return page(now, code, List.of(), words.say("request.opinion.done"), TypedForm.nothing(), model);
        }
        response.setStatus(409);
        return page(now, code, refusals, null, new TypedForm<>("opinion", fields, scans.kept(taken.hashes())), model);
    }

    private static @Nullable Opinion opinion(String name) {
        return Arrays.stream(Opinion.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String page(
            Tracking.Asked asked,
            String code,
            List<Refusal> refused,
            @Nullable String said,
            TypedForm<String> typed,
            Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("code", code.strip());
        model.addAttribute(
                "question",
                requests.texts(asked.known().id(), asked.consultation().event()).words());
        model.addAttribute(
                "what", requests.wanted(asked.known().id()).orElseThrow().title());
        model.addAttribute("until", clock.answerDue(asked.known(), asked.consultation()));
        model.addAttribute("opinions", Arrays.asList(Opinion.values()));
        model.addAttribute("words", words);
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        if (said != null) {
            model.addAttribute("said", said);
        }
        return "request/opinion";
    }

    private String refused(CodeAccess.Door<?> door, String number, HttpServletResponse response, Model model) {
        response.setStatus(door.status());
        return door(number, words.say(door.refused()), model);
    }

    private static String door(String number, @Nullable String refused, Model model) {
        model.addAttribute("number", number.strip());
        model.addAttribute("opinion", true);
        if (refused != null) {
            model.addAttribute("refused", refused);
        }
        return "request/track-door";
    }
}
