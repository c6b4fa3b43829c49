package org.yangguang.remedy;

/** What an applicant, or somebody for the public, brings against an organ. */
public enum RemedyKind {
    /** 行政复议. */
    RECONSIDERATION,
    /** 行政诉讼, with or without a reconsideration before it. */
    LITIGATION,
    /** 投诉举报 to the upper organ or the supervising office. */
    COMPLAINT
}
