package org.yangguang.request;

/** What one who was asked answers. */
public enum Opinion {
    CONSENT,
    PARTIAL_CONSENT,
    OBJECTION
}
