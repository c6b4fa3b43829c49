package org.yangguang.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Act;
import org.yangguang.request.Case;
import org.yangguang.request.Letters;
import org.yangguang.request.Outcome;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;
import org.yangguang.request.Tracking;
import org.yangguang.request.internal.RequestPapers;

/**
 * {@code /on-request/track}: the applicant follows a case with number and query code, acts in it, takes the reply. Both travel in each form, never in an address
 * that is sent, and no session remembers them.
 */
@Controller
class TrackPages {

    private static final int MOST_FILES = 5;

    private final CodeAccess access;
    private final TrackViews views;
    private final Tracking tracking;
    private final RequestPapers papers;
    private final org.yangguang.request.Requests requests;
    private final Letters letters;
    private final Scans scans;
    private final CaseWords words;

    TrackPages(
            CodeAccess access,
            TrackViews views,
            Tracking tracking,
            RequestPapers papers,
            org.yangguang.request.Requests requests,
            Letters letters,
            Scans scans,
            CaseWords words) {
        this.access = access;
        this.views = views;
        this.tracking = tracking;
        this.papers = papers;
        this.requests = requests;
        this.letters = letters;
        this.scans = scans;
        this.words = words;
    }

    @GetMapping("/on-request/track")
    String ask(@RequestParam(defaultValue = "") String number, Model model) {
        return door(number, null, model);
    }

    @PostMapping("/on-request/track")
    String show(
            @RequestParam String number,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CodeAccess.Door<Case> door = access.applicant(number, code, request);
        return door.inside()
                .map(known -> page(known, code, List.of(), null, TypedForm.nothing(), model))
                .orElseGet(() -> refused(door, number, response, model));
    }

    /** Does one of the few things that an applicant can do. */
    @PostMapping("/on-request/track/{act:correct|reasons|remark|withdraw|rate}")
    String act(
            @PathVariable String act,
            @RequestParam String number,
            @RequestParam String code,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable List<String> kept,
            @RequestParam(required = false) @Nullable List<MultipartFile> paper,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CodeAccess.Door<Case> door = access.applicant(number, code, request);
        if (door.inside().isEmpty()) {
            return refused(door, number, response, model);
        }
        Case known = door.inside().get();
        String said = fields.getOrDefault("words", "").strip();
        Scans.Taken taken = scans.take(paper, kept, MOST_FILES);
        List<Refusal> refusals = words.say("paper", taken.refused());
        if (refusals.isEmpty()) {
            Outcome outcome = act.equals("rate")
                    ? tracking.rate(known, stars(fields), said)
                    : tracking.act(known, version, of(act, said, taken.hashes()));
            if (outcome instanceof Outcome.Refused refused) {
                refusals = words.say(refused.reasons());
            }
        }
        Case now = requests.find(known.id()).orElse(known);
        if (refusals.isEmpty()) {
            return page(now, code, List.of(), words.say("request.track.done." + act), TypedForm.nothing(), model);
        }
        response.setStatus(409);
        return page(now, code, refusals, null, new TypedForm<>(act, fields, scans.kept(taken.hashes())), model);
    }

    private Act of(String act, String said, List<String> files) {
        Step step =
                switch (act) {
                    case "correct" -> new Step.Correct();
                    case "reasons" -> new Step.RecordReasons();
                    case "withdraw" -> new Step.Withdraw();
                    default -> new Step.Note();
                };
        LocalDate today = words.today();
        return new Act(today, step, new Texts(said, "", null, files));
    }

    private static int stars(Map<String, String> fields) {
        String stars = fields.getOrDefault("stars", "");
        return stars.matches("[1-5]") ? Integer.parseInt(stars) : 0;
    }

    @PostMapping("/on-request/receipt.pdf")
    ResponseEntity<byte[]> receipt(@RequestParam String number, @RequestParam String code, HttpServletRequest request) {
        CodeAccess.Door<Case> door = access.applicant(number, code, request);
        return door.inside()
                .map(known -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "attachment; filename=\"receipt-" + known.number() + ".pdf\"")
                        .body(papers.receipt(known, requests.wanted(known.id()).orElseThrow(), code.strip())))
                .orElseGet(() -> ResponseEntity.status(door.status()).build());
    }

    /** A letter that was issued to the applicant; that it was taken is recorded. */
    @PostMapping("/on-request/track/letters/{letter:\\d{1,18}}")
    ResponseEntity<byte[]> letter(
            @PathVariable long letter,
            @RequestParam String number,
            @RequestParam String code,
            HttpServletRequest request) {
        CodeAccess.Door<Case> door = access.applicant(number, code, request);
        if (door.inside().isEmpty()) {
            return ResponseEntity.status(door.status()).build();
        }
        Case known = door.inside().get();
        boolean theirs = letters.forApplicant(known).stream()
                .anyMatch(slot -> slot.issued() != null && slot.issued().id() == letter);
        Optional<byte[]> pdf = theirs ? letters.issued(known, letter).map(letters::pdf) : Optional.empty();
        pdf.ifPresent(made -> tracking.took(known, "letter " + letter));
        return pdf.map(made -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "attachment; filename=\"letter-" + known.number() + ".pdf\"")
                        .body(made))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The copy of a file of the reply that is for the applicant; that it was taken is recorded. @param hash of the copy */
    @PostMapping("/on-request/track/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String hash,
            @RequestParam String number,
            @RequestParam String code,
            HttpServletRequest request) {
        CodeAccess.Door<Case> door = access.applicant(number, code, request);
        Optional<TrackView.Paper> paper = door.inside().flatMap(known -> views.of(known, code).papers().stream()
                .filter(each -> each.hash().equals(hash))
                .findFirst());
        Optional<StoredFile> file = paper.flatMap(each -> scans.find(each.hash()));
        if (file.isEmpty()) {
            return ResponseEntity.status(door.inside().isEmpty() ? door.status() : 404)
                    .build();
        }
        tracking.took(door.inside().orElseThrow(), hash);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.get().type()))
                .contentLength(file.get().size())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"reply" + TrackViews.ending(file.get()) + "\"")
                .body(new InputStreamResource(scans.open(file.get())));
    }

    private String page(
            Case known,
            String code,
            List<Refusal> refused,
            @Nullable String said,
            TypedForm<String> typed,
            Model model) {
        model.addAttribute("view", views.of(known, code.strip()));
        model.addAttribute("words", words);
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        if (said != null) {
            model.addAttribute("said", said);
        }
        return "request/track";
    }

    private String refused(CodeAccess.Door<?> door, String number, HttpServletResponse response, Model model) {
        response.setStatus(door.status());
        return door(number, words.say(door.refused()), model);
    }

    private static String door(String number, @Nullable String refused, Model model) {
        model.addAttribute("number", number.strip());
        if (refused != null) {
            model.addAttribute("refused", refused);
        }
        return "request/track-door";
    }
}
