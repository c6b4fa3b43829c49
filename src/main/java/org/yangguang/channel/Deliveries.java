package org.yangguang.channel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.channel.internal.DeliveryMoves;
import org.yangguang.channel.internal.DeliveryMoves.By;
import org.yangguang.channel.internal.DeliveryTable;
import org.yangguang.channel.internal.DeliveryTable.Change;
import org.yangguang.channel.internal.Planning;
import org.yangguang.channel.internal.PostTexts;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.VisibilityGate;

/** What clerks do with deliveries. Each act is on the version that the clerk saw; of two at once one is refused. */
@Service("channelDeliveries")
public class Deliveries {

    private static final int LONGEST_REFERENCE = 500;

    private final DeliveryTable table;
    private final DeliveryMoves moves;
    private final Planning planning;
    private final Outlets outlets;
    private final Editions editions;
    private final VisibilityGate gate;
    private final PostTexts texts;
    private final AuditTrail audit;
    private final Clock clock;

    Deliveries(
            DeliveryTable table,
            DeliveryMoves moves,
            Planning planning,
            Outlets outlets,
            Editions editions,
            VisibilityGate gate,
            PostTexts texts,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.planning = planning;
        this.outlets = outlets;
        this.editions = editions;
        this.gate = gate;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a clerk may do with a delivery beside planning it. */
    public enum Act {
        CONFIRM(DeliveryAction.CONFIRM),
        RETRY(DeliveryAction.RETRY),
        TAKE_OVER(DeliveryAction.TAKE_OVER),
        CANCEL(DeliveryAction.CANCEL),
        TAKE_BACK(DeliveryAction.TAKE_BACK),
        /** The later edition was looked at; what stands there is right now. */
        CHECKED(null);

        private final @Nullable DeliveryAction action;

        Act(@Nullable DeliveryAction action) {
            this.action = action;
        }

        /** Whether this can be done with the delivery as it is. */
        public boolean fits(Delivery delivery) {
            return action == null
                    ? delivery.outdated() && delivery.state() == DeliveryState.DELIVERED
                    : DeliveryTransitions.after(delivery.state(), action).isPresent();
        }
    }

    /** The words of the item as they fit the outlet, to be copied; empty when the item is not on the website. */
    public Optional<String> words(Delivery delivery, Outlet outlet) {
        return editions.current(delivery.item(), gate.anybody()).map(edition -> {
            var post = texts.of(delivery, edition);
            return outlet.carrier() == Carrier.WEIBO
                    ? texts.weibo(post)
                    : post.title() + "\n\n" + post.text() + "\n\n" + post.organName() + "\n" + post.indexNumber() + "\n"
                            + post.address();
        });
    }

    public Optional<Delivery> find(Officer officer, long id) {
        return table.find(id).filter(delivery -> serves(officer, delivery.outlet()));
    }

    public List<Delivery.Event> record(Delivery delivery) {
        return table.events(delivery.id());
    }

    /** Every delivery of an item, whoever serves its outlet. */
    public List<Delivery> ofItem(ItemId item) {
        return table.ofItem(item);
    }

    /** What waits for the officer, the most urgent first. */
    public List<Delivery> waitingFor(Officer officer, @Nullable Long outlet, int offset, int limit) {
        return table.forClerk(served(officer, outlet), offset, limit);
    }

    public long countWaitingFor(Officer officer, @Nullable Long outlet) {
        return table.countForClerk(served(officer, outlet));
    }

    /** How much each outlet of the officer has to do and has done this year. */
    public List<DeliveryTable.Load> loads(Officer officer) {
        return table.loads(served(officer, null), LocalDate.now(clock).withDayOfYear(1));
    }

    public List<Delivery> latest(Officer officer, @Nullable Long outlet, int limit) {
        return table.latest(served(officer, outlet), limit);
    }

    /** Plans a published item for an outlet; what was cancelled or taken back is planned again. */
    @Transactional
    public Outcome plan(Officer officer, ItemId item, long outletId) {
        List<Reason> reasons = new ArrayList<>();
        Optional<Outlet> outlet = outlets.find(outletId).filter(Outlet::open);
        Optional<Edition> edition = editions.current(item, gate.anybody())
                .filter(each -> each.content().scope() == AudienceScope.PUBLIC);
        if (outlet.isEmpty() || !serves(officer, outletId)) {
            reasons.add(Reason.of("channel.refused.outlet"));
        }
        if (edition.isEmpty()) {
            reasons.add(Reason.of("channel.refused.notPublic"));
        }
        if (edition.isPresent()
                && outlet.isPresent()
                && outlets.reaching(edition.get().organ()).stream().noneMatch(each -> each.id() == outletId)) {
            reasons.add(Reason.of("channel.refused.reach"));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        By by = by(officer);
        Optional<Delivery> known = table.lockOfItem(item).stream()
                .filter(each -> each.outlet() == outletId)
                .findFirst();
        if (known.isEmpty()) {
            return planning.plan(edition.orElseThrow(), outlet.orElseThrow(), by)
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(() -> new Outcome.Refused(List.of(Reason.of("channel.refused.planned"))));
        }
        if (DeliveryTransitions.after(known.get().state(), DeliveryAction.PLAN_AGAIN)
                .isEmpty()) {
            return new Outcome.Refused(List.of(Reason.of("channel.refused.planned")));
        }
        planning.planAgain(known.get(), edition.orElseThrow(), outlet.orElseThrow(), by);
        return new Outcome.Done(known.get().id());
    }

    /**
     * Does one of the acts.
     *
     * @param version of the delivery that the officer saw
     * @param on day on which it went out, for {@link Act#CONFIRM}
     * @param reference address, issue or receipt under which it is found there, for {@link Act#CONFIRM}; otherwise a remark
     */
    @Transactional
    public Outcome act(Officer officer, long id, int version, Act act, @Nullable LocalDate on, String reference) {
        Optional<Delivery> locked = table.lock(id);
        if (locked.isEmpty() || !serves(officer, locked.get().outlet())) {
            return new Outcome.Refused(List.of(Reason.of("channel.refused.outlet")));
        }
        Delivery delivery = locked.get();
        String under = reference.strip();
        List<Reason> reasons = against(delivery, version, act, on, under);
        return Outcome.of(reasons, () -> {
            carryOut(delivery, act, on, under, by(officer));
            return id;
        });
    }

    private List<Reason> against(Delivery delivery, int version, Act act, @Nullable LocalDate on, String reference) {
        List<Reason> reasons = new ArrayList<>();
        if (delivery.version() != version) {
            reasons.add(Reason.of("channel.refused.overtaken"));
        } else if (!act.fits(delivery)) {
            reasons.add(Reason.of("channel.refused.state"));
        }
        if (reference.length() > LONGEST_REFERENCE) {
            reasons.add(Reason.at("reference", "channel.refused.reference", String.valueOf(LONGEST_REFERENCE)));
        }
        if (act == Act.CONFIRM) {
            if (on == null || on.isAfter(LocalDate.now(clock))) {
                reasons.add(Reason.at("on", "channel.refused.on"));
            }
            if (reference.isEmpty()) {
                reasons.add(Reason.at("reference", "channel.refused.referenceMissing"));
            }
        }
        return reasons;
    }

    private void carryOut(Delivery delivery, Act act, @Nullable LocalDate on, String reference, By by) {
        switch (act) {
            case CONFIRM -> {
                Carrier carrier = outlets.find(delivery.outlet()).orElseThrow().carrier();
                moves.arrived(
                        delivery,
                        DeliveryAction.CONFIRM,
                        carrier,
                        on == null ? LocalDate.now(clock) : on,
                        reference,
                        by);
            }
            case RETRY -> {
                Change change =
                        Change.to(delivery, DeliveryState.UNSURE).attempts(0).due(clock.instant());
                moves.move(delivery, DeliveryAction.RETRY, change, by, reference);
            }
            case TAKE_OVER ->
                moves.move(
                        delivery,
                        DeliveryAction.TAKE_OVER,
                        Change.to(delivery, DeliveryState.FOR_CLERK),
                        by,
                        reference);
            case CANCEL ->
                moves.move(
                        delivery, DeliveryAction.CANCEL, Change.to(delivery, DeliveryState.CANCELLED), by, reference);
            case TAKE_BACK ->
                moves.move(
                        delivery,
                        DeliveryAction.TAKE_BACK,
                        Change.to(delivery, DeliveryState.TAKEN_BACK),
                        by,
                        reference);
            case CHECKED -> {
                table.outdated(delivery.id(), false);
                audit.record("delivery.checked", "channel.delivery:" + delivery.id(), null, reference);
            }
        }
    }

    private boolean serves(Officer officer, long outlet) {
        return outlets.find(outlet)
                .filter(each -> outlets.worksFor(officer).contains(each.organ()))
                .isPresent();
    }

    private Set<Long> served(Officer officer, @Nullable Long outlet) {
        return outlets.of(officer).stream()
                .map(Outlet::id)
                .filter(each -> outlet == null || outlet.equals(each))
                .collect(Collectors.toSet());
    }

    private static By by(Officer officer) {
        return new By(officer.login(), officer.name());
    }
}
