package org.yangguang.remedy;

import static org.yangguang.remedy.RemedyKind.COMPLAINT;
import static org.yangguang.remedy.RemedyKind.LITIGATION;
import static org.yangguang.remedy.RemedyKind.RECONSIDERATION;
import static org.yangguang.remedy.RemedyState.ADMITTED;
import static org.yangguang.remedy.RemedyState.DECIDED;
import static org.yangguang.remedy.RemedyState.FILED;

import java.util.Set;

/** What can happen to a remedy: from which states, and for which kinds; what is not here is refused. */
public enum RemedyAct {
    FILE(Set.of(), Set.of(RECONSIDERATION, LITIGATION, COMPLAINT)),
    ADMIT(Set.of(FILED), Set.of(RECONSIDERATION, LITIGATION, COMPLAINT)),
    /** The copy of application or complaint reaches the organ; its days for the answer run. */
    RECEIVE_COPY(Set.of(FILED, ADMITTED), Set.of(RECONSIDERATION, LITIGATION)),
    /** The organ's answer with its evidence is sent. */
    ANSWER(Set.of(FILED, ADMITTED), Set.of(RECONSIDERATION, LITIGATION, COMPLAINT)),
    /** The authority takes 30 more days (行政复议法 Art. 62). */
    EXTEND(Set.of(ADMITTED), Set.of(RECONSIDERATION)),
    DECIDE(Set.of(FILED, ADMITTED), Set.of(RECONSIDERATION, LITIGATION, COMPLAINT)),
    NOTE(Set.of(FILED, ADMITTED, DECIDED), Set.of(RECONSIDERATION, LITIGATION, COMPLAINT));

    private final Set<RemedyState> from;
    private final Set<RemedyKind> kinds;

    RemedyAct(Set<RemedyState> from, Set<RemedyKind> kinds) {
        this.from = from;
        this.kinds = kinds;
    }

    public boolean possible(RemedyState state, RemedyKind kind) {
        return from.contains(state) && kinds.contains(kind);
    }

    RemedyState to(RemedyState state) {
        return this == ADMIT ? ADMITTED : this == DECIDE ? DECIDED : state;
    }
}
