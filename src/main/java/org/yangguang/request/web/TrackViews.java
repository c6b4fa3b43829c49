package org.yangguang.request.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.file.FileKind;
import org.yangguang.file.StoredFile;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseState;
import org.yangguang.request.ClockDay;
import org.yangguang.request.Letters;
import org.yangguang.request.Reckoning;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.RequestClock;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.request.Tracking;
import org.yangguang.request.internal.ReplyCopies;
import org.yangguang.request.internal.ReplyCopies.ReplyFile;

/** Gathers what an applicant may see of their case. */
@Component
class TrackViews {

    /** What the applicant is told of; the rest is work inside the office. */
    private static final Set<Action> TOLD = EnumSet.of(
            Action.RECEIVE,
            Action.CONFIRM,
            Action.ASSIGN,
            Action.TRANSFER,
            Action.ASK_CORRECTION,
            Action.CORRECT,
            Action.CONSULT,
            Action.RECORD_OPINION,
            Action.RECORD_SILENCE,
            Action.NOTIFY_EXTENSION,
            Action.ASK_FEE,
            Action.RECORD_PAYMENT,
            Action.ASK_REASONS,
            Action.RECORD_REASONS,
            Action.NOTIFY_DELAY,
            Action.SERVE,
            Action.ABANDON,
            Action.WITHDRAW,
            Action.REDATE);

    /** Words of the office that were meant for the applicant. */
    private static final Set<Action> SAID_TO_APPLICANT =
            EnumSet.of(Action.ASK_CORRECTION, Action.ASK_REASONS, Action.NOTIFY_DELAY, Action.ABANDON);

    private final Requests requests;
    private final RequestClock clock;
    private final Tracking tracking;
    private final ClockExplanation explanation;
    private final Letters letters;
    private final ReplyCopies copies;
    private final CaseWords words;

    TrackViews(
            Requests requests,
            RequestClock clock,
            Tracking tracking,
            ClockExplanation explanation,
            Letters letters,
            ReplyCopies copies,
            CaseWords words) {
        this.requests = requests;
        this.clock = clock;
        this.tracking = tracking;
        this.explanation = explanation;
        this.letters = letters;
        this.copies = copies;
        this.words = words;
    }

    TrackView of(Case known, String code) {
        Reckoning reckoning = clock.reckon(known);
        List<ClockDay> days = clock.explain(known, words.today());
        List<CaseEvent> events = requests.history(known.id());
        ReplyContent reply =
                known.state() == CaseState.CLOSED ? requests.reply(known).orElse(null) : null;
        List<ReplyFile> files = reply == null ? List.of() : copies.of(known.id(), reply.files());
        return new TrackView(
                known,
                code,
                requests.wanted(known.id()).orElseThrow(),
                reckoning,
                days,
                explanation.of(known, reckoning, days),
                lines(known, events),
                requests.offeredToApplicant(known),
                asked(known, events),
                answerUntil(known),
                reply,
                papers(files),
                atOffice(files),
                letters.forApplicant(known),
                tracking.taken(known.id()),
                tracking.rating(known.id()));
    }

    private List<TrackView.Line> lines(Case known, List<CaseEvent> events) {
        List<TrackView.Line> lines = new ArrayList<>();
        for (CaseEvent event : events) {
            Action action = event.step().action();
            boolean own = event.by().kind() == org.yangguang.request.By.Kind.APPLICANT && action == Action.NOTE;
            if (TOLD.contains(action) || own) {
                boolean said = SAID_TO_APPLICANT.contains(action) || own || action == Action.CORRECT;
                lines.add(new TrackView.Line(
                        event.on(),
                        text(event.step()),
                        said ? requests.texts(known.id(), event.number()).words() : ""));
            }
        }
        return lines;
    }

    private String text(Step step) {
        if (step instanceof Step.Transfer transfer) {
            return words.say("request.track.told.TRANSFER", words.organ(transfer.to()));
        } else if (step instanceof Step.AskFee fee) {
            return words.say("request.track.told.ASK_FEE", fee.amount().toPlainString());
        } else if (step instanceof Step.AskCorrection correction) {
            return words.say("request.track.told.ASK_CORRECTION", words.longDate(correction.until()));
        }
        return words.say("request.track.told." + step.action());
    }

    /** What the office waits for, in its own words; null when it waits for nothing. */
    private @Nullable String asked(Case known, List<CaseEvent> events) {
        Action waiting = known.state() == CaseState.AWAITING_CORRECTION
                ? Action.ASK_CORRECTION
                : known.reasons() != null && known.reasons().givenOn() == null && known.state() == CaseState.IN_HAND
                        ? Action.ASK_REASONS
                        : null;
        return waiting == null
                ? null
                : events.stream()
                        .filter(event -> event.step().action() == waiting)
                        .findFirst()
                        .map(event -> requests.texts(known.id(), event.number()).words())
                        .orElse("");
    }

    private @Nullable LocalDate answerUntil(Case known) {
        if (known.state() == CaseState.AWAITING_CORRECTION && known.correction() != null) {
            return known.correction().until();
        }
        return known.state() == CaseState.AWAITING_PAYMENT && known.fee() != null
                ? clock.paymentDue(known.fee())
                : null;
    }

    private List<TrackView.Paper> papers(List<ReplyFile> files) {
        List<TrackView.Paper> papers = new ArrayList<>();
        for (ReplyFile file : files) {
            StoredFile copy = file.copy();
            if (copy != null) {
                papers.add(new TrackView.Paper(copy.hash(), name(file, copy), copy.size()));
            }
        }
        return papers;
    }

    private List<String> atOffice(List<ReplyFile> files) {
        return files.stream()
                .filter(each -> each.copy() == null)
                .map(each -> name(each, each.original()))
                .toList();
    }

    private String name(ReplyFile file, StoredFile given) {
        return words.say("request.track.file", file.number()) + ending(given);
    }

    static String ending(StoredFile file) {
        String ending = FileKind.endingOf(file);
        return ending.isEmpty() ? "" : "." + ending;
    }
}
