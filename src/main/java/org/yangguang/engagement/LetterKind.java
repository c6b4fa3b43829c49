package org.yangguang.engagement;

/** What a letter to the opinion box (工作意见箱) is. */
public enum LetterKind {
    /** 咨询. */
    CONSULTATION,
    /** 建议. */
    SUGGESTION,
    /** 投诉. */
    COMPLAINT,
    /** 为政府网站找错: the writer names the page. */
    ERROR_REPORT
}
