package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yangguang.account.Officer;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.PublicationPeriod;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.Action;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Review;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** {@code /console/editions/…}: one edition with its record, and what the officer may do to it; one at a time, never in bulk. */
@Controller
class EditionPages {

    private final Access access;
    private final Review review;
    private final ReviewRecord record;
    private final ContentRules contents;
    private final Desk desk;
    private final Organs organs;
    private final CheckView checks;
    private final Names names;
    private final PublicationPeriod period;
    private final WorkingCalendar calendar;
    private final Words words;
    private final Clock clock;

    EditionPages(
            Access access,
            Review review,
            ReviewRecord record,
            ContentRules contents,
            Desk desk,
            Organs organs,
            CheckView checks,
            Names names,
            PublicationPeriod period,
            WorkingCalendar calendar,
            Words words,
            Clock clock) {
        this.access = access;
        this.review = review;
        this.record = record;
        this.contents = contents;
        this.desk = desk;
        this.organs = organs;
        this.checks = checks;
        this.names = names;
        this.period = period;
        this.calendar = calendar;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/console/editions/{id}")
    String show(@PathVariable long id, Model model) {
        Edition edition = access.edition(id);
        return page(edition, List.of(), "", model);
    }

    @PostMapping("/console/editions/{id}/{action}")
    String act(
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(required = false) @Nullable Long organ,
            @RequestParam(required = false) @Nullable Boolean agreed,
            @RequestParam(required = false) @Nullable WithdrawalReason reason,
            @RequestParam(required = false) @Nullable String publishAt,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Edition edition = access.edition(id);
        Optional<Move> move = move(action, opinion, organ, agreed, reason, publishAt);
        if (move.isEmpty()) {
            response.setStatus(422);
            return page(edition, List.of(new Said(null, words.say("disclosure.refused.incomplete"))), opinion, model);
        }
        Officer officer = access.officer();
        Outcome outcome = review.act(officer, edition.id(), version, move.get());
        if (outcome instanceof Outcome.Done done) {
            flash.addFlashAttribute(
                    "said", words.say("disclosure.done." + move.get().action()));
            return move.get() instanceof Move.Revise || move.get() instanceof Move.Recall
                    ? "redirect:/console/drafts/" + done.edition().value()
                    : "redirect:/console/editions/" + done.edition().value();
        }
        response.setStatus(409);
        return page(access.edition(id), words.say(outcome), opinion, model);
    }

    String page(Edition edition, List<Said> refused, String opinion, Model model) {
        Officer officer = access.officer();
        List<Action> offered = review.offered(officer, edition);
        model.addAttribute("edition", edition);
        model.addAttribute(
                "body", checks.marked(edition, OwnFiles.shown(edition.content().bodyHtml())));
        model.addAttribute("checks", checks.of(edition));
        model.addAttribute("refused", refused);
        model.addAttribute("opinion", opinion);
        model.addAttribute("offered", offered);
        model.addAttribute("warnings", words.say(contents.warnings(edition)));
        model.addAttribute("steps", record.steps(edition.id()));
        model.addAttribute("questions", record.confirmations(edition.id()));
        model.addAttribute("queue", desk.waiting(officer));
        model.addAttribute(
                "organs",
                offered.contains(Action.ASK)
                        ? organs.all().stream()
                                .filter(Organ::open)
                                .filter(organ -> !organ.id().equals(edition.organ()))
                                .toList()
                        : List.of());
        model.addAttribute("names", names);
        model.addAttribute("reasons", Arrays.asList(WithdrawalReason.values()));
        model.addAttribute("words", words);
        model.addAttribute("answerDue", (Function<Instant, LocalDate>) desk::answerDue);
        var formed = edition.content().formedOn();
        period(formed).ifPresent(due -> {
            model.addAttribute("due", due);
            model.addAttribute("daysLeft", calendar.workingDaysBetween(LocalDate.now(clock), due));
        });
        return "disclosure/edition";
    }

    private Optional<LocalDate> period(@Nullable LocalDate formed) {
        return formed == null ? Optional.empty() : period.endFor(formed).map(Deadline::date);
    }

    private Optional<Move> move(
            String action,
            String opinion,
            @Nullable Long organ,
            @Nullable Boolean agreed,
            @Nullable WithdrawalReason reason,
            @Nullable String publishAt) {
        Move move =
                switch (action) {
                    case "submit" -> new Move.Submit(opinion);
                    case "recall" -> new Move.Recall(opinion);
                    case "approve" -> new Move.Approve(opinion);
                    case "return" -> new Move.Return(opinion);
                    case "ask" -> organ == null ? null : new Move.Ask(new OrganId(organ), opinion);
                    case "answer" -> agreed == null ? null : new Move.Answer(agreed, opinion);
                    case "cancel-question" -> new Move.CancelQuestion(opinion);
                    case "publish" -> new Move.Publish(opinion);
                    case "schedule" ->
                        moment(publishAt)
                                .map(at -> new Move.Schedule(at, opinion))
                                .orElse(null);
                    case "cancel-schedule" -> new Move.CancelSchedule(opinion);
                    case "discard" -> new Move.Discard(opinion);
                    case "revise" -> new Move.Revise(opinion);
                    case "withdraw" -> reason == null ? null : new Move.Withdraw(reason, opinion);
                    case "withdraw-in-emergency" ->
                        reason == null ? null : new Move.WithdrawInEmergency(reason, opinion);
                    default -> throw Access.notThere();
                };
        return Optional.ofNullable(move);
    }

    private Optional<Instant> moment(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text).atZone(words.zone()).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String address(EditionId id) {
        return String.format(Locale.ROOT, "/console/editions/%d", id.value());
    }
}
