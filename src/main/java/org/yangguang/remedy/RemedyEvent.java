package org.yangguang.remedy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a remedy's history; never changed.
 *
 * @param words empty when there are none, and when they were erased
 */
public record RemedyEvent(
        int number,
        RemedyAct act,
        LocalDate on,
        Instant at,
        String by,
        @Nullable Ending ending,
        String words) {}
