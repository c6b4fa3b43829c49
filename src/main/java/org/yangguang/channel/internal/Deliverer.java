package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.DeliveryAction;
import org.yangguang.channel.DeliveryState;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.internal.DeliveryMoves.By;
import org.yangguang.channel.internal.DeliveryTable.Change;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.VisibilityGate;

/**
 * Brings what is due to its services, each exactly once: an attempt is noted before it is made and its end after. When the end is missing,
 * because the answer was lost or this program was stopped, the service is asked before anything is sent again. No database transaction
 * is open while a service is spoken with; safe on several nodes at once.
 */
@Component
class Deliverer {

    /** Longer than all calls of an attempt can last. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration SECOND_LOOK = Duration.ofMinutes(2);
    private static final String NOT_SEEN = "channel.problem.notSeen";
    private static final int MOST_ATTEMPTS = 150;
    private static final int MOST_AT_ONCE = 500;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));
    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

    private final DeliveryTable table;
    private final OutletTable outlets;
    private final DeliveryMoves moves;
    private final Editions editions;
    private final VisibilityGate gate;
    private final PostTexts texts;
    private final Map<Carrier, Connector> connectors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deliverer(
            DeliveryTable table,
            OutletTable outlets,
            DeliveryMoves moves,
            Editions editions,
            VisibilityGate gate,
            PostTexts texts,
            List<Connector> connectors,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.outlets = outlets;
        this.moves = moves;
        this.editions = editions;
        this.gate = gate;
        this.texts = texts;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::carrier, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An attempt that has been noted. */
    private record Begun(Delivery delivery, Outlet outlet, Credentials credentials, Edition edition, boolean asking) {}

