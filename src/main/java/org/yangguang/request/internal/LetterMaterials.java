package org.yangguang.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.LetterKind;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;
import org.yangguang.request.Wanted;

/** Gathers what a letter is made of. */
@Component
public class LetterMaterials {

    private static final Set<Action> REVIEW =
            EnumSet.of(Action.SUBMIT_REPLY, Action.CLEAR_REPLY, Action.APPROVE_REPLY, Action.RETURN_REPLY);

    private final Requests requests;
    private final LetterTable letters;
    private final LearningTable learning;
    private final Clock clock;

    LetterMaterials(Requests requests, LetterTable letters, LearningTable learning, Clock clock) {
        this.requests = requests;
        this.letters = letters;
        this.learning = learning;
        this.clock = clock;
    }

    /**
     * What a letter is made of.
     *
     * @param issuer whose letter it is: the organ that has the case, or, for its transfer, that had it
     * @param event the step that it belongs to, with its words
     * @param extension words of the proposal to extend the period; empty without one
     * @param reply the reply of the case; null without one
     * @param access what a letter of consultation says about answering online; empty leaves it out
     * @param review parts of the review of the reply in their order; empty where the letter does not show them
     * @param handedOver what became a draft for proactive disclosure; empty where the letter does not show it
     * @param replyNumber document number of the reply that was issued; empty without one
     */
    public record Material(
            Case known,
            OrganId issuer,
            Wanted wanted,
            @Nullable Applicant applicant,
            CaseEvent event,
            Texts texts,
            String extension,
            @Nullable ReplyContent reply,
            String access,
            List<Reviewed> review,
            List<HandedOver> handedOver,
            String replyNumber) {}

    /** One part of a review, with what was said. */
    public record Reviewed(CaseEvent event, String words) {}

    /**
     * An application whose information became a draft.
     *
     * @param result null while it is being handled
     * @param draft number of the item
     * @param log whether it is for the log of replies
     * @param by who put it forward
     */
    public record HandedOver(
            String title,
            String number,
            Case.@Nullable Result result,
            long draft,
            boolean log,
            String by,
            LocalDate on) {}

    public Material of(Case known, LetterKind kind, int event, String access) {
        List<CaseEvent> history = requests.history(known.id());
        return new Material(
                known,
                issuer(known, kind, event, history),
                requests.wanted(known.id()).orElseThrow(),
                requests.applicant(known.id()).orElse(null),
                history.get(event - 1),
                requests.texts(known.id(), event),
                extension(known, history),
                reply(known, kind, event),
                access,
                kind == LetterKind.REVIEW_SHEET ? review(known, history) : List.of(),
                kind == LetterKind.DISCLOSURE_HANDOVER ? handedOver(known) : List.of(),
                kind == LetterKind.DISCLOSURE_HANDOVER ? replyNumber(known) : "");
    }

    /** Whether something of the case became a draft for proactive disclosure. */
    public boolean isHandedOver(Case known) {
        return !learning.handed(known.id()).isEmpty();
    }

    /** Whose letter it is. */
    public OrganId issuer(Case known, LetterKind kind, int event) {
        return issuer(known, kind, event, requests.history(known.id()));
    }

    private static OrganId issuer(Case known, LetterKind kind, int event, List<CaseEvent> history) {
        if (kind != LetterKind.TRANSFER) {
            return known.organ();
        }
        OrganId holder = known.organ();
        for (CaseEvent each : history.subList(0, event - 1)) {
            if (each.step() instanceof Step.Receive receive) {
                holder = receive.organ();
            } else if (each.step() instanceof Step.Transfer transfer) {
                holder = transfer.to();
            }
        }
        return holder;
    }

    private @Nullable ReplyContent reply(Case known, LetterKind kind, int event) {
        return kind == LetterKind.REPLY || kind == LetterKind.REVIEW_SHEET
                ? requests.texts(known.id(), event).reply()
                : requests.reply(known).orElse(null);
    }

    private String extension(Case known, List<CaseEvent> history) {
        return history.stream()
                .filter(event -> event.step() instanceof Step.ProposeExtension)
                .reduce((first, second) -> second)
                .map(event -> requests.texts(known.id(), event.number()).words())
                .orElse("");
    }

    private List<Reviewed> review(Case known, List<CaseEvent> history) {
        return history.stream()
                .filter(event -> REVIEW.contains(event.step().action()))
                .map(event -> new Reviewed(
                        event, requests.texts(known.id(), event.number()).words()))
                .toList();
    }

    private List<HandedOver> handedOver(Case known) {
        List<HandedOver> all = new ArrayList<>();
        for (LearningTable.Handed each : learning.handed(known.id())) {
            LocalDate on = LocalDate.ofInstant(each.at(), clock.getZone());
            for (CaseId id : each.asked()) {
                Case asked = requests.find(id).orElseThrow();
                all.add(new HandedOver(
                        requests.wanted(id).orElseThrow().title(),
                        asked.number(),
                        asked.result(),
                        each.item(),
                        each.log(),
                        each.by(),
                        on));
            }
        }
        return all;
    }

    private String replyNumber(Case known) {
        return letters.of(known.id()).stream()
                .filter(each -> each.kind() == LetterKind.REPLY)
                .map(LetterTable.Issued::documentNumber)
                .findFirst()
                .orElse("");
    }
}
