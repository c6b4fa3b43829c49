package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;

/** DraftContents of editions for tests; each method changes one thing. */
public final class DraftContents {

    private DraftContents() {}

    public static EditionContent proactive(String title, ColumnId column) {
        return new EditionContent(
                title,
                "说明" + title + "的主要内容。",
                "<p>" + title + "的正文。</p>",
                null,
                column,
                null,
                null,
                List.of(),
                LocalDate.of(2016, 2, 18),
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                List.of(),
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                AudienceScope.PUBLIC,
                null,
                null);
    }

    public static EditionContent publishedAt(EditionContent c, @Nullable Instant at) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                c.documentNumber(),
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                c.scope(),
                c.audience(),
                at);
    }

    public static EditionContent withheld(EditionContent c, String basis, @Nullable LocalDate again) {
        return attributed(c, DisclosureAttribute.WITHHELD, basis, again);
    }

    public static EditionContent attributed(
            EditionContent c, DisclosureAttribute attribute, String basis, @Nullable LocalDate again) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                c.documentNumber(),
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                attribute,
                basis,
                again,
                c.scope(),
                c.audience(),
                c.publishAt());
    }

    public static EditionContent said(EditionContent c, String title, String summary, String body) {
        return new EditionContent(
                title,
                summary,
                body,
                c.documentNumber(),
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                c.scope(),
                c.audience(),
                c.publishAt());
    }

    public static EditionContent numbered(EditionContent c, String documentNumber) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                documentNumber,
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                c.scope(),
                c.audience(),
                c.publishAt());
    }

    public static EditionContent formed(EditionContent c, @Nullable LocalDate formed) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                c.documentNumber(),
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                formed,
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                c.scope(),
                c.audience(),
                c.publishAt());
    }

    public static EditionContent placed(
            EditionContent c, @Nullable ColumnId column, AudienceScope scope, @Nullable Long audience) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                c.documentNumber(),
                column,
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                c.normative(),
                c.issuedOn(),
                c.effectiveOn(),
                c.expiresOn(),
                c.repealedOn(),
                c.validity(),
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                scope,
                audience,
                c.publishAt());
    }

    public static EditionContent normative(
            EditionContent c,
            @Nullable LocalDate issued,
            @Nullable LocalDate effective,
            @Nullable LocalDate expires,
            @Nullable LocalDate repealed,
            @Nullable Validity validity) {
        return new EditionContent(
                c.title(),
                c.summary(),
                c.bodyHtml(),
                c.documentNumber(),
                c.column(),
                c.subject(),
                c.genre(),
                c.audienceGroups(),
                c.formedOn(),
                true,
                issued,
                effective,
                expires,
                repealed,
                validity,
                c.source(),
                c.keywords(),
                c.attribute(),
                c.legalBasis(),
                c.reviewAgainOn(),
                c.scope(),
                c.audience(),
                c.publishAt());
    }
}
