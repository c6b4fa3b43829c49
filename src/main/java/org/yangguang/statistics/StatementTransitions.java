package org.yangguang.statistics;

import static org.yangguang.statistics.StatementState.ACCEPTED;
import static org.yangguang.statistics.StatementState.DRAFT;
import static org.yangguang.statistics.StatementState.FROZEN;
import static org.yangguang.statistics.StatementState.LIVE;
import static org.yangguang.statistics.StatementState.RETURNED;
import static org.yangguang.statistics.StatementState.SUBMITTED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The legal moves of a statement; what is not here is refused. */
public enum StatementTransitions {
    BEGIN(LIVE, Action.BEGIN, DRAFT, Side.ORGAN),
    SUBMIT(DRAFT, Action.SUBMIT, SUBMITTED, Side.ORGAN),
    SUBMIT_AGAIN(RETURNED, Action.SUBMIT, SUBMITTED, Side.ORGAN),
    TAKE_BACK(SUBMITTED, Action.TAKE_BACK, DRAFT, Side.ORGAN),
    RETURN(SUBMITTED, Action.RETURN, RETURNED, Side.DISTRICT),
    ACCEPT(SUBMITTED, Action.ACCEPT, ACCEPTED, Side.DISTRICT),
    RETURN_ACCEPTED(ACCEPTED, Action.RETURN, RETURNED, Side.DISTRICT),
    FREEZE(ACCEPTED, Action.FREEZE, FROZEN, Side.DISTRICT);

    /** What is done. */
    public enum Action {
        BEGIN,
        SUBMIT,
        TAKE_BACK,
        RETURN,
        ACCEPT,
        FREEZE
    }

    /** Who does it. */
    public enum Side {
        /** The disclosure office (政府信息公开工作机构) of the organ, or the district office for its own statement. */
        ORGAN,
        /** The district office (主管部门), and not by the officer who submitted. */
        DISTRICT
    }

    private final StatementState from;
    private final Action action;
    private final StatementState to;
    private final Side side;

    StatementTransitions(StatementState from, Action action, StatementState to, Side side) {
        this.from = from;
        this.action = action;
        this.to = to;
        this.side = side;
    }

    public static Optional<StatementTransitions> of(StatementState from, Action action) {
        return Arrays.stream(values())
                .filter(each -> each.from == from && each.action == action)
                .findFirst();
    }

    public static List<StatementTransitions> from(StatementState state) {
        return Arrays.stream(values()).filter(each -> each.from == state).toList();
    }

    public Action action() {
        return action;
    }

    public StatementState to() {
        return to;
    }

    public Side side() {
        return side;
    }
}
