package org.yangguang.disclosure;

/** Whose step it is in the three-level review (三级审查); one person acts in one stage of an edition only. */
public enum Stage {
    /** 承办人. */
    HANDLING,
    /** 保密员. */
    SECRECY,
    /** 分管领导. */
    LEADERSHIP,
    /** Another organ answers a question (Article 11 of the 2019 Regulations). */
    CONFIRMATION,
    /** After the decision: publishing, scheduling, withdrawing. Not part of the review; bound to no person. */
    OFFICE
}
