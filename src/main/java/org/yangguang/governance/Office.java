package org.yangguang.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * The body of an organ that does the work of disclosure (专门机构).
 *
 * @param until first day on which it is no more; null while it is there
 */
public record Office(
        long id,
        OrganId organ,
        String name,
        LocalDate from,
        @Nullable LocalDate until) {}
