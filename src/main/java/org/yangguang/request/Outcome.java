package org.yangguang.request;

import java.util.List;

/** What came of an act on a case. */
public sealed interface Outcome {

    /** @param version version that the next act on the case must name */
    record Done(CaseId id, CaseState state, int version) implements Outcome {}

    /** Nothing changed; every reason is given at once. */
    record Refused(List<Reason> reasons) implements Outcome {}

    static Refused refused(Reason... reasons) {
        return new Refused(List.of(reasons));
    }

    default boolean done() {
        return this instanceof Done;
    }
}
