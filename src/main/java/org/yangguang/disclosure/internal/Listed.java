package org.yangguang.disclosure.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.OrganId;

/** A published item as lists show it. */
public record Listed(
        ItemId item,
        EditionId edition,
        String visibilityKey,
        Instant firstPublishedAt,
        Instant publishedAt,
        OrganId organ,
        String organName,
        ColumnId column,
        @Nullable String subject,
        @Nullable String genre,
        LocalDate formedOn,
        String indexNumber,
        String title,
        @Nullable String documentNumber,
        @Nullable Validity validity) {

    public boolean visibleToAll() {
        return visibilityKey.equals(VisibilityGate.PUBLIC);
    }

    /** Address of its page on this site. */
    public String href() {
        return "/items/" + item.value();
    }
}
