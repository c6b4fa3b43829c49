package org.yangguang.remedy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * A remedy as it becomes known to the organ.
 *
 * @param caseNumber number of the application; empty when it is not on the register here
 * @param organ the organ against which it is brought
 * @param follows number of the reconsideration that a lawsuit follows; empty otherwise
 * @param words what is asked for; why it is registered although something speaks against it. May name people
 * @param despite whether the officer knows that a reconsideration should have come first
 * @param submission mark of the form; the same mark a second time is the same remedy
 */
public record Filing(
        RemedyKind kind,
        String caseNumber,
        @Nullable OrganId organ,
        String authority,
        String authorityNumber,
        LocalDate filedOn,
        String follows,
        String words,
        boolean despite,
        String submission) {

    /** May name people; not for logs. */
    @Override
    public String toString() {
        return "Filing[" + kind + " " + caseNumber + "]";
    }
}
