package org.yangguang.disclosure;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/**
 * Somebody took a step of the review: submitted, returned, approved, withdrew.
 *
 * @param version version after the step
 */
public record EditionMoved(
        ItemId item, EditionId edition, OrganId organ, EditionState state, int version, Instant at) {}
