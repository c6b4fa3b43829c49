package org.yangguang.notify.internal;

import org.yangguang.notify.Message;

/** A way out of the house. */
public interface Transport {

    Message.Way way();

    boolean configured();

    /**
     * Hands a message over once.
     *
     * @param id the same for every attempt at the same message, so that the other side can tell a repetition
     */
    Attempt deliver(String id, Message message);

    /** How one attempt ended; {@code problem} holds no address and no text of the message. */
    sealed interface Attempt {

        record Delivered() implements Attempt {}

        /** The other side will never take it. */
        record Refused(String problem) implements Attempt {}

        /** It may go better later. */
        record Failed(String problem) implements Attempt {}

        /** The other side cannot be reached at all; further messages this way need not be tried now. */
        record Unreachable(String problem) implements Attempt {}
    }
}
