package org.yangguang.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Organ;

/**
 * Whether the work of an organ is done by somebody on a day.
 *
 * @param a who is filed as A; null when nobody is
 * @param absentUntil last day of A's absence; null when A is there
 * @param missing posts that nobody holds
 * @param changes how often A changed within a year
 */
public record Coverage(
        Organ organ,
        State state,
        @Nullable Filing a,
        @Nullable Filing b,
        @Nullable LocalDate absentUntil,
        List<Filing.Post> missing,
        int changes) {

    /** From the worst to the best. */
    public enum State {
        /** Neither A nor B is there. */
        UNCOVERED,
        /** A is missing or away, B does the work. */
        B_ACTS,
        /** A is there, but nobody would step in. */
        NO_SUBSTITUTE,
        COVERED
    }

    /** Changes within a year from which on they are too many (人员变动频繁). */
    public static final int OFTEN = 2;

    public boolean gap() {
        return state != State.COVERED || !missing.isEmpty();
    }
}
