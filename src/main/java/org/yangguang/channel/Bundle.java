package org.yangguang.channel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that go together: an issue of a gazette, or a list of what is handed to the archive.
 *
 * @param number within its year, from 1
 * @param doneOn when the issue came out, or the archive took the documents over
 * @param reference receipt of the archive; empty for a gazette
 */
public record Bundle(
        long id,
        long outlet,
        int year,
        int number,
        String title,
        State state,
        @Nullable LocalDate doneOn,
        String reference,
        int version) {

    /** Of an issue of a gazette: its name, year and number, as readers cite it. */
    public String fullTitle() {
        return title + " " + year + "年第" + number + "期";
    }

    public enum State {
        /** Items come in and go out. */
        OPEN,
        /** It came out, or was handed over. */
        DONE
    }

    public enum Action {
        FILL,
        FINISH
    }

    /** A legal move; what is not in {@link #MOVES} is refused. */
    public record Move(State from, Action action, State to) {}

    public static final List<Move> MOVES =
            List.of(new Move(State.OPEN, Action.FILL, State.OPEN), new Move(State.OPEN, Action.FINISH, State.DONE));

    public static Optional<State> after(State from, Action action) {
        return MOVES.stream()
                .filter(move -> move.from() == from && move.action() == action)
                .map(Move::to)
                .findFirst();
    }
}
