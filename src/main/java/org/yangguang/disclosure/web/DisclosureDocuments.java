package org.yangguang.disclosure.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.organ.OrganId;
import org.yangguang.site.SiteIdentity;

/** Disclosed items as the interface gives them. */
@Component
class DisclosureDocuments {

    private final Catalogue catalogue;
    private final SiteIdentity site;
    private final Clock clock;

    DisclosureDocuments(Catalogue catalogue, SiteIdentity site, Clock clock) {
        this.catalogue = catalogue;
        this.site = site;
        this.clock = clock;
    }

    /** A thing of the catalogue with its code or id, and its Chinese name. */
    @Schema(name = "Named", description = "code (or id) and Chinese name")
    record Named(String code, String name) {}

    @Schema(name = "Disclosure", description = "a disclosed item in a list")
    record Entry(
            long id,

            @Schema(description = "public address of its page")
            String url,

            @Schema(description = "index number (索引号)") String indexNumber,
            String title,

            @Schema(description = "publishing organ, under its name at the time")
            Named organ,

            Named column,
            @Nullable Named subject,
            @Nullable Named genre,

            @Schema(description = "date of formation (生成日期)")
            LocalDate formedOn,

            @Schema(description = "when this edition was published")
            Instant publishedAt,

            @Schema(description = "document number (文号)") @Nullable
            String documentNumber,

            @Schema(description = "set for normative documents") @Nullable
            Validity validity) {}

    @Schema(name = "DisclosureDetail", description = "a disclosed item in full")
    record Detail(
            long id,

            @Schema(description = "public address of its page")
            String url,

            @Schema(description = "index number (索引号)") String indexNumber,
            String title,
            String summary,
            @Schema(description = "safe HTML") String bodyHtml,
            Named organ,
            Named column,
            @Nullable Named subject,
            @Nullable Named genre,
            List<Named> audienceGroups,
            LocalDate formedOn,
            Instant publishedAt,
            @Nullable String documentNumber,
            boolean normative,
            @Nullable Validity validity,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate repealedOn,
            String source,
            List<String> keywords,

            @Schema(description = "number of the edition that stands now")
            int edition,

            @Schema(description = "SM3 hash of the content that was reviewed") @Nullable
            String contentHash,

            @Schema(description = "newest first") List<PastEdition> editions) {}

    @Schema(name = "DisclosureEdition")
    record PastEdition(int number, EditionState state, Instant publishedAt, String url) {}

    Entry entry(Listed item) {
        return new Entry(
                item.item().value(),
                site.url() + item.href(),
                item.indexNumber(),
                item.title(),
                organ(item.organ(), item.organName()),
                column(item.column()),
                term(Vocabulary.SUBJECT, item.subject()),
                term(Vocabulary.GENRE, item.genre()),
                item.formedOn(),
                item.publishedAt(),
                item.documentNumber(),
                item.validity());
    }

    Detail detail(Edition edition, List<PublishedEditions.Past> history) {
        EditionContent content = edition.content();
        String url = site.url() + "/items/" + edition.item().value();
        return new Detail(
                edition.item().value(),
                url,
                Objects.requireNonNull(edition.indexNumber()),
                content.title(),
                content.summary(),
                content.bodyHtml(),
                organ(edition.organ(), edition.organName()),
                column(Objects.requireNonNull(content.column())),
                term(Vocabulary.SUBJECT, content.subject()),
                term(Vocabulary.GENRE, content.genre()),
                content.audienceGroups().stream()
                        .map(code -> Objects.requireNonNull(term(Vocabulary.AUDIENCE_GROUP, code)))
                        .toList(),
                Objects.requireNonNull(content.formedOn()),
                Objects.requireNonNull(edition.publishedAt()),
                content.documentNumber(),
                content.normative(),
                content.validityOn(LocalDate.now(clock)),
                content.issuedOn(),
                content.effectiveOn(),
                content.expiresOn(),
                content.repealedOn(),
                content.source(),
                content.keywords(),
                edition.number(),
                edition.contentHash(),
                history.stream()
                        .map(past -> new PastEdition(
                                past.number(),
                                past.state(),
                                past.publishedAt(),
                                past.state() == EditionState.PUBLISHED ? url : url + "/editions/" + past.number()))
                        .toList());
    }

    private static Named organ(OrganId id, String name) {
        return new Named(String.valueOf(id.value()), name);
    }

    private Named column(ColumnId id) {
        return catalogue
                .home(id)
                .map((Column column) -> new Named(column.code(), column.name()))
                .orElse(new Named(String.valueOf(id.value()), ""));
    }

    private @Nullable Named term(Vocabulary vocabulary, @Nullable String code) {
        return code == null
                ? null
                : catalogue
                        .term(vocabulary, code)
                        .map(term -> new Named(code, term.name()))
                        .orElse(new Named(code, ""));
    }
}
