package org.yangguang.statistics;

/** Where a statement stands. */
public enum StatementState {
    /** Nobody has begun it: its figures are what the facts say now. */
    LIVE,
    /** Figures follow the facts; corrections are entered. */
    DRAFT,
    /** Figures are those of the moment of submission. */
    SUBMITTED,
    /** Sent back with an opinion; figures follow the facts again. */
    RETURNED,
    ACCEPTED,
    /** Never changes any more, whatever the facts do. */
    FROZEN;

    /** Whether figures follow the facts, and corrections may be entered. */
    public boolean open() {
        return this == LIVE || this == DRAFT || this == RETURNED;
    }
}
