package org.yangguang.engagement;

/** What may be done to an affair. */
public enum AffairAction {
    SUBMIT,
    RETURN,
    PUBLISH,
    WITHDRAW,
    /** Takes what was withdrawn back into work. */
    REVISE
}
