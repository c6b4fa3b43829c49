package org.yangguang.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A meeting or a training session.
 *
 * @param heads how many came; those who are named in the list are among them
 * @param version goes up with every change; a change made to another version is refused
 */
public record Gathering(
        long id,
        OrganId organ,
        Kind kind,
        String title,
        String place,
        LocalDate on,
        String about,
        State state,
        int heads,
        int version) {

    public enum Kind {
        /** 政府信息公开工作会议. */
        MEETING(false),
        /** 专题会议. */
        SPECIAL_MEETING(false),
        /** 周末课堂. */
        WEEKEND_CLASS(true),
        /** 集中培训. */
        CENTRAL(true),
        /** 以会代训. */
        AT_MEETING(true),
        /** 上门演示、电话咨询、网络交流: one-to-one; training, but no class. */
        ONE_TO_ONE(true);

        private final boolean training;

        Kind(boolean training) {
            this.training = training;
        }

        public boolean training() {
            return training;
        }
    }

    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    public enum Action {
        HOLD,
        CANCEL
    }

    /** A legal move; what is not in {@link #MOVES} is refused. */
    public record Move(State from, Action action, State to) {}

    public static final List<Move> MOVES = List.of(
            new Move(State.PLANNED, Action.HOLD, State.HELD), new Move(State.PLANNED, Action.CANCEL, State.CANCELLED));

    public static Optional<State> after(State from, Action action) {
        return MOVES.stream()
                .filter(move -> move.from() == from && move.action() == action)
                .map(Move::to)
                .findFirst();
    }

    /** Somebody who came. */
    public record Attendance(@Nullable OrganId organ, String organName, String person) {}
}
