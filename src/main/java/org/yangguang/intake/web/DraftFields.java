package org.yangguang.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Validity;

/** The fields of a draft, for the description of the interface. */
@Schema(name = "DraftFields", description = "a draft; only organ is needed, unknown fields are refused")
record DraftFields(
        @Schema(description = "nine-character code or id of the organ", requiredMode = Schema.RequiredMode.REQUIRED)
        String organ,

        String title,
        String summary,

        @Schema(description = "HTML; what is not safe is dropped")
        String bodyHtml,

        @Schema(description = "document number (文号)") String documentNumber,
        @Schema(description = "code of the column") String column,
        @Schema(description = "code of the subject") String subject,
        @Schema(description = "code of the genre") String genre,
        List<String> audienceGroups,
        @Schema(description = "date of formation (生成日期)") LocalDate formedOn,
        boolean normative,
        LocalDate issuedOn,
        LocalDate effectiveOn,
        LocalDate expiresOn,
        LocalDate repealedOn,
        Validity validity,
        String source,
        List<String> keywords,
        DisclosureAttribute attribute,
        String legalBasis,
        LocalDate reviewAgainOn,
        AudienceScope scope,

        @Schema(description = "id of the named audience when scope is LIMITED")
        Long audience,

        @Schema(description = "when to publish after approval")
        OffsetDateTime publishAt,

        @Schema(description = "what the caller calls it; given back in webhooks")
        String reference) {}