    /** Turns to everything that is due. */
    void deliverDue() {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Instant now = clock.instant();
            Optional<Optional<Begun>> next =
                    transaction.execute(status -> table.nextDue(now).map(delivery -> begin(delivery, now)));
            if (next == null || next.isEmpty()) {
                return;
            }
            next.get().ifPresent(this::perform);
        }
    }

    /** Empty when there is nothing to be said to the service. */
    private Optional<Begun> begin(Delivery delivery, Instant now) {
        Outlet outlet = outlets.find(delivery.outlet()).orElseThrow();
        Optional<Credentials> credentials = outlets.credentials(outlet.id());
        boolean asking = delivery.state() != DeliveryState.WAITING;
        Optional<Edition> edition =
                asking ? editions.find(delivery.edition()) : editions.current(delivery.item(), gate.anybody());
        if (credentials.isEmpty() || !connectors.containsKey(outlet.carrier())) {
            toClerk(delivery, asking);
            return Optional.empty();
        }
        if (edition.isEmpty()) {
            moves.move(
                    delivery, DeliveryAction.CANCEL, Change.to(delivery, DeliveryState.CANCELLED), By.THE_PROGRAM, "");
            return Optional.empty();
        }
        Delivery begun = delivery;
        if (delivery.state() == DeliveryState.SENDING) {
            Change lost = Change.to(delivery, DeliveryState.UNSURE).due(now).problem("channel.problem.stopped");
            moves.move(delivery, DeliveryAction.LOSE, lost, By.THE_PROGRAM, "channel.problem.stopped");
            begun = table.find(delivery.id()).orElseThrow();
        }
        Change reserved = Change.to(begun, asking ? DeliveryState.UNSURE : DeliveryState.SENDING)
                .attempts(begun.attempts() + 1)
                .due(now.plus(LEASE));
        if (asking) {
            table.change(begun.id(), reserved, now);
        } else {
            moves.move(begun, DeliveryAction.RESERVE, reserved, By.THE_PROGRAM, "");
        }
        return Optional.of(
                new Begun(table.find(begun.id()).orElseThrow(), outlet, credentials.get(), edition.get(), asking));
    }

    /** Access was taken away: a clerk posts, and looks first where nobody knows whether it is there. */
    private void toClerk(Delivery delivery, boolean asking) {
        if (!asking) {
            Change change = Change.to(delivery, DeliveryState.FOR_CLERK);
            moves.move(delivery, DeliveryAction.TAKE_OVER, change, By.THE_PROGRAM, "");
        } else {
            Change change = Change.to(delivery, DeliveryState.STUCK).problem("channel.problem.unknown");
            moves.move(delivery, DeliveryAction.GIVE_UP, change, By.THE_PROGRAM, "channel.problem.unknown");
        }
    }

    private void perform(Begun begun) {
        Connector connector =
                java.util.Objects.requireNonNull(connectors.get(begun.outlet().carrier()));
        Post post = texts.of(begun.delivery(), begun.edition());
        long outlet = begun.outlet().id();
        String step = begun.delivery().step();
        Attempt attempt = begun.asking()
                ? connector.ask(post, outlet, begun.credentials(), step)
                : connector.send(post, outlet, begun.credentials(), step);
        transaction.executeWithoutResult(status -> table.lock(begun.delivery().id())
                .filter(now -> now.version() == begun.delivery().version())
                .ifPresent(now -> end(now, begun.outlet(), attempt)));
    }

    private void end(Delivery delivery, Outlet outlet, Attempt attempt) {
        if (attempt instanceof Attempt.Arrived arrived) {
            LocalDate today = LocalDate.now(clock);
            moves.arrived(
                    delivery, DeliveryAction.ARRIVE, outlet.carrier(), today, arrived.reference(), By.THE_PROGRAM);
            free(outlet);
        } else if (attempt instanceof Attempt.Going going) {
            Change change = Change.to(delivery, DeliveryState.WAITING)
                    .step(going.step())
                    .attempts(0)
                    .problem(null)
                    .due(clock.instant().plus(going.after()));
            moves.move(delivery, DeliveryAction.PROCEED, change, By.THE_PROGRAM, "");
            free(outlet);
        } else if (attempt instanceof Attempt.Absent) {
            absent(delivery);
            free(outlet);
        } else if (attempt instanceof Attempt.Refused refused) {
            giveUp(delivery, refused.problem());
        } else if (attempt instanceof Attempt.Later later) {
            later(delivery, outlet, later);
        } else if (attempt instanceof Attempt.Lost lost) {
            lost(delivery, lost);
        }
    }

    /** Lists of services lag behind: what is not there is looked for once more before it is sent again. */
    private void absent(Delivery delivery) {
        if (!NOT_SEEN.equals(delivery.problem())) {
            Change again = Change.to(delivery, DeliveryState.UNSURE)
                    .problem(NOT_SEEN)
                    .due(clock.instant().plus(SECOND_LOOK));
            moves.move(delivery, DeliveryAction.LOSE, again, By.THE_PROGRAM, NOT_SEEN);
            return;
        }
        Change change = Change.to(delivery, DeliveryState.WAITING).problem(null).due(clock.instant());
        moves.move(delivery, DeliveryAction.ABSENT, change, By.THE_PROGRAM, "");
        if (delivery.withdrawn()) {
            Delivery now = table.find(delivery.id()).orElseThrow();
            moves.move(now, DeliveryAction.WITHDRAW, Change.to(now, DeliveryState.CANCELLED), By.THE_PROGRAM, "");
        }
    }

    private void later(Delivery delivery, Outlet outlet, Attempt.Later later) {
        if (!later.problem().equals(outlet.problem())) {
            log.warn("outlet {} ({}) takes nothing now: {}", outlet.id(), outlet.carrier(), later.problem());
        }
        outlets.hold(outlet.id(), clock.instant().plus(later.pause()), later.problem());
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            giveUp(delivery, later.problem());
            return;
        }
        boolean asking = delivery.state() == DeliveryState.UNSURE;
        Change change = Change.to(delivery, asking ? DeliveryState.UNSURE : DeliveryState.WAITING)
                .problem(later.problem())
                .due(clock.instant().plus(asking ? Duration.ZERO : pause(delivery)));
        DeliveryAction action = asking ? DeliveryAction.LOSE : DeliveryAction.POSTPONE;
        moves.move(delivery, action, change, By.THE_PROGRAM, later.problem());
    }

    private void lost(Delivery delivery, Attempt.Lost lost) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            giveUp(delivery, lost.problem());
            return;
        }
        Change change = Change.to(delivery, DeliveryState.UNSURE)
                .problem(lost.problem())
                .due(clock.instant().plus(lost.quiet()));
        moves.move(delivery, DeliveryAction.LOSE, change, By.THE_PROGRAM, lost.problem());
    }

    private void giveUp(Delivery delivery, String problem) {
        Change change = Change.to(delivery, DeliveryState.STUCK).problem(problem);
        moves.move(delivery, DeliveryAction.GIVE_UP, change, By.THE_PROGRAM, problem);
    }

    private void free(Outlet outlet) {
        if (outlet.heldUntil() != null || outlet.problem() != null) {
            outlets.hold(outlet.id(), null, null);
        }
    }

    private static Duration pause(Delivery delivery) {
        return PAUSES.get(Math.min(Math.max(delivery.attempts(), 1), PAUSES.size()) - 1);
    }
}
