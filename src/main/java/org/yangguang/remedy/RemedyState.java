package org.yangguang.remedy;

/** Where a remedy stands. */
public enum RemedyState {
    /** It was filed; whether it is admitted is not known. */
    FILED,
    /** 已受理, 已立案. */
    ADMITTED,
    DECIDED
}
