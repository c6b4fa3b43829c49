package org.yangguang.engagement;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/**
 * Something that was done to a letter.
 *
 * @param organ organ that had the letter afterwards
 * @param byName officer; empty for the writer
 */
public record LetterEvent(
        LetterAction action,
        LetterState from,
        LetterState to,
        OrganId organ,
        Instant at,
        long byId,
        String byName,
        OrganId byOrgan,
        String note) {}
