package org.yangguang.disclosure.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.Listed;

/**
 * An item as a line of a list.
 *
 * @param scope the audience that it is limited to, so that readers know; null for public items
 */
public record ItemRow(
        String href,
        String title,
        String indexNumber,
        String organ,
        String organHref,
        LocalDate formedOn,
        LocalDate publishedOn,
        @Nullable Validity validity,
        @Nullable AudienceScope scope) {

    static ItemRow of(Listed item, java.time.ZoneId zone) {
        return new ItemRow(
                item.href(),
                item.title(),
                item.indexNumber(),
                item.organName(),
                "/organs/" + item.organ().value(),
                item.formedOn(),
                LocalDate.ofInstant(item.publishedAt(), zone),
                item.validity(),
                item.visibleToAll()
                        ? null
                        : item.visibilityKey().startsWith("audience:")
                                ? AudienceScope.LIMITED
                                : AudienceScope.INTERNAL);
    }

    /** Whether the reader must be told beside the title that the document does not bind as it was made. */
    public boolean weakened() {
        return validity != null && validity != Validity.EFFECTIVE;
    }
}
