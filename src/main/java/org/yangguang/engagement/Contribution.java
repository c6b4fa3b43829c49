package org.yangguang.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question before a meeting, or an opinion on a draft; its own words are sealed and not in here.
 *
 * @param shown what the public reads of it; empty while nothing is prepared
 * @param answer to the question, or what became of the opinion and why
 */
public record Contribution(
        long id,
        long affair,
        State state,
        int version,
        LocalDate receivedOn,
        boolean suspect,
        String shown,
        String answer,
        @Nullable Adoption adoption,
        @Nullable Long preparedBy,
        String preparedByName) {

    public enum State {
        NEW,
        /** Somebody wrote what shall be shown. */
        PREPARED,
        /** Somebody else released it. */
        SHOWN,
        DISCARDED
    }

    /** What became of an opinion. */
    public enum Adoption {
        ADOPTED,
        PARTLY,
        NOT_ADOPTED
    }
}
