package org.yangguang.catalogue;

import java.time.Instant;
import org.yangguang.organ.OrganId;

/**
 * A guide being prepared.
 *
 * @param version rises with every save; a save names the version it changes
 */
public record GuideDraft(OrganId organ, int version, GuideText text, String savedBy, Instant savedAt) {}
