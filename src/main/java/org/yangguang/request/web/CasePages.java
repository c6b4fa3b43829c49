package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Accounts;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Learning;
import org.yangguang.request.Letters;
import org.yangguang.request.Opinion;
import org.yangguang.request.Outcome;
import org.yangguang.request.Requests;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.internal.CaseArchive;
import org.yangguang.request.internal.ReplyCopies;

/** {@code /console/requests/{id}}: one case with its clock and history, and what the officer may do now. */
@Controller
class CasePages {

    private static final int MOST_FILES = 20;

    private final CaseAccess access;
    private final CaseViews views;
    private final Requests requests;
    private final Accounts accounts;
    private final Scans scans;
    private final ReplyCopies copies;
    private final CaseArchive archive;
    private final Letters letters;
    private final Learning learning;
    private final AuditTrail audit;
    private final CaseWords words;

    CasePages(
            CaseAccess access,
            CaseViews views,
            Requests requests,
            Accounts accounts,
            Scans scans,
            ReplyCopies copies,
            CaseArchive archive,
            Letters letters,
            Learning learning,
            AuditTrail audit,
            CaseWords words) {
        this.access = access;
        this.views = views;
        this.requests = requests;
        this.accounts = accounts;
        this.scans = scans;
        this.copies = copies;
        this.archive = archive;
        this.letters = letters;
        this.learning = learning;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/console/requests/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        return page(access.one(id), false, List.of(), TypedForm.nothing(), model);
    }

    /** Shows the applicant's data in full, once, and records that it was read. */
    @PostMapping("/console/requests/{id:\\d+}/applicant")
    String unmasked(@PathVariable long id, Model model) {
        Case known = access.one(id);
        audit.recordReading("request.application:" + id);
        return page(known, true, List.of(), TypedForm.nothing(), model);
    }

    @PostMapping("/console/requests/{id:\\d+}/acts/{path}")
    String act(
            @PathVariable long id,
            @PathVariable String path,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Case known = access.one(id);
        Action action = ActForm.action(path).orElseThrow(CaseAccess::notThere);
        Scans.Taken taken = scans.take(paper, kept, MOST_FILES);
        ActForm form = new ActForm(fields, taken.hashes());
        Optional<Act> act = form.act(action, known, accounts);
        List<Refusal> refusals = new ArrayList<>(words.say("paper", taken.refused()));
        if (act.isEmpty()) {
            requests.refuse(access.officer(), known.id(), action, form.missing());
            refusals.addAll(words.say(form.missing()));
        } else if (refusals.isEmpty()) {
            Outcome outcome = requests.act(access.officer(), known.id(), version, act.get());
            if (outcome instanceof Outcome.Refused refused) {
                refusals.addAll(words.say(refused.reasons()));
            } else {
                flash.addFlashAttribute("said", words.say("request.done", action));
                boolean still = requests.find(known.id())
                        .filter(after -> requests.mayRead(access.officer(), after))
                        .isPresent();
                return still ? "redirect:/console/requests/" + id : "redirect:/console/requests";
            }
        }
        response.setStatus(409);
        return page(
                access.one(id),
                false,
                refusals.stream().map(refusal -> refusal.in(action)).toList(),
                new TypedForm<>(action, fields, scans.kept(taken.hashes())),
                model);
    }

    @GetMapping("/console/requests/{id:\\d+}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> file(@PathVariable long id, @PathVariable String hash) {
        Case known = access.one(id);
        CaseView view = views.of(access.officer(), known, false);
        boolean theirs = view.files().contains(hash)
                || view.history().stream().anyMatch(line -> line.texts().files().contains(hash))
                || copies.include(known.id(), hash);
        StoredFile file = scans.find(hash).filter(found -> theirs).orElseThrow(CaseAccess::notThere);
        audit.recordReading("request.application:" + id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; img-src 'self'; style-src 'none'")
                .body(new InputStreamResource(scans.open(file)));
    }

    private String page(Case known, boolean unmasked, List<Refusal> refused, TypedForm<Action> typed, Model model) {
        CaseView view = views.of(access.officer(), known, unmasked);
        model.addAttribute("view", view);
        boolean works = requests.intakeOrgans(access.officer()).contains(known.organ());
        model.addAttribute(
                "letters",
                letters.of(known).stream()
                        .map(slot -> LetterLine.of(slot, works))
                        .toList());
        model.addAttribute("releasable", works && learning.releasable(known));
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        model.addAttribute("archive", archive.find(known.id()).orElse(null));
        model.addAttribute("words", words);
        model.addAttribute(
                "lastBy", last(view).map(CaseEvent::by).map(words::by).orElse(""));
        model.addAttribute("methods", Arrays.asList(ServiceMethod.values()));
        model.addAttribute("consultationKinds", Arrays.asList(ConsultationKind.values()));
        model.addAttribute("opinions", Arrays.asList(Opinion.values()));
        model.addAttribute("bases", Arrays.asList(FeeBasis.values()));
        return "request/case";
    }

    private static Optional<CaseEvent> last(CaseView view) {
        return view.history().isEmpty()
                ? Optional.empty()
                : Optional.of(view.history().get(view.history().size() - 1).event());
    }
}
