package org.yangguang.channel;

/** What moves a delivery. */
public enum DeliveryAction {
    /** The program begins an attempt. */
    RESERVE,
    /** A step is done and another follows. */
    PROCEED,
    /** The service has it. */
    ARRIVE,
    /** The service certainly does not have it; it is tried again later. */
    POSTPONE,
    /** Nobody knows whether the service has it. */
    LOSE,
    /** The service was asked and does not have it. */
    ABSENT,
    /** The program gives up. */
    GIVE_UP,
    /** Planned once more after it had been cancelled or taken back. */
    PLAN_AGAIN,
    /** A clerk lets the program try once more. */
    RETRY,
    /** A clerk takes it over. */
    TAKE_OVER,
    /** A clerk has brought it there. */
    CONFIRM,
    /** A clerk decides that it does not go out by this way. */
    CANCEL,
    /** The item was withdrawn from the website. */
    WITHDRAW,
    /** A clerk has taken it back. */
    TAKE_BACK
}
