package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionContents;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Review;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.disclosure.internal.DraftEditors;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.organ.OrganId;

/** {@code /console/drafts/…}: where an edition is written. Works without scripts; {@link DraftSaving} adds comfort. */
@Controller
class DraftPages {

    private final Access access;
    private final Drafts drafts;
    private final Review review;
    private final ReviewRecord record;
    private final ContentRules rules;
    private final DraftEditors editors;
    private final DraftFiles.Source files;
    private final Audiences audiences;
    private final Catalogue catalogue;
    private final Desk desk;
    private final CheckView checks;
    private final Names names;
    private final Words words;
    private final Clock clock;

    DraftPages(
            Access access,
            Drafts drafts,
            Review review,
            ReviewRecord record,
            ContentRules rules,
            DraftEditors editors,
            DraftFiles.Source files,
            Audiences audiences,
            Catalogue catalogue,
            Desk desk,
            CheckView checks,
            Names names,
            Words words,
            Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.review = review;
        this.record = record;
        this.rules = rules;
        this.editors = editors;
        this.files = files;
        this.audiences = audiences;
        this.catalogue = catalogue;
        this.desk = desk;
        this.checks = checks;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/console/drafts")
    String start(@RequestParam long organ, RedirectAttributes flash) {
        Outcome outcome = drafts.start(access.officer(), new OrganId(organ), EditionContents.BLANK);
        if (outcome instanceof Outcome.Done done) {
            return "redirect:/console/drafts/" + done.edition().value();
        }
        flash.addFlashAttribute("refused", words.say(outcome));
        return "redirect:/console";
    }

    @GetMapping("/console/drafts/{id}")
    String edit(@PathVariable long id, Model model) {
        Edition edition = access.edition(id);
        if (edition.state() != EditionState.DRAFT) {
            return "redirect:" + EditionPages.address(edition.id());
        }
        editors.seen(edition.id(), access.officer(), clock.instant());
        List<Said> told = model.getAttribute("refused") instanceof List<?> list
                ? list.stream().map(Said.class::cast).toList()
                : List.of();
        return page(edition, edition.content(), edition.version(), told, "", model);
    }

    /** Saves, and submits when the officer pressed that button. */
    @PostMapping("/console/drafts/{id}")
    String save(
            @PathVariable long id,
            DraftForm form,
            @RequestParam(defaultValue = "save") String then,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Officer officer = access.officer();
        Edition edition = access.edition(id);
        List<Reason> unread = new ArrayList<>();
        EditionContent typed = form.content(words.zone(), unread);
        int version = form.version() == null ? edition.version() : form.version();
        Outcome saved = drafts.save(officer, edition.id(), version, typed);
        if (!(saved instanceof Outcome.Done done)) {
            response.setStatus(409);
            return conflict(access.edition(id), typed, words.say(saved), model);
        }
        if (!unread.isEmpty()) {
            response.setStatus(422);
            return page(access.edition(id), typed, done.version(), words.say(unread), text(form.words()), model);
        }
        if (!then.equals("submit")) {
            flash.addFlashAttribute("said", words.say("disclosure.draft.saved"));
            return "redirect:/console/drafts/" + id;
        }
        Outcome submitted = review.act(officer, edition.id(), done.version(), new Move.Submit(text(form.words())));
        if (submitted.done()) {
            flash.addFlashAttribute("said", words.say("disclosure.done.SUBMIT"));
            return "redirect:" + EditionPages.address(edition.id());
        }
        response.setStatus(422);
        Edition now = access.edition(id);
        return page(now, now.content(), now.version(), words.say(submitted), text(form.words()), model);
    }

    /** Both texts, neither lost: what is saved now, and what this officer wanted to save. */
    private String conflict(Edition edition, EditionContent typed, List<Said> refused, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("typed", typed);
        model.addAttribute("theirs", OwnFiles.shown(edition.content().bodyHtml()));
        model.addAttribute("refused", refused);
        model.addAttribute("words", words);
        return "disclosure/conflict";
    }

    private String page(
            Edition edition, EditionContent content, int version, List<Said> refused, String opinion, Model model) {
        Officer officer = access.officer();
        model.addAttribute("edition", edition);
        model.addAttribute("content", content);
        model.addAttribute("body", OwnFiles.shown(content.bodyHtml()));
        model.addAttribute("version", version);
        model.addAttribute("refused", refused);
        model.addAttribute("warnings", words.say(rules.warnings(edition)));
        model.addAttribute("checks", checks.of(edition));
        model.addAttribute("opinion", opinion);
        model.addAttribute("officer", officer.id().value());
        model.addAttribute(
                "columns",
                catalogue.columns().stream()
                        .filter(column -> column.inUse() || column.id().equals(content.column()))
                        .toList());
        model.addAttribute("subjects", catalogue.terms(Vocabulary.SUBJECT));
        model.addAttribute("genres", catalogue.terms(Vocabulary.GENRE));
        model.addAttribute("groups", catalogue.terms(Vocabulary.AUDIENCE_GROUP));
        model.addAttribute("audiences", audiences.open(edition.organ()));
        model.addAttribute("attributes", Arrays.asList(DisclosureAttribute.values()));
        model.addAttribute("validities", Arrays.asList(Validity.values()));
        model.addAttribute("scopes", Arrays.asList(AudienceScope.values()));
        model.addAttribute("files", files.of(edition, officer));
        model.addAttribute("copies", editors.copies(edition.id()));
        model.addAttribute("steps", record.steps(edition.id()));
        model.addAttribute("queue", desk.waiting(officer));
        model.addAttribute("names", names);
        model.addAttribute("words", words);
        return "disclosure/draft";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
