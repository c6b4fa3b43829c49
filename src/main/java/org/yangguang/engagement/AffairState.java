package org.yangguang.engagement;

/** Where an affair stands. */
public enum AffairState {
    DRAFT,
    /** Waits for somebody who did not write it. */
    SUBMITTED,
    PUBLISHED,
    WITHDRAWN
}
