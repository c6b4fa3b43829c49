package org.yangguang.channel;

import static org.yangguang.channel.DeliveryAction.ABSENT;
import static org.yangguang.channel.DeliveryAction.ARRIVE;
import static org.yangguang.channel.DeliveryAction.CANCEL;
import static org.yangguang.channel.DeliveryAction.CONFIRM;
import static org.yangguang.channel.DeliveryAction.GIVE_UP;
import static org.yangguang.channel.DeliveryAction.LOSE;
import static org.yangguang.channel.DeliveryAction.PLAN_AGAIN;
import static org.yangguang.channel.DeliveryAction.POSTPONE;
import static org.yangguang.channel.DeliveryAction.PROCEED;
import static org.yangguang.channel.DeliveryAction.RESERVE;
import static org.yangguang.channel.DeliveryAction.RETRY;
import static org.yangguang.channel.DeliveryAction.TAKE_BACK;
import static org.yangguang.channel.DeliveryAction.TAKE_OVER;
import static org.yangguang.channel.DeliveryAction.WITHDRAW;
import static org.yangguang.channel.DeliveryState.CANCELLED;
import static org.yangguang.channel.DeliveryState.DELIVERED;
import static org.yangguang.channel.DeliveryState.FOR_CLERK;
import static org.yangguang.channel.DeliveryState.SENDING;
import static org.yangguang.channel.DeliveryState.STUCK;
import static org.yangguang.channel.DeliveryState.TAKEN_BACK;
import static org.yangguang.channel.DeliveryState.TO_TAKE_BACK;
import static org.yangguang.channel.DeliveryState.UNSURE;
import static org.yangguang.channel.DeliveryState.WAITING;

import java.util.List;
import java.util.Optional;

/**
 * Every legal move of a delivery; what is not in here is refused. What a service may have can only be asked for ({@link
 * DeliveryState#UNSURE}), never sent again unasked: that is why {@link DeliveryAction#RETRY} leads there.
 */
public final class DeliveryTransitions {

    public record Move(DeliveryState from, DeliveryAction action, DeliveryState to) {}

    public static final List<Move> ALL = List.of(
            new Move(WAITING, RESERVE, SENDING),
            new Move(SENDING, PROCEED, WAITING),
            new Move(SENDING, ARRIVE, DELIVERED),
            new Move(SENDING, POSTPONE, WAITING),
            new Move(SENDING, LOSE, UNSURE),
            new Move(SENDING, GIVE_UP, STUCK),
            new Move(UNSURE, PROCEED, WAITING),
            new Move(UNSURE, ARRIVE, DELIVERED),
            new Move(UNSURE, ABSENT, WAITING),
            new Move(UNSURE, LOSE, UNSURE),
            new Move(UNSURE, GIVE_UP, STUCK),
            new Move(STUCK, RETRY, UNSURE),
            new Move(STUCK, TAKE_OVER, FOR_CLERK),
            new Move(STUCK, CONFIRM, DELIVERED),
            new Move(STUCK, CANCEL, CANCELLED),
            new Move(STUCK, WITHDRAW, TO_TAKE_BACK),
            new Move(WAITING, TAKE_OVER, FOR_CLERK),
            new Move(WAITING, ARRIVE, DELIVERED),
            new Move(WAITING, CANCEL, CANCELLED),
            new Move(WAITING, WITHDRAW, CANCELLED),
            new Move(FOR_CLERK, CONFIRM, DELIVERED),
            new Move(FOR_CLERK, CANCEL, CANCELLED),
            new Move(FOR_CLERK, WITHDRAW, CANCELLED),
            new Move(DELIVERED, WITHDRAW, TO_TAKE_BACK),
            new Move(TO_TAKE_BACK, TAKE_BACK, TAKEN_BACK),
            new Move(CANCELLED, PLAN_AGAIN, WAITING),
            new Move(TAKEN_BACK, PLAN_AGAIN, WAITING));

    private DeliveryTransitions() {}

    /** Where the action leads from here; empty when it is not allowed. */
    public static Optional<DeliveryState> after(DeliveryState from, DeliveryAction action) {
        return ALL.stream()
                .filter(move -> move.from() == from && move.action() == action)
                .map(Move::to)
                .findFirst();
    }
}
