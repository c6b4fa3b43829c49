package org.yangguang.engagement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.yangguang.engagement.Affair;
import org.yangguang.engagement.AffairAction;
import org.yangguang.engagement.AffairContent;
import org.yangguang.engagement.AffairKind;
import org.yangguang.engagement.AffairPart;
import org.yangguang.engagement.Affairs;
import org.yangguang.engagement.ConsultationBasis;
import org.yangguang.engagement.Contribution;
import org.yangguang.engagement.Contributions;
import org.yangguang.engagement.Outcome;
import org.yangguang.engagement.PublicText;
import org.yangguang.engagement.internal.AffairRules;
import org.yangguang.engagement.internal.AffairTable;
import org.yangguang.engagement.internal.ContributionTable;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Where organs write what they announce, release it, and add to it. */
@Controller
class AffairConsole {

    static final String HERE = "/console/engagement";
    private static final int MOST = 200;

    private final Affairs affairs;
    private final Contributions contributions;
    private final AffairTable table;
    private final PartTable parts;
    private final ContributionTable contributionTable;
    private final Organs organs;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final EngagementWords words;

    AffairConsole(
            Affairs affairs,
            Contributions contributions,
            AffairTable table,
            PartTable parts,
            ContributionTable contributionTable,
            Organs organs,
            SignedIn signedIn,
            AuditTrail audit,
            EngagementWords words) {
        this.affairs = affairs;
        this.contributions = contributions;
        this.table = table;
        this.parts = parts;
        this.contributionTable = contributionTable;
        this.organs = organs;
        this.signedIn = signedIn;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping(HERE)
    String list(@RequestParam(required = false) @Nullable AffairKind kind, Model model) {
        Officer officer = signedIn.required();
        if (affairs.organsOf(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", List.of(AffairKind.values()));
        model.addAttribute("affairs", table.ofOrgans(affairs.organsOf(officer), kind, MOST));
        model.addAttribute("writes", !affairs.writesFor(officer).isEmpty());
        model.addAttribute("words", words);
        return "engagement/console-affairs";
    }

    @GetMapping(HERE + "/new")
    String empty(@RequestParam(defaultValue = "CONCERN") AffairKind kind, Model model) {
        return form(AffairForm.of(AffairContent.of("", ""), kind), kind, List.of(), model);
    }

    @PostMapping(HERE)
    String create(@RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
        AffairForm form = new AffairForm(Map.copyOf(fields));
        AffairKind kind = form.kind().orElseThrow(AffairConsole::notThere);
        String organ = form.of("organ");
        OrganId chosen = organ.matches("\\d{1,18}")
                ? new OrganId(Long.parseLong(organ))
                : signedIn.required().organ();
        Outcome<Affair> outcome = affairs.create(signedIn.required(), kind, chosen, form.content());
        if (outcome instanceof Outcome.Refused<Affair> refused) {
            response.setStatus(422);
            return form(form, kind, words.say(refused.reasons()), model);
        }
        return "redirect:" + HERE + "/" + outcome.value().id();
    }

    private String form(AffairForm form, AffairKind kind, List<Refusal> refused, Model model) {
        Officer officer = signedIn.required();
        if (affairs.writesFor(officer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("form", form);
        model.addAttribute("kind", kind);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "organs",
                organs.all().stream()
                        .filter(Organ::open)
                        .filter(organ -> affairs.writesFor(officer).contains(organ.id()))
                        .toList());
        model.addAttribute("bases", List.of(ConsultationBasis.values()));
        model.addAttribute("words", words);
        return "engagement/console-affair-new";
    }

    @GetMapping(HERE + "/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        return page(one(id), null, List.of(), Map.of(), false, model);
    }

    /** Shows what people wrote with how to reach them, once, and records that it was read. */
    @PostMapping(HERE + "/{id:\\d+}/contacts")
    String unmasked(@PathVariable long id, Model model) {
        Affair affair = one(id);
        audit.recordReading("engagement.affair:" + id);
        return page(affair, null, List.of(), Map.of(), true, model);
    }

    @PostMapping(HERE + "/{id:\\d+}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        AffairForm form = new AffairForm(Map.copyOf(fields));
        Outcome<Affair> outcome = affairs.change(signedIn.required(), id, version, form.content());
        return answer(id, outcome, form, fields, "engagement.affair.saved", model, response, flash);
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
        AffairAction action = LetterForm.choice(AffairAction.class, path.toUpperCase(Locale.ROOT))
                .orElseThrow(AffairConsole::notThere);
        Outcome<Affair> outcome =
                affairs.act(signedIn.required(), id, version, action, fields.getOrDefault("note", ""));
        return answer(id, outcome, null, fields, "engagement.affair.done." + action, model, response, flash);
    }

    @PostMapping(HERE + "/{id:\\d+}/parts")
    String add(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        LocalDate on = new AffairForm(fields).date("on");
        Outcome<Affair> outcome = affairs.add(
                signedIn.required(),
                id,
                LetterForm.choice(AffairPart.Kind.class, fields.getOrDefault("partKind", ""))
                        .orElse(null),
                LetterForm.choice(AffairPart.Way.class, fields.getOrDefault("way", ""))
                        .orElse(null),
                on == null ? words.today() : on,
                fields.getOrDefault("partText", "").replace("\r\n", "\n"),
                fields.getOrDefault("reference", ""));
        return answer(id, outcome, null, fields, "engagement.affair.part.added", model, response, flash);
    }

    @PostMapping(HERE + "/{id:\\d+}/parts/{part:\\d+}/{to:release|discard}")
    String settle(
            @PathVariable long id,
            @PathVariable long part,
            @PathVariable String to,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Outcome<Affair> outcome = affairs.settle(
                signedIn.required(),
                part,
                to.equals("release") ? AffairPart.State.RELEASED : AffairPart.State.DISCARDED);
        return answer(id, outcome, null, fields, "engagement.affair.part." + to, model, response, flash);
    }

    @PostMapping(HERE + "/{id:\\d+}/links")
    String link(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable String dropKind,
            @RequestParam(required = false) @Nullable String dropReference,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Outcome<Affair> outcome = dropKind == null || dropReference == null
                ? affairs.link(signedIn.required(), id, what)
                : affairs.unlink(signedIn.required(), id, dropKind, dropReference);
        return answer(id, outcome, null, fields, "engagement.affair.linked", model, response, flash);
    }

    @PostMapping(HERE + "/{id:\\d+}/contributions/{contribution:\\d+}")
    String contribution(
            @PathVariable long id,
            @PathVariable long contribution,
            @RequestParam int version,
            @RequestParam(defaultValue = "prepare") String to,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Officer officer = signedIn.required();
        Outcome<Affair> outcome =
                switch (to) {
                    case "show" -> contributions.settle(officer, contribution, version, Contribution.State.SHOWN);
                    case "discard" ->
                        contributions.settle(officer, contribution, version, Contribution.State.DISCARDED);
                    default ->
                        contributions.prepare(
                                officer,
                                contribution,
                                version,
                                fields.getOrDefault("shown", "").replace("\r\n", "\n"),
                                fields.getOrDefault("answer", "").replace("\r\n", "\n"),
                                LetterForm.choice(Contribution.Adoption.class, fields.getOrDefault("adoption", ""))
                                        .orElse(null));
                };
        return answer(id, outcome, null, fields, "engagement.contribution.done", model, response, flash);
    }

    private String answer(
            long id,
            Outcome<Affair> outcome,
            @Nullable AffairForm form,
            Map<String, String> typed,
            String said,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (outcome instanceof Outcome.Refused<Affair> refused) {
            response.setStatus(409);
            return page(one(id), form, words.say(refused.reasons()), typed, false, model);
        }
        flash.addFlashAttribute("said", words.say(said));
        return "redirect:" + HERE + "/" + id;
    }

    private String page(
            Affair affair,
            @Nullable AffairForm form,
            List<Refusal> refused,
            Map<String, String> typed,
            boolean unmasked,
            Model model) {
        Officer officer = signedIn.required();
        model.addAttribute("affair", affair);
        model.addAttribute(
                "form", Objects.requireNonNullElseGet(form, () -> AffairForm.of(affair.content(), affair.kind())));
        model.addAttribute("mayWrite", affairs.writesFor(officer).contains(affair.organ()));
        model.addAttribute("offered", affairs.offered(officer, affair));
        model.addAttribute("parts", parts.of(affair.id()));
        model.addAttribute(
                "partKinds",
                Stream.of(AffairPart.Kind.values())
                        .filter(kind -> AffairRules.fits(affair.kind(), kind))
                        .toList());
        model.addAttribute("ways", List.of(AffairPart.Way.values()));
        model.addAttribute("bases", List.of(ConsultationBasis.values()));
        model.addAttribute("adoptions", List.of(Contribution.Adoption.values()));
        model.addAttribute("linked", affairs.linked(affair));
        model.addAttribute("events", table.events(affair.id()));
        model.addAttribute("tally", contributionTable.tally(affair.id()));
        model.addAttribute(
                "sent",
                contributionTable.of(affair.id(), MOST).stream()
                        .map(each -> new SentView(each, own(each.id(), unmasked)))
                        .toList());
        model.addAttribute("unmasked", unmasked);
        model.addAttribute("refused", refused);
        model.addAttribute("typed", typed);
        model.addAttribute("words", words);
        return "engagement/console-affair";
    }

    private ContributionTable.Own own(long id, boolean unmasked) {
        ContributionTable.Own own = contributionTable.own(id);
        return unmasked
                ? own
                : new ContributionTable.Own(
                        PublicText.masked(own.words()),
                        own.contact().isEmpty() ? "" : own.contact().charAt(0) + "***");
    }

    private Affair one(long id) {
        return affairs.find(signedIn.required(), id).orElseThrow(AffairConsole::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
