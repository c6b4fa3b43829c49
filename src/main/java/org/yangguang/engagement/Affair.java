package org.yangguang.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * Something that an organ announces to the public.
 *
 * @param organName name of the organ when it was written
 * @param version goes up with every change and step; one that names another version is refused
 * @param writers accounts of all who wrote it
 */
public record Affair(
        long id,
        AffairKind kind,
        OrganId organ,
        String organName,
        AffairState state,
        int version,
        AffairContent content,
        Set<Long> writers,
        @Nullable Instant publishedAt) {

    /** Address of its page on this site. */
    public String href() {
        return "/" + kind.folder() + "/" + id;
    }

    public String title() {
        return content.title();
    }

    /** Whether the public may send opinions or ratings on this day. */
    public boolean openOn(LocalDate day) {
        LocalDate from = content.startsOn();
        LocalDate until = content.endsOn();
        return state == AffairState.PUBLISHED
                && (kind == AffairKind.CONSULTATION || kind == AffairKind.RATING)
                && from != null
                && until != null
                && !day.isBefore(from)
                && !day.isAfter(until);
    }

    /** Whether the public may send questions on this day. */
    public boolean asksOn(LocalDate day) {
        LocalDate until = content.questionsUntil();
        return state == AffairState.PUBLISHED && kind.meeting() && until != null && !day.isAfter(until);
    }

    public boolean overOn(LocalDate day) {
        LocalDate until = content.endsOn();
        return until != null && day.isAfter(until);
    }
}
