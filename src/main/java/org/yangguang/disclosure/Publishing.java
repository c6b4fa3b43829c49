package org.yangguang.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Accounts;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.IndexNumbers;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.ContentRules;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.Notices;
import org.yangguang.disclosure.internal.Notices.Kind;
import org.yangguang.disclosure.internal.Publications;
import org.yangguang.disclosure.internal.ReviewRecord;

/** Puts approved editions before the public, at once or at their time, and takes published ones back. */
@Service
public class Publishing {

    private final EditionTable editions;
    private final ReviewRecord record;
    private final Publications publications;
    private final ContentRules contents;
    private final IndexNumbers numbers;
    private final Accounts accounts;
    private final Notices notices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Publishing(
            EditionTable editions,
            ReviewRecord record,
            Publications publications,
            ContentRules contents,
            IndexNumbers numbers,
            Accounts accounts,
            Notices notices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.editions = editions;
        this.record = record;
        this.publications = publications;
        this.contents = contents;
        this.numbers = numbers;
        this.accounts = accounts;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Publishes every approved edition whose time has come, each in a transaction of its own; safe to call again and on several
     * nodes at once. One that has become invalid is not published: it stays approved and held, and its handling officer and the
     * organ's disclosure office are told.
     *
     * @return how many were published
     */
    public int publishDue(Instant now) {
        int published = 0;
        while (true) {
            Optional<Boolean> one = Objects.requireNonNull(transactions.execute(status -> publishNextDue(now)));
            if (one.isEmpty()) {
                return published;
            }
            published += one.get() ? 1 : 0;
        }
    }

    private Optional<Boolean> publishNextDue(Instant now) {
        return editions.nextDue(now).flatMap(editions::lock).map(edition -> {
            if (edition.state() != EditionState.APPROVED || !edition.held().isEmpty()) {
                return false; // another node came first, between looking and locking
            }
            List<Reason> reasons = against(edition);
            if (accounts.holders(Role.HANDLER, edition.organ()).stream()
                    .noneMatch(holder -> holder.id().equals(edition.handler()))) {
                reasons.add(Reason.of("disclosure.invalid.handlerGone"));
            }
            if (reasons.isEmpty()) {
                publishByProgram(edition, now);
                return true;
            }
            hold(edition, reasons, now);
            return false;
        });
    }

    private void hold(Edition edition, List<Reason> reasons, Instant now) {
        List<String> keys = reasons.stream().map(Reason::key).toList();
        editions.hold(edition.id(), keys);
        audit.record(
                "system:scheduler",
                "edition.held",
                "disclosure.edition:" + edition.id().value(),
                null,
                String.join(" ", keys));
        notices.tell(edition.handler(), Kind.NOT_PUBLISHED, edition, keys, now);
        notices.tell(Role.DISCLOSURE_OFFICE, edition.organ(), Kind.NOT_PUBLISHED, edition, keys, now);
    }

    /** Every reason why an approved edition may not go out now. */
    List<Reason> against(Edition edition) {
        List<Reason> reasons = new ArrayList<>(contents.againstPublishing(edition));
        if (edition.submittedAt() != null && publications.withdrawnSince(edition.item(), edition.submittedAt())) {
            reasons.add(Reason.of("disclosure.invalid.withdrawnSince"));
        }
        if (edition.contentHash() != null && !edition.contentHash().equals(ContentHash.of(edition))) {
            reasons.add(Reason.of("disclosure.refused.contentChanged"));
        }
        return reasons;
    }

    /** Publishes as a consequence of an approval or of the time that was set. */
    Outcome publishByProgram(Edition approved, Instant now) {
        supersede(approved, now);
        record.add(
                approved.id(), Stage.OFFICE, Action.PUBLISH, null, approved.organ(), "", ContentHash.of(approved), now);
        editions.move(approved.id(), EditionState.PUBLISHED, now);
        audit.record(
                "system:publisher",
                "edition.published",
                "disclosure.edition:" + approved.id().value(),
                approved.state().name(),
                approved.contentHash());
        return publish(editions.find(approved.id()).orElseThrow(), now);
    }

    /** What follows once the edition has superseded others and become {@link EditionState#PUBLISHED}, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome publish(Edition edition, Instant now) {
        String number = indexNumber(edition);
        publications.put(edition, number, now);
        publications.release(edition.item(), Channel.WEBSITE, LocalDate.ofInstant(now, clock.getZone()), "");
        events.publishEvent(new EditionPublished(edition.item(), edition.id(), edition.organ(), now));
        notices.tell(edition.handler(), Kind.PUBLISHED, edition, List.of(), now);
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }

    /** Takes an approved edition that is not to be published onto the register. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome register(Edition edition, Instant now) {
        Optional<Edition> former = supersede(edition, now);
        indexNumber(edition);
        former.filter(old -> old.state() == EditionState.PUBLISHED)
                .ifPresent(
                        old -> takeBack(old, WithdrawalReason.NO_LONGER_PROACTIVE, "", false, lastActor(edition), now));
        notices.tell(edition.handler(), Kind.REGISTERED, edition, List.of(), now);
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Outcome withdraw(
            Officer officer, Edition edition, WithdrawalReason reason, String note, boolean emergency, Instant now) {
        takeBack(edition, reason, note, emergency, new Publications.By(officer.id(), officer.name()), now);
        Kind kind = emergency ? Kind.WITHDRAWN_IN_EMERGENCY : Kind.WITHDRAWN;
        notices.tell(edition.handler(), kind, edition, List.of(), now);
        notices.tell(Role.DISCLOSURE_OFFICE, edition.organ(), kind, edition, List.of(), now);
        return new Outcome.Done(edition.item(), edition.id(), edition.state(), edition.version());
    }

    private void takeBack(
            Edition edition, WithdrawalReason reason, String note, boolean emergency, Publications.By by, Instant now) {
        publications.withdrawal(edition, reason, note, emergency, by, now);
        publications.remove(edition.item());
        events.publishEvent(new ItemWithdrawn(edition.item(), edition.organ(), reason.name(), emergency, now));
    }

    private Publications.By lastActor(Edition edition) {
        List<Step> steps = record.steps(edition.id());
        Step last = steps.get(steps.size() - 1);
        return new Publications.By(last.actor(), last.actorName());
    }

    /**
     * Makes way for an edition; only one of an item is public at any time, so this comes before it is.
     *
     * @return the edition whose place is taken, as it was
     */
    Optional<Edition> supersede(Edition edition, Instant now) {
        Optional<Edition> former = editions.ofItem(edition.item()).stream()
                .filter(other -> !other.id().equals(edition.id()))
                .filter(other -> other.state() == EditionState.PUBLISHED || other.state() == EditionState.REGISTERED)
                .findFirst();
        former.ifPresent(old -> {
            record.add(
                    old.id(),
                    Stage.OFFICE,
                    Action.SUPERSEDE,
                    null,
                    old.organ(),
                    "",
                    Objects.requireNonNullElse(old.contentHash(), ""),
                    now);
            editions.move(old.id(), EditionState.SUPERSEDED, now);
            audit.record(
                    "system:publisher",
                    "edition.superseded",
                    "disclosure.edition:" + old.id().value(),
                    old.state().name(),
                    "disclosure.edition:" + edition.id().value());
        });
        return former;
    }

    private String indexNumber(Edition edition) {
        if (edition.indexNumber() != null) {
            return edition.indexNumber();
        }
        String number = numbers.issue(
                edition.organ(),
                Objects.requireNonNull(edition.content().formedOn()).getYear());
        editions.number(edition.item(), number);
        return number;
    }
}
