package org.yangguang.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * What one officer handed over to the next (工作交接).
 *
 * @param things of {@link #THINGS}, those that were handed over
 * @param pending what was not finished
 * @param acceptedBy who took it over; null until then
 */
public record HandOver(
        long id,
        OrganId organ,
        Filing from,
        Filing to,
        LocalDate on,
        List<String> things,
        String pending,
        @Nullable String acceptedBy) {

    /** What there is to hand over, by message key {@code governance.thing.…}. */
    public static final List<String> THINGS =
            List.of("accounts", "drafts", "requests", "files", "guide", "secrecy", "contacts");

    public boolean accepted() {
        return acceptedBy != null;
    }
}
