package org.yangguang.channel;

import java.util.List;
import org.yangguang.disclosure.Reason;

/** What came of an act. */
public sealed interface Outcome {

    /** @param id of what was made or changed */
    record Done(long id) implements Outcome {}

    /** Nothing changed; every reason is given at once. */
    record Refused(List<Reason> reasons) implements Outcome {}

    static Outcome of(List<Reason> reasons, java.util.function.LongSupplier work) {
        return reasons.isEmpty() ? new Done(work.getAsLong()) : new Refused(List.copyOf(reasons));
    }

    default List<Reason> reasons() {
        return this instanceof Refused refused ? refused.reasons() : List.of();
    }
}
