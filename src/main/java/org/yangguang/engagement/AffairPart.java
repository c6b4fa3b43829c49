package org.yangguang.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * What is added to an affair that stands on the site.
 *
 * @param way by which a response was given; null for other parts
 * @param reference address of what was posted, or of the recording; empty when there is none
 * @param writtenBy account of whoever wrote it; somebody else releases it
 */
public record AffairPart(
        long id,
        long affair,
        Kind kind,
        State state,
        @Nullable Way way,
        LocalDate on,
        String text,
        String reference,
        OrganId organ,
        String organName,
        long writtenBy,
        String writerName) {

    public enum Kind {
        /** One way in which a concern was answered. */
        RESPONSE,
        /** What was said at a meeting. */
        RECORD,
        /** Where the meeting can be seen again. */
        REPLAY,
        /** What became of the opinions, or of the ratings. */
        SUMMARY
    }

    public enum State {
        WRITTEN,
        RELEASED,
        DISCARDED
    }

    /** Ways of answering a concern. */
    public enum Way {
        WEIBO,
        WECHAT,
        PRESS,
        WEBSITE,
        OTHER
    }
}
