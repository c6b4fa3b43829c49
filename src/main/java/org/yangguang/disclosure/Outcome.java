package org.yangguang.disclosure;

import java.util.List;

/** What came of an act. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param edition the edition that the act was for; for a new edition or item, that one
     * @param version version that the next act on it must name
     */
    record Done(ItemId item, EditionId edition, EditionState state, int version) implements Outcome {}

    /** Nothing changed; every reason is given at once. */
    record Refused(List<Reason> reasons) implements Outcome {}

    static Refused refused(Reason... reasons) {
        return new Refused(List.of(reasons));
    }

    default boolean done() {
        return this instanceof Done;
    }
}
