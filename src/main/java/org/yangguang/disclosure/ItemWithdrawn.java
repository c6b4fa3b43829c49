package org.yangguang.disclosure;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/** A published item was taken back; a tombstone with the reason stands in its place. */
public record ItemWithdrawn(ItemId item, OrganId organ, String reason, boolean emergency, Instant at) {}
