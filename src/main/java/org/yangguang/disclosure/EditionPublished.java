package org.yangguang.disclosure;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/** An edition of an item went public (or to its audience), perhaps superseding another. */
public record EditionPublished(ItemId item, EditionId edition, OrganId organ, Instant at) {}
