package org.yangguang.organ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative organ (行政机关) or other body that discloses, as it is now.
 *
 * @param code nine characters of the organisation code (GB 11714) without hyphen, or a credit code (GB 32100), or the site's
 *     own; unique
 * @param path ids from the root to this organ, {@code /1/7/}: a subtree is a prefix
 * @param closedOn day from which it no longer publishes; null while it works
 * @param successor organ that took over its duties, when merged
 * @param contactChangedAt when the contact block last changed; a guide older than this is stale
 * @param version goes up with every change; a change made to another version is refused
 */
public record Organ(
        OrganId id,
        @Nullable OrganId parent,
        String path,
        String regionCode,
        OrganKind kind,
        String code,
        String name,
        String shortName,
        @Nullable String nameEn,
        int position,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable OrganId successor,
        Contact contact,
        Instant contactChangedAt,
        int version) {

    public boolean open() {
        return closedOn == null;
    }

    /** The ids of {@link #path()}, from the root to this organ. */
    public List<Long> pathIds() {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
