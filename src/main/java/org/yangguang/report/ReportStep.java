package org.yangguang.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The legal moves of an annual report; every other one is refused. */
public enum ReportStep {
    HAND_OVER(Map.of(ReportState.WRITING, ReportState.HANDED_OVER)),
    /** Its draft was not accepted, or is to be written anew. */
    TAKE_BACK(Map.of(ReportState.HANDED_OVER, ReportState.WRITING)),
    /** Its edition was published as it was handed over. */
    FREEZE(Map.of(ReportState.HANDED_OVER, ReportState.FROZEN)),
    /** A correction is to be written; what is frozen stays. */
    REOPEN(Map.of(ReportState.FROZEN, ReportState.WRITING));

    private final Map<ReportState, ReportState> moves;

    ReportStep(Map<ReportState, ReportState> moves) {
        this.moves = new EnumMap<>(moves);
    }

    /** Where it leads; empty when it is not allowed there. */
    public Optional<ReportState> from(ReportState state) {
        return Optional.ofNullable(moves.get(state));
    }
}
