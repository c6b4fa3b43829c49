package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A named audience of limited disclosure, such as the residents of an expropriation area (征收范围内公布); whoever gives its code may
 * read.
 *
 * @param expiresOn last day on which the code opens it; null without end
 * @param renewedAt when its code was last made; earlier codes and what they opened are void
 * @param closedAt when it was closed for good; null while it can be opened
 */
public record Audience(
        long id,
        OrganId organ,
        String name,
        @Nullable LocalDate expiresOn,
        Instant renewedAt,
        @Nullable Instant closedAt) {

    public boolean open(LocalDate today) {
        return closedAt == null && (expiresOn == null || !expiresOn.isBefore(today));
    }
}
