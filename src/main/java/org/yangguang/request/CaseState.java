package org.yangguang.request;

/** Where an application stands. */
public enum CaseState {
    /** Before it arrives. */
    NEW,
    /** It is here, but its date of receipt depends on a confirmation with the applicant. */
    AWAITING_CONFIRMATION,
    /** Received and on the register; nobody has it in hand. */
    REGISTERED,
    IN_HAND,
    /** The applicant was asked to correct it; no period runs. */
    AWAITING_CORRECTION,
    /** Third parties or other organs were asked. */
    CONSULTING,
    AWAITING_PAYMENT,
    SECRECY_REVIEW,
    LEADER_REVIEW,
    /** The reply is approved and waits to be served. */
    APPROVED,
    CLOSED;

    public boolean open() {
        return this != CLOSED;
    }
}
