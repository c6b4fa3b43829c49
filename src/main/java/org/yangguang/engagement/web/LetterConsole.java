package org.yangguang.engagement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.account.SignedIn;
import org.yangguang.audit.AuditTrail;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.LetterAction;
import org.yangguang.engagement.LetterClock;
import org.yangguang.engagement.LetterKind;
import org.yangguang.engagement.LetterReceipt;
import org.yangguang.engagement.LetterReply;
import org.yangguang.engagement.LetterStep;
import org.yangguang.engagement.LetterStep.Shown;
import org.yangguang.engagement.Letters;
import org.yangguang.engagement.Origin;
import org.yangguang.engagement.Outcome;
import org.yangguang.engagement.PublicText;
import org.yangguang.engagement.internal.LetterDesk;
import org.yangguang.engagement.internal.LetterDesk.Part;
import org.yangguang.engagement.internal.LetterTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** The opinion box as officers see it: the desk, a letter, and what clerks take in. */
@Controller
class LetterConsole {

    static final String HERE = "/console/letters";

    private final Letters letters;
    private final LetterDesk desk;
    private final LetterClock clock;
    private final Organs organs;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final EngagementWords words;

    LetterConsole(
            Letters letters,
            LetterDesk desk,
            LetterClock clock,
            Organs organs,
            SignedIn signedIn,
            AuditTrail audit,
            EngagementWords words) {
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
        this.organs = organs;
        this.signedIn = signedIn;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping(HERE)
    String desk(
            @RequestParam(defaultValue = "OPEN") Part part,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(required = false) @Nullable LetterKind kind,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        Officer officer = signedIn.required();
        Set<OrganId> mine = letters.organsOf(officer);
        if (mine.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        LetterDesk.Sieve sieve = new LetterDesk.Sieve(part, organ == null ? null : new OrganId(organ), kind, text);
        model.addAttribute("sieve", sieve);
        model.addAttribute("counts", desk.counts(mine));
        model.addAttribute("lines", desk.lines(mine, sieve));
        model.addAttribute(
                "organs",
                open().stream().filter(each -> mine.contains(each.id())).toList());
        model.addAttribute("kinds", List.of(LetterKind.values()));
        model.addAttribute("takesIn", letters.takesIn(officer));
        common(model);
        return "engagement/console-letters";
    }

    @GetMapping(HERE + "/new")
    String empty(Model model) {
        Map<String, String> fields = new HashMap<>();
        fields.put("origin", Origin.HOTLINE.name());
        fields.put("kind", LetterKind.CONSULTATION.name());
        fields.put("organ", String.valueOf(signedIn.required().organ().value()));
        return intake(new LetterForm(fields), List.of(), model);
    }

    @PostMapping(HERE)
    String take(
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        LetterForm form = new LetterForm(Map.copyOf(fields));
        Origin origin = LetterForm.choice(Origin.class, form.of("origin")).orElse(Origin.HOTLINE);
        Outcome<LetterReceipt> outcome = letters.receive(signedIn.required(), form.letter(origin));
        if (outcome instanceof Outcome.Refused<LetterReceipt> refused) {
            response.setStatus(422);
            return intake(form, words.say(refused.reasons()), model);
        }
        LetterReceipt receipt = outcome.value();
        flash.addFlashAttribute("said", words.say("engagement.intake.done", receipt.number()));
        flash.addFlashAttribute("queryCode", receipt.code());
        return "redirect:" + HERE + (form.is("next", "new") ? "/new" : "/" + receipt.id());
    }

    private String intake(LetterForm form, List<Refusal> refused, Model model) {
        if (!letters.takesIn(signedIn.required())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("form", form);
        model.addAttribute("refused", refused);
        model.addAttribute("kinds", List.of(LetterKind.values()));
        model.addAttribute("origins", List.of(Origin.HOTLINE, Origin.WINDOW, Origin.POST, Origin.EMAIL));
        model.addAttribute("organs", open());
        common(model);
        return "engagement/console-letter-new";
    }

    @GetMapping(HERE + "/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        return page(one(id), false, null, List.of(), Map.of(), model);
    }

    /** Shows what the writer said and who they are in full, once, and records that it was read. */
    @PostMapping(HERE + "/{id:\\d+}/writer")
    String unmasked(@PathVariable long id, Model model) {
        Letter letter = one(id);
        audit.recordReading("engagement.letter:" + id);
        return page(letter, true, null, List.of(), Map.of(), model);
    }

    @PostMapping(HERE + "/{id:\\d+}/reply")
    String reply(
            @PathVariable long id,
            @RequestParam int replyVersion,
            @RequestParam(defaultValue = "") String reply,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Letter letter = one(id);
        Outcome<LetterReply> outcome =
                letters.saveReply(signedIn.required(), id, replyVersion, reply.replace("\r\n", "\n"));
        if (outcome instanceof Outcome.Refused<LetterReply> refused) {
            response.setStatus(409);
            return page(letter, false, null, words.say(refused.reasons()), Map.of("reply", reply), model);
        }
        flash.addFlashAttribute("said", words.say("engagement.reply.saved"));
        return "redirect:" + HERE + "/" + id;
    }

    /** Fills the form of publication with stars in the place of personal data; nothing is kept. */
    @PostMapping(HERE + "/{id:\\d+}/mask")
    String mask(@PathVariable long id, @RequestParam Map<String, String> fields, Model model) {
        Letter letter = one(id);
        Shown masked = PublicText.masked(shown(fields), letters.writer(id));
        return page(letter, false, masked, List.of(), fields, model);
    }

    @PostMapping(HERE + "/{id:\\d+}/acts/{path}")
    String act(
            @PathVariable long id,
            @PathVariable String path,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Letter letter = one(id);
        LetterAction action = LetterForm.choice(
                        LetterAction.class, path.replace('-', '_').toUpperCase(Locale.ROOT))
                .orElseThrow(LetterConsole::notThere);
        String organ = fields.getOrDefault("organ", "");
        LetterStep step = new LetterStep(
                action,
                fields.getOrDefault("note", "").strip(),
                organ.matches("\\d{1,18}") ? new OrganId(Long.parseLong(organ)) : null,
                fields.getOrDefault("into", ""),
                action == LetterAction.PUBLISH ? shown(fields) : null);
        Outcome<Letter> outcome = letters.act(signedIn.required(), id, version, step);
        if (outcome instanceof Outcome.Refused<Letter> refused) {
            response.setStatus(409);
            return page(
                    letters.find(id).orElse(letter), false, step.shown(), words.say(refused.reasons()), fields, model);
        }
        flash.addFlashAttribute("said", words.say("engagement.done", action));
        boolean still = letters.mayRead(signedIn.required(), outcome.value());
        return "redirect:" + HERE + (still ? "/" + id : "");
    }

    private String page(
            Letter letter,
            boolean unmasked,
            @Nullable Shown shown,
            List<Refusal> refused,
            Map<String, String> typed,
            Model model) {
        Officer officer = signedIn.required();
        LetterTable.Words said = letters.words(letter.id()).orElse(new LetterTable.Words(letter.title(), ""));
        LetterReply reply = letters.reply(letter.id());
        model.addAttribute("letter", letter);
        model.addAttribute("unmasked", unmasked);
        model.addAttribute("text", unmasked ? said.text() : PublicText.masked(said.text()));
        model.addAttribute(
                "writer",
                unmasked
                        ? letters.writer(letter.id())
                        : letters.writer(letter.id()).masked());
        model.addAttribute("reply", reply);
        model.addAttribute("offered", letters.offered(officer, letter));
        model.addAttribute("mayWrite", letters.mayWrite(officer, letter));
        model.addAttribute("history", letters.history(letter.id()));
        model.addAttribute("akin", letters.akin(officer, letter.id()));
        model.addAttribute("rating", letters.rating(letter.id()).orElse(null));
        model.addAttribute("organs", open());
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        model.addAttribute("due", clock.due(letter.kind(), letter.receivedOn()));
        model.addAttribute(
                "shown",
                shown != null
                        ? shown
                        : PublicText.masked(
                                new Shown(letter.title(), said.text(), reply.text(), ""), letters.writer(letter.id())));
        common(model);
        return "engagement/console-letter";
    }

    private void common(Model model) {
        model.addAttribute("words", words);
        model.addAttribute("clock", clock);
    }

    private List<Organ> open() {
        return organs.all().stream().filter(Organ::open).toList();
    }

    private static Shown shown(Map<String, String> fields) {
        return new Shown(
                fields.getOrDefault("shownTitle", "").strip(),
                fields.getOrDefault("question", "").replace("\r\n", "\n").strip(),
                fields.getOrDefault("answer", "").replace("\r\n", "\n").strip(),
                fields.getOrDefault("keptBecause", "").strip());
    }

    private Letter one(long id) {
        return Optional.of(id)
                .flatMap(letters::find)
                .filter(letter -> letters.mayRead(signedIn.required(), letter))
                .orElseThrow(LetterConsole::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
