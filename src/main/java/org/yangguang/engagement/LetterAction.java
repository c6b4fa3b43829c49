package org.yangguang.engagement;

/** What may be done to a letter. */
public enum LetterAction {
    /** Gives it to an organ to answer. */
    ASSIGN,
    /** Sends it to the office of another organ, because it is none of this one's. */
    TRANSFER,
    SUBMIT_REPLY,
    RECALL_REPLY,
    RETURN_REPLY,
    /** Answers the writer. */
    APPROVE_REPLY,
    MERGE,
    SEPARATE,
    MARK_SPAM,
    RESTORE,
    PUBLISH,
    WITHDRAW,
    NOTE
}
