package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.CleanText;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.Notices;
import org.yangguang.disclosure.internal.Notices.Kind;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.disclosure.internal.ReviewRules;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;

/**
 * The three-level review (三级审查): handling officer, secrecy officer, leader in charge, each another person, each edition by
 * itself (Article 14 of the 2007 Regulations, Article 17 of the 2019 Regulations), and what follows it.
 */
@Service
public class Review {

    private final EditionTable editions;
    private final ReviewRecord record;
    private final ReviewRules rules;
    private final ContentRules contents;
    private final Publishing publishing;
    private final Drafts drafts;
    private final Notices notices;
    private final Organs organs;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Review(
            EditionTable editions,
            ReviewRecord record,
            ReviewRules rules,
            ContentRules contents,
            Publishing publishing,
            Drafts drafts,
            Notices notices,
            Organs organs,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.editions = editions;
        this.record = record;
        this.rules = rules;
        this.contents = contents;
        this.publishing = publishing;
        this.drafts = drafts;
        this.notices = notices;
        this.organs = organs;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does what the officer wants, or refuses it with every reason.
     *
     * @param version version of the edition that the officer had before them; when it has changed since, nothing is done
     */
    @Transactional
    public Outcome act(Officer officer, EditionId id, int version, Move wanted) {
        Optional<Edition> found = editions.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Reason.of("disclosure.refused.unknown"));
        }
        Edition edition = found.get();
        List<Step> steps = record.steps(id);
        if (edition.version() != version) {
            return Outcome.refused(stale(officer, edition, steps));
        }
        Confirmation open = record.open(id).orElse(null);
        List<Reason> reasons = new ArrayList<>(
                rules.against(officer, new ReviewRules.Case(edition, steps, record.writers(id), open), wanted));
        reasons.addAll(againstContent(edition, wanted));
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(List.copyOf(reasons));
        }
        return move(officer, edition, open, wanted);
    }

    /** Which actions a page may offer the officer. */
    @Transactional(readOnly = true)
    public List<Action> offered(Officer officer, Edition edition) {
        ReviewRules.Case known = new ReviewRules.Case(
                edition,
                record.steps(edition.id()),
                record.writers(edition.id()),
                record.open(edition.id()).orElse(null));
        return List.of(Action.values()).stream()
                .filter(action -> rules.against(officer, known, action).isEmpty())
                .toList();
    }

    private List<Reason> againstContent(Edition edition, Move wanted) {
        if (edition.state() != EditionState.DRAFT
                && edition.contentHash() != null
                && !edition.contentHash().equals(ContentHash.of(edition))) {
            return List.of(Reason.of("disclosure.refused.contentChanged"));
        }
        if (wanted instanceof Move.Schedule schedule && !schedule.at().isAfter(clock.instant())) {
            return List.of(Reason.at("publishAt", "disclosure.invalid.publishAtPast"));
        }
        if (wanted instanceof Move.Revise) {
            return editions.ofItem(
                            edition.item(),
                            EditionState.DRAFT,
                            EditionState.SECRECY_REVIEW,
                            EditionState.SECRECY_CONFIRMATION,
                            EditionState.LEADER_REVIEW,
                            EditionState.LEADER_CONFIRMATION,
                            EditionState.APPROVED)
                    .map(other -> List.of(Reason.of("disclosure.refused.editionInWork", other.handlerName())))
                    .orElse(List.of());
        }
        return switch (wanted.action()) {
            case SUBMIT -> contents.againstSubmitting(edition);
            case APPROVE -> edition.state() == EditionState.LEADER_REVIEW ? publishing.against(edition) : List.of();
            case PUBLISH, SCHEDULE -> publishing.against(edition);
            default -> List.of();
        };
    }

    private Outcome move(Officer officer, Edition edition, @Nullable Confirmation open, Move move) {
        Instant now = clock.instant();
        String words = CleanText.lines(move.words());
        Transition transition = Transitions.of(
                        edition.state(), move.action(), edition.content().attribute())
                .orElseThrow();
        String hash = ContentHash.of(edition);
        if (move instanceof Move.Submit) {
            String organName = organs.find(edition.organ()).map(Organ::name).orElse(edition.organName());
            editions.submit(edition, officer, organName, hash, now);
        }
        record.add(edition.id(), transition.stage(), move.action(), officer, edition.organ(), words, hash, now);
        if (move instanceof Move.Publish) {
            publishing.supersede(edition, now);
        }
        editions.move(edition.id(), transition.to(), now);
        audit.record(
                transition.event(),
                "disclosure.edition:" + edition.id().value(),
                edition.state() + " " + hash,
                transition.to() + " " + hash + " " + words);
        Edition moved = editions.find(edition.id()).orElseThrow();
        events.publishEvent(
                new EditionMoved(moved.item(), moved.id(), moved.organ(), moved.state(), moved.version(), now));
        if (move instanceof Move.Ask ask) {
            record.ask(edition.id(), ask.organ(), words, officer, now);
        } else if (move instanceof Move.Answer answer) {
            Confirmation question = Objects.requireNonNull(open);
            record.close(question, answer.agreed(), words, officer, now);
            notices.tell(question.askedBy(), Kind.ANSWERED, moved, List.of(), now);
        } else if (move instanceof Move.CancelQuestion) {
            record.close(Objects.requireNonNull(open), null, words, officer, now);
        } else if (move instanceof Move.Return) {
            notices.tell(moved.handler(), Kind.RETURNED, moved, List.of(), now);
        } else if (move instanceof Move.Schedule schedule) {
            editions.schedule(edition.id(), schedule.at());
        } else if (move instanceof Move.CancelSchedule) {
            editions.schedule(edition.id(), null);
        } else if (move instanceof Move.Approve) {
            return afterApproval(moved, now);
        } else if (move instanceof Move.Publish) {
            return publishing.publish(moved, now);
        } else if (move instanceof Move.Withdraw withdraw) {
            return publishing.withdraw(officer, moved, withdraw.reason(), words, false, now);
        } else if (move instanceof Move.WithdrawInEmergency withdraw) {
            return publishing.withdraw(officer, moved, withdraw.reason(), words, true, now);
        } else if (move instanceof Move.Revise) {
            return drafts.revise(officer, moved, now);
        }
        return done(moved);
    }

    private Outcome afterApproval(Edition edition, Instant now) {
        if (edition.state() == EditionState.REGISTERED) {
            return publishing.register(edition, now);
        }
        Instant at = edition.content().publishAt();
        boolean atOnce = edition.state() == EditionState.APPROVED && (at == null || !at.isAfter(now));
        return atOnce ? publishing.publishByProgram(edition, now) : done(edition);
    }

    private static Reason stale(Officer officer, Edition edition, List<Step> steps) {
        if (steps.isEmpty()) {
            return Reason.of("disclosure.refused.stale");
        }
        Step last = steps.get(steps.size() - 1);
        return last.actor().equals(officer.id())
                ? Reason.of("disclosure.refused.staleByYou", last.action(), last.at(), edition.state())
                : Reason.of("disclosure.refused.staleBy", last.actorName(), last.action(), last.at(), edition.state());
    }

    private static Outcome done(Edition edition) {
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }
}
