package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.DeliveryAction;
import org.yangguang.channel.DeliveryState;
import org.yangguang.channel.DeliveryTransitions;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.channel.internal.DeliveryMoves.By;
import org.yangguang.channel.internal.DeliveryTable.Change;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionPublished;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.ItemWithdrawn;
import org.yangguang.disclosure.VisibilityGate;

/**
 * Plans what is to go out when something was published, and has it taken back when it was withdrawn. It comes after the commit of the
 * publication and cannot hold it up. Told twice it plans once.
 */
@Component
public class Planning {

    private final DeliveryTable table;
    private final DeliveryMoves moves;
    private final NewsTable news;
    private final Outlets outlets;
    private final OutletTable outletTable;
    private final Editions editions;
    private final VisibilityGate gate;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    Planning(
            DeliveryTable table,
            DeliveryMoves moves,
            NewsTable news,
            Outlets outlets,
            OutletTable outletTable,
            Editions editions,
            VisibilityGate gate,
            Catalogue catalogue,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.moves = moves;
        this.news = news;
        this.outlets = outlets;
        this.outletTable = outletTable;
        this.editions = editions;
        this.gate = gate;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(EditionPublished published) {
        Optional<Edition> edition = editions.current(published.item(), gate.anybody());
        if (edition.isEmpty() || edition.get().content().scope() != AudienceScope.PUBLIC) {
            takeBack(published.item());
            news.forget(published.item());
            return;
        }
        news.note(edition.get(), published.at());
        List<Delivery> known = table.lockOfItem(published.item());
        for (Outlet outlet : outlets.reaching(published.organ())) {
            Optional<Delivery> delivery =
                    known.stream().filter(each -> each.outlet() == outlet.id()).findFirst();
            if (delivery.isPresent()) {
                renew(delivery.get(), outlet, edition.get());
            } else if (takes(outlet, edition.get())) {
                plan(edition.get(), outlet, By.THE_PROGRAM);
            }
        }
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn withdrawn) {
        if (editions.current(withdrawn.item(), gate.anybody()).isEmpty()) {
            takeBack(withdrawn.item());
            news.forget(withdrawn.item());
        }
    }

    /**
     * Plans an item for an outlet in the running transaction: for the service when there is access to it, otherwise for a clerk.
     *
     * @return the delivery; empty when there is one already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> plan(Edition edition, Outlet outlet, By by) {
        Instant now = clock.instant();
        boolean program = byProgram(outlet);
        Optional<Long> id = table.insert(
                edition,
                outlet.id(),
                program ? DeliveryState.WAITING : DeliveryState.FOR_CLERK,
                program ? now : null,
                by.actor(),
                now);
        id.ifPresent(planned -> {
            audit.record(
                    by.actor(),
                    "delivery.planned",
                    "channel.delivery:" + planned,
                    null,
                    outlet.carrier() + " item " + edition.item().value());
            if (outlet.carrier().work() == Carrier.Work.AT_ONCE) {
                atOnce(table.lock(planned).orElseThrow(), outlet, by);
            }
        });
        return id;
    }

    /** Plans once more what was cancelled or taken back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planAgain(Delivery delivery, Edition edition, Outlet outlet, By by) {
        table.renew(delivery.id(), edition);
        Change waiting = Change.to(delivery, DeliveryState.WAITING)
                .step(null)
                .attempts(0)
                .problem(null)
                .due(clock.instant());
        moves.move(delivery, DeliveryAction.PLAN_AGAIN, waiting, by, "");
        Delivery now = table.find(delivery.id()).orElseThrow();
        if (outlet.carrier().work() == Carrier.Work.AT_ONCE) {
            atOnce(now, outlet, by);
        } else if (!byProgram(outlet)) {
            moves.move(now, DeliveryAction.TAKE_OVER, Change.to(now, DeliveryState.FOR_CLERK), By.THE_PROGRAM, "");
        }
    }

    private void atOnce(Delivery delivery, Outlet outlet, By by) {
        moves.arrived(delivery, DeliveryAction.ARRIVE, outlet.carrier(), LocalDate.now(clock), outlet.name(), by);
    }

    private static boolean byProgram(Outlet outlet) {
        return outlet.carrier().work() == Carrier.Work.AT_ONCE
                || outlet.carrier().work() == Carrier.Work.SERVICE && outlet.connected();
    }

    /** What has not gone out goes out in the new edition; what has is looked at by a clerk. */
    private void renew(Delivery delivery, Outlet outlet, Edition edition) {
        if (delivery.edition().equals(edition.id())) {
            return;
        }
        switch (delivery.state()) {
            case WAITING, FOR_CLERK, STUCK -> {
                if (delivery.step() == null) {
                    table.edition(delivery.id(), edition);
                } else {
                    table.outdated(delivery.id(), true);
                }
            }
            case SENDING, UNSURE -> table.outdated(delivery.id(), true);
            case DELIVERED -> {
                if (outlet.carrier().work() == Carrier.Work.AT_ONCE) {
                    table.edition(delivery.id(), edition);
                } else {
                    table.outdated(delivery.id(), true);
                }
            }
            case CANCELLED, TAKEN_BACK -> {
                if (takes(outlet, edition)) {
                    planAgain(delivery, edition, outlet, By.THE_PROGRAM);
                }
            }
            case TO_TAKE_BACK -> {
                // it is taken back first; then a clerk may plan it again
            }
        }
    }

    private void takeBack(ItemId item) {
        for (Delivery delivery : table.lockOfItem(item)) {
            Outlet outlet = outletTable.find(delivery.outlet()).orElseThrow();
            DeliveryState to = withdrawnState(delivery);
            if (to == null) {
                if (delivery.state() == DeliveryState.SENDING || delivery.state() == DeliveryState.UNSURE) {
                    table.withdrawn(delivery.id());
                }
                continue;
            }
            moves.move(delivery, DeliveryAction.WITHDRAW, Change.to(delivery, to), By.THE_PROGRAM, "");
            table.outdated(delivery.id(), false);
            if (to == DeliveryState.TO_TAKE_BACK && outlet.carrier().work() == Carrier.Work.AT_ONCE) {
                Delivery now = table.find(delivery.id()).orElseThrow();
                moves.move(now, DeliveryAction.TAKE_BACK, Change.to(now, DeliveryState.TAKEN_BACK), By.THE_PROGRAM, "");
            }
        }
    }

    private static @Nullable DeliveryState withdrawnState(Delivery delivery) {
        return DeliveryTransitions.after(delivery.state(), DeliveryAction.WITHDRAW)
                .orElse(null);
    }

    private boolean takes(Outlet outlet, Edition edition) {
        return switch (outlet.takes()) {
            case NONE -> false;
            case ALL -> true;
            case COLUMNS ->
                outlet.columns().stream()
                        .flatMap(code -> catalogue.columnByCode(code).stream())
                        .map(Column::id)
                        .anyMatch(root -> edition.content().column() != null
                                && catalogue
                                        .subtree(root)
                                        .contains(edition.content().column()));
        };
    }
}
