package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.IdentityProof;
import org.yangguang.request.PublicDesk;
import org.yangguang.request.Reason;
import org.yangguang.request.Receipt;
import org.yangguang.request.Wanted;
import org.yangguang.site.FormGuard;
import org.yangguang.site.FormVerdict;

/**
 * {@code /on-request/apply}: the form by which anybody applies (2019 Art. 29). It needs no session and no script, shows what is published already before
 * anything is sent, and says what will happen by when.
 */
@Controller
class ApplyPages {

    static final String FORM = "request";
    private static final int MOST_FILES = 5;

    private final PublicDesk desk;
    private final FormGuard guard;
    private final Organs organs;
    private final Scans scans;
    private final Published published;
    private final NextSteps next;
    private final CaseWords words;

    ApplyPages(
            PublicDesk desk,
            FormGuard guard,
            Organs organs,
            Scans scans,
            Published published,
            NextSteps next,
            CaseWords words) {
        this.desk = desk;
        this.guard = guard;
        this.organs = organs;
        this.scans = scans;
        this.published = published;
        this.next = next;
        this.words = words;
    }

    @GetMapping("/on-request/apply")
    String empty(
            @RequestParam(defaultValue = "") String organ, @RequestParam(defaultValue = "") String q, Model model) {
        Map<String, String> fields = new HashMap<>();
        fields.put("organ", organ);
        fields.put("title", q);
        fields.put("applicantKind", ApplicantKind.PERSON.name());
        fields.put("identityType", IdentityProof.IDENTITY_CARD.name());
        fields.put("form", Wanted.Form.ELECTRONIC.name());
        fields.put("way", Wanted.Way.ONLINE.name());
        return page(new ApplyForm(fields, List.of()), List.of(), !q.isBlank(), model);
    }

    /** What is published already and sounds like what is being typed. */
    @GetMapping(path = "/on-request/published", produces = "application/json")
    @ResponseBody
    List<Published.Offer> published(@RequestParam(defaultValue = "") String q, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, max-age=30");
        return published.offers(q);
    }

    @PostMapping("/on-request/apply")
    String send(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> proof,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ApplyForm typed = new ApplyForm(Map.copyOf(fields), scans.opened(kept));
        if (typed.is("step", "search")) {
            return page(typed, List.of(), true, model);
        }
        FormVerdict verdict = guard.check(FORM, request);
        if (verdict instanceof FormVerdict.Repeated repeated) {
            return repeated(repeated, typed, response, model);
        } else if (verdict instanceof FormVerdict.Refused refused) {
            response.setStatus(422);
            return page(typed, List.of(new Refusal(null, words.say(refused.reason()))), false, model);
        }
        return admitted((FormVerdict.Admitted) verdict, typed, proof, response, model);
    }

    private String repeated(FormVerdict.Repeated repeated, ApplyForm typed, HttpServletResponse response, Model model) {
        Optional<Receipt.Received> receipt = desk.again(repeated.outcome());
        if (receipt.isEmpty()) {
            return "redirect:/on-request/apply";
        }
        if (desk.same(receipt.get(), typed.intake(words.today(), ""))) {
            return done(receipt.get(), model);
        }
        response.setStatus(409);
        String before = words.say("request.refused.sentBefore", receipt.get().number());
        return page(typed, List.of(new Refusal(null, before)), false, model);
    }

    private String admitted(
            FormVerdict.Admitted form,
            ApplyForm typed,
            @Nullable List<MultipartFile> proof,
            HttpServletResponse response,
            Model model) {
        List<Refusal> refusals = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        Scans.Taken taken = scans.more(proof, typed.files(), MOST_FILES);
        taken.refused().forEach(why -> reasons.add(Reason.at("proof", "request.refused.file")));
        refusals.addAll(words.say("proof", taken.refused()));
        ApplyForm complete = new ApplyForm(typed.fields(), taken.hashes());
        reasons.addAll(complete.against());
        Receipt receipt = desk.apply(
                form,
                complete.intake(words.today(), form.token()),
                complete.beside(
                        words.say("request.public.beside.feeReduction"), words.say("request.public.beside.help")),
                reasons);
        if (receipt instanceof Receipt.Refused refused) {
            refusals.addAll(0, words.say(refused.reasons()));
            response.setStatus(422);
            return page(complete, refusals, false, model);
        }
        return done(receipt, model);
    }

    private String done(Receipt receipt, Model model) {
        model.addAttribute("receipt", receipt);
        model.addAttribute("expected", next.now());
        return "request/applied";
    }

    private String page(ApplyForm form, List<Refusal> refusals, boolean searched, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kept", scans.kept(form.files()));
        model.addAttribute("refused", refusals);
        model.addAttribute("guard", guard.open(FORM));
        model.addAttribute("organs", organs.all().stream().filter(Organ::open).toList());
        model.addAttribute("kinds", Arrays.asList(ApplicantKind.values()));
        model.addAttribute("proofs", Arrays.asList(IdentityProof.values()));
        model.addAttribute("forms", Arrays.asList(Wanted.Form.values()));
        model.addAttribute("ways", Arrays.asList(Wanted.Way.values()));
        model.addAttribute("searched", searched);
        model.addAttribute("hits", searched ? published.like(form.of("title")) : List.of());
        model.addAttribute("expected", next.now());
        return "request/apply";
    }
}
