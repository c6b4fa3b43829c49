package org.yangguang.channel;

/** Where a delivery stands. */
public enum DeliveryState {
    /** The program will bring it to the service. */
    WAITING,
    /** The program is at it; found so after a crash, it is {@link #UNSURE}. */
    SENDING,
    /** The service was asked and its answer did not come: whether the item arrived is asked before anything else is done. */
    UNSURE,
    /** Prepared for a clerk, who brings it there and confirms it. */
    FOR_CLERK,
    /** The service will not take it, or could not be asked for too long: a clerk decides. */
    STUCK,
    DELIVERED,
    /** It was delivered, and has been withdrawn from the website since. */
    TO_TAKE_BACK,
    TAKEN_BACK,
    /** It never went out by this way. */
    CANCELLED
}
