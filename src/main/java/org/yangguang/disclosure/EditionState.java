package org.yangguang.disclosure;

/** Where an edition stands. An item has no state; its editions have. */
public enum EditionState {
    DRAFT,
    SECRECY_REVIEW,
    /** The secrecy officer waits for another organ's answer. */
    SECRECY_CONFIRMATION,
    LEADER_REVIEW,
    /** The leader waits for another organ's answer. */
    LEADER_CONFIRMATION,
    /** Approved, to be published at its time or by hand. */
    APPROVED,
    /** Approved as on request or withheld: on the register, never published. */
    REGISTERED,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN,
    DISCARDED
}
