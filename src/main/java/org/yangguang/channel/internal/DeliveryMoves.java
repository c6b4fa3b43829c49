package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.DeliveryAction;
import org.yangguang.channel.DeliveryState;
import org.yangguang.channel.DeliveryTransitions;
import org.yangguang.channel.internal.DeliveryTable.Change;
import org.yangguang.disclosure.Releases;

/** Moves locked deliveries along {@link DeliveryTransitions}, with their record, the audit chain and the releases of the item. */
@Component
public class DeliveryMoves {

    public static final String PROGRAM = "system:channel";

    /** What the program tries again and again is in the delivery's own record, not in the audit chain. */
    private static final Set<DeliveryAction> TRYING = EnumSet.of(
            DeliveryAction.RESERVE,
            DeliveryAction.PROCEED,
            DeliveryAction.POSTPONE,
            DeliveryAction.LOSE,
            DeliveryAction.ABSENT);

    private final DeliveryTable table;
    private final Releases releases;
    private final AuditTrail audit;
    private final Clock clock;

    DeliveryMoves(DeliveryTable table, Releases releases, AuditTrail audit, Clock clock) {
        this.table = table;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who does it. */
    public record By(String actor, String name) {

        /** The program itself; it has no name. */
        public static final By THE_PROGRAM = new By(PROGRAM, "");
    }

    /**
     * Moves it.
     *
     * @param change what it is afterwards; its state is that of the transition
     * @throws IllegalStateException when the move is not in the table
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Delivery before, DeliveryAction action, Change change, By by, String note) {
        DeliveryState to = DeliveryTransitions.after(before.state(), action)
                .orElseThrow(() -> new IllegalStateException(before.state() + " knows no " + action));
        if (to != change.state()) {
            throw new IllegalStateException(action + " leads to " + to + ", not to " + change.state());
        }
        table.change(before.id(), change, clock.instant());
        if (action != DeliveryAction.RESERVE) {
            table.note(before.id(), action, by.name(), note, clock.instant());
        }
        if (!TRYING.contains(action)) {
            audit.record(
                    by.actor(),
                    "delivery."
                            + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    "channel.delivery:" + before.id(),
                    before.state().name(),
                    change.toString());
        }
    }

    /** It has arrived: the item has a release by this way from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(
            Delivery before, DeliveryAction action, Carrier carrier, LocalDate on, String reference, By by) {
        Change change = Change.to(before, DeliveryState.DELIVERED).delivered(on, reference);
        move(before, action, change, by, reference);
        releases.delivered(by.actor(), before.item(), carrier.counted(), on, reference);
        if (before.withdrawn()) {
            Delivery now = table.find(before.id()).orElseThrow();
            move(now, DeliveryAction.WITHDRAW, Change.to(now, DeliveryState.TO_TAKE_BACK), By.THE_PROGRAM, "");
        }
    }
}
