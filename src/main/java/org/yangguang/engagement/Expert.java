package org.yangguang.engagement;

import java.time.LocalDate;
import java.util.List;
import org.yangguang.organ.OrganId;

/**
 * A member of the pool of experts who explain policies (政策解读专家库), officials by their office.
 *
 * @param until last day of the term
 */
public record Expert(
        long id,
        OrganId organ,
        String name,
        String post,
        List<ExpertField> fields,
        LocalDate from,
        LocalDate until,
        int version) {

    public boolean servesOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
