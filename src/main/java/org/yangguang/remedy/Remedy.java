package org.yangguang.remedy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.OrganId;

/**
 * One reconsideration, lawsuit or complaint as it stands.
 *
 * @param number its number on the register
 * @param caseNumber number of the application; null when it is not on the register here
 * @param organ the organ against which it is brought
 * @param authority who decides: reconsideration organ, court, supervising office
 * @param authorityNumber number of the case there; empty while it is not known
 * @param follows the reconsideration that a lawsuit follows; null otherwise
 * @param copyOn when the copy reached the organ
 * @param answeredOn when the organ answered
 * @param extended whether the authority took 30 more days
 * @param version number of events; an act that names another one is refused
 */
public record Remedy(
        RemedyId id,
        String number,
        RemedyKind kind,
        @Nullable String caseNumber,
        OrganId organ,
        String authority,
        String authorityNumber,
        LocalDate filedOn,
        @Nullable RemedyId follows,
        RemedyState state,
        int version,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate copyOn,
        @Nullable LocalDate answeredOn,
        boolean extended,
        @Nullable LocalDate decidedOn,
        @Nullable Ending ending) {}
