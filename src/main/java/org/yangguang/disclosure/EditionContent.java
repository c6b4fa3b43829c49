package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;

/**
 * What an officer writes: every field of an edition. Immutable once the edition is submitted.
 *
 * @param bodyHtml sanitised HTML
 * @param formedOn date of formation (生成日期); the publication period of 20 working days runs from it
 * @param validity set exactly for normative documents
 * @param repealedOn day from which a repealed or expired document no longer binds
 * @param source where it comes from when not made by the organ itself
 * @param legalBasis article that an attribute other than proactive rests on
 * @param reviewAgainOn when a withheld item is to be evaluated again (Article 18 of the 2019 Regulations)
 * @param audience id of the named audience when the scope is {@link AudienceScope#LIMITED}
 * @param publishAt when to publish after approval; null publishes on approval
 */
public record EditionContent(
        String title,
        String summary,
        String bodyHtml,
        @Nullable String documentNumber,
        @Nullable ColumnId column,
        @Nullable String subject,
        @Nullable String genre,
        List<String> audienceGroups,
        @Nullable LocalDate formedOn,
        boolean normative,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate repealedOn,
        @Nullable Validity validity,
        String source,
        List<String> keywords,
        DisclosureAttribute attribute,
        String legalBasis,
        @Nullable LocalDate reviewAgainOn,
        AudienceScope scope,
        @Nullable Long audience,
        @Nullable Instant publishAt) {

    /**
     * Whether a normative document binds on a day: without anyone's act one that was effective is repealed from the day of its
     * repeal, and expired after its last day. Null when it is not a normative document.
     */
    public @Nullable Validity validityOn(LocalDate day) {
        boolean binding = validity == Validity.EFFECTIVE || validity == Validity.AMENDED;
        if (binding && repealedOn != null && !day.isBefore(repealedOn)) {
            return Validity.REPEALED;
        }
        return binding && expiresOn != null && day.isAfter(expiresOn) ? Validity.EXPIRED : validity;
    }
}
