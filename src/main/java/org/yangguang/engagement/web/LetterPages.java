package org.yangguang.engagement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yangguang.engagement.EngagementRules;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterClock;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.Letters;
import org.yangguang.engagement.NewLetter;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Outcome;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.CodeGuessing;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;

/** Writing to the opinion box, asking for the progress of a letter, and judging the reply. */
@Controller("engagementLetterPages")
class LetterPages {

    static final String FORM = "letter";

    private final Letters letters;
    private final LetterClock clock;
    private final EngagementRules rules;
    private final Organs organs;
    private final FormGuard guard;
    private final CodeGuessing guessing;
    private final EngagementWords words;

    LetterPages(
            Letters letters,
            LetterClock clock,
            EngagementRules rules,
            Organs organs,
            FormGuard guard,
            CodeGuessing guessing,
            EngagementWords words) {
        this.letters = letters;
        this.clock = clock;
        this.rules = rules;
        this.organs = organs;
        this.guard = guard;
        this.guessing = guessing;
        this.words = words;
    }

    @GetMapping("/letters/new")
    String empty(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String path,
            Model model,
            HttpServletResponse response) {
        Map<String, String> fields = new HashMap<>();
        fields.put(
                "kind",
                LetterForm.choice(LetterKind.class, kind).map(Enum::name).orElse(""));
        fields.put("organ", organ);
        fields.put("page", path);
        return form(new LetterForm(fields), List.of(), model, response);
    }

    @PostMapping("/letters")
    String send(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LetterForm form = new LetterForm(Map.copyOf(fields));
        FormVerdict verdict = guard.check(FORM, request);
        if (verdict instanceof FormVerdict.Refused refused) {
            List<Refusal> all = new java.util.ArrayList<>(words.say(letters.against(form.letter(Origin.WEB))));
            all.add(new Refusal(null, words.say(refused.reason())));
            response.setStatus(422);
            return form(form, all, model, response);
        }
        if (verdict instanceof FormVerdict.Repeated repeated) {
            String token = fields.getOrDefault("guard-token", "");
            LocalDate due = letters.byCode(repeated.outcome(), letters.codeOf(token))
                    .map(each -> clock.due(each.kind(), each.receivedOn()).date())
                    .orElse(words.today());
            return received(repeated.outcome(), token, due, model, response);
        }
        FormVerdict.Admitted admitted = (FormVerdict.Admitted) verdict;
        NewLetter letter = form.letter(Origin.WEB);
        Outcome<String> outcome = letters.receiveFromPublic(letter, admitted);
        if (outcome instanceof Outcome.Refused<String> refused) {
            response.setStatus(422);
            return form(form, words.say(refused.reasons()), model, response);
        }
        LocalDate due =
                clock.due(Objects.requireNonNull(letter.kind()), words.today()).date();
        return received(outcome.value(), admitted.token(), due, model, response);
    }

    private String received(String number, String token, LocalDate due, Model model, HttpServletResponse response) {
        forOneReader(response);
        model.addAttribute("number", number);
        model.addAttribute("code", letters.codeOf(token));
        model.addAttribute("due", due);
        return "engagement/letter-received";
    }

    private String form(LetterForm form, List<Refusal> refused, Model model, HttpServletResponse response) {
        forOneReader(response);
        model.addAttribute("form", form);
        model.addAttribute("refused", refused);
        model.addAttribute("guard", guard.open(FORM));
        model.addAttribute("kinds", List.of(LetterKind.values()));
        model.addAttribute("rules", rules);
        model.addAttribute("words", words);
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        return "engagement/letter-form";
    }

    @GetMapping("/letters/progress")
    String ask(Model model) {
        return ask("", null, model);
    }

    @PostMapping("/letters/progress")
    String progress(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Letter> letter = known(number, code, request);
        if (letter.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return ask(number, words.say("engagement.progress.unknown"), model);
        }
        return progress(letter.get(), code, null, response, model);
    }

    @PostMapping("/letters/rating")
    String rate(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String remark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Letter> letter = known(number, code, request);
        if (letter.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return ask(number, words.say("engagement.progress.unknown"), model);
        }
        Outcome<Letter> outcome = letters.rate(number, code, score, remark);
        String told = outcome instanceof Outcome.Refused<Letter> refused
                ? words.say(refused.reasons()).get(0).text()
                : words.say("engagement.rating.thanks");
        return progress(letter.get(), code, told, response, model);
    }

    private Optional<Letter> known(String number, String code, HttpServletRequest request) {
        if (!guessing.admits(FORM, number, request.getRemoteAddr())) {
            return Optional.empty();
        }
        Optional<Letter> letter = letters.byCode(number, code);
        letter.ifPresent(each -> guessing.right(FORM, number, request.getRemoteAddr()));
        return letter;
    }

    private String ask(String number, @Nullable String told, Model model) {
        model.addAttribute("number", number.length() > 40 ? "" : number);
        model.addAttribute("told", told);
        return "engagement/letter-ask";
    }

    private String progress(
            Letter letter, String code, @Nullable String told, HttpServletResponse response, Model model) {
        forOneReader(response);
        model.addAttribute("letter", letter);
        model.addAttribute("code", code);
        model.addAttribute("told", told);
        model.addAttribute("due", clock.due(letter.kind(), letter.receivedOn()).date());
        model.addAttribute("reply", letters.replyFor(letter).orElse(null));
        model.addAttribute("rated", letters.rating(letter.id()).isPresent());
        model.addAttribute("words", words);
        return "engagement/letter-progress";
    }

    /** What a code opened, or a form that is used once, is nobody else's. */
    private static void forOneReader(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
