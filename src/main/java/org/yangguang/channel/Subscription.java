package org.yangguang.channel;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * What somebody wants to be told of by mail. Their address is known to nobody but the program that sends.
 *
 * @param organ items of this organ; null for all organs
 * @param column code of a column, those below it included; null for all columns
 * @param query words of a saved search; null when nothing is searched
 * @param sentAt when the last mail was made, or when it was confirmed
 */
public record Subscription(
        long id,
        @Nullable OrganId organ,
        @Nullable String column,
        @Nullable String query,
        Frequency frequency,
        Locale language,
        State state,
        @Nullable Instant sentAt) {

    public enum Frequency {
        DAILY,
        WEEKLY
    }

    public enum State {
        /** Asked for, and not confirmed from the mailbox. */
        ASKED,
        CONFIRMED,
        LEFT
    }
}
