package org.yangguang.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * One rule (公开制度) of an organ with its newest edition and what is being prepared.
 *
 * @param version rises with every change; a change names the version it starts from
 * @param draft what is being prepared; null when nothing is
 * @param current newest published edition; null before the first
 * @param repealedOn day from which it no longer holds
 */
public record Rule(
        long id,
        OrganId organ,
        int version,
        @Nullable Text draft,
        @Nullable Edition current,
        String savedBy,
        Instant savedAt,
        @Nullable LocalDate repealedOn) {

    /** Title and sanitised HTML. */
    public record Text(String title, String bodyHtml) {}

    /** A published edition; it never changes. */
    public record Edition(long rule, int number, Text text, String publishedBy, Instant publishedAt) {}

    public boolean inForce() {
        return current != null && repealedOn == null;
    }

    /** The title under which the rule is known now. */
    public String title() {
        if (current != null) {
            return current.text().title();
        }
        return draft == null ? "" : draft.title();
    }
}
