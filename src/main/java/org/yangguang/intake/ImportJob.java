package org.yangguang.intake;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;
import org.yangguang.organ.OrganId;

/**
 * One run of an import, with how far it is.
 *
 * @param name what the officer knows the delivery by: the name of its file or folder
 * @param total rows that there are; null until they are counted
 * @param read rows that are done with
 * @param taken items that were taken in, or would be in a trial
 * @param known rows that were taken in before
 * @param failure why it ended early
 */
public record ImportJob(
        long id,
        OrganId organ,
        String name,
        Path place,
        ImportPlan plan,
        State state,
        String actor,
        @Nullable Long total,
        long read,
        long taken,
        long known,
        long refused,
        @Nullable Reason failure,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public enum State {
        /** The officer has still to say how it is read. */
        NEW,
        WAITING,
        RUNNING,
        DONE,
        /** Ended early; what was taken until then stays. */
        FAILED
    }

    public boolean open() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
