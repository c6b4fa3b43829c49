package org.yangguang.engagement;

/** Where a letter stands. */
public enum LetterState {
    /** Nobody has taken it in hand. */
    RECEIVED,
    /** An organ prepares the reply. */
    IN_HAND,
    /** The reply waits for somebody else's approval. */
    REPLY_REVIEW,
    ANSWERED,
    /** Question and answer stand on the site, without personal data. */
    PUBLISHED,
    /** The same person asked the same before; that letter's reply is this one's too. */
    MERGED,
    SPAM;

    public boolean open() {
        return this == RECEIVED || this == IN_HAND || this == REPLY_REVIEW;
    }
}
