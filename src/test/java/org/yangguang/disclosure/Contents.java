package org.yangguang.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;

/** Builds what an officer writes; everything that a test does not say is plain and valid. */
public final class Contents {

    private String title = "关于做好防汛工作的通知";
    private String summary = "";
    private String bodyHtml = "<p>各街道办事处,区各有关部门:</p><p>现将有关事项通知如下。</p>";
    private @Nullable String documentNumber;
    private final ColumnId column;
    private @Nullable String subject;
    private @Nullable String genre;
    private LocalDate formedOn = LocalDate.of(2016, 2, 18);
    private boolean normative;
    private @Nullable Validity validity;
    private @Nullable LocalDate expiresOn;
    private List<String> keywords = List.of();
    private AudienceScope scope = AudienceScope.PUBLIC;
    private @Nullable Long audience;
    private @Nullable Instant publishAt;

    private Contents(ColumnId column) {
        this.column = column;
    }

    public static Contents in(ColumnId column) {
        return new Contents(column);
    }

    public Contents titled(String title) {
        this.title = title;
        return this;
    }

    public Contents summed(String summary) {
        this.summary = summary;
        return this;
    }

    public Contents saying(String bodyHtml) {
        this.bodyHtml = bodyHtml;
        return this;
    }

    public Contents numbered(String documentNumber) {
        this.documentNumber = documentNumber;
        return this;
    }

    public Contents about(@Nullable String subject, @Nullable String genre) {
        this.subject = subject;
        this.genre = genre;
        return this;
    }

    public Contents formed(LocalDate formedOn) {
        this.formedOn = formedOn;
        return this;
    }

    public Contents normative(Validity validity) {
        this.normative = true;
        this.validity = validity;
        return this;
    }

    public Contents expiring(LocalDate lastDay) {
        this.expiresOn = lastDay;
        return this;
    }

    public Contents keywords(String... keywords) {
        this.keywords = List.of(keywords);
        return this;
    }

    public Contents internal() {
        this.scope = AudienceScope.INTERNAL;
        return this;
    }

    public Contents limitedTo(long audience) {
        this.scope = AudienceScope.LIMITED;
        this.audience = audience;
        return this;
    }

    public Contents publishedAt(Instant publishAt) {
        this.publishAt = publishAt;
        return this;
    }

    public EditionContent content() {
        return new EditionContent(
                title,
                summary,
                bodyHtml,
                documentNumber,
                column,
                subject,
                genre,
                List.of(),
                formedOn,
                normative,
                null,
                null,
                expiresOn,
                null,
                validity,
                "",
                keywords,
                DisclosureAttribute.PROACTIVE,
                "",
                null,
                scope,
                audience,
                publishAt);
    }
}
