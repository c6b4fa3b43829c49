package org.yangguang.channel.internal;

import java.time.Duration;

/** How one call of a service ended. A problem is a message key and holds nothing of what was sent. */
sealed interface Attempt {

    /** The service has it, under this reference. */
    record Arrived(String reference) implements Attempt {}

    /** A step is done; the next is due after a while. */
    record Going(String step, Duration after) implements Attempt {}

    /** Asked, and it is not there. */
    record Absent() implements Attempt {}

    /** It certainly did nothing and takes nothing for so long. */
    record Later(String problem, Duration pause) implements Attempt {}

    /** Nobody knows whether it did something; it may be asked after a while. */
    record Lost(String problem, Duration quiet) implements Attempt {}

    /** It will never take this. */
    record Refused(String problem) implements Attempt {}
}
