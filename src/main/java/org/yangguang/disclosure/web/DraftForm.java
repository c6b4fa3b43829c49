package org.yangguang.disclosure.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.CleanText;

/** The draft as the form sends it: nothing but text. What cannot be read counts as not filled in, and is told. */
record DraftForm(
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String bodyHtml,
        @Nullable String documentNumber,
        @Nullable String column,
        @Nullable String subject,
        @Nullable String genre,
        @Nullable List<String> audienceGroups,
        @Nullable String formedOn,
        @Nullable String normative,
        @Nullable String issuedOn,
        @Nullable String effectiveOn,
        @Nullable String expiresOn,
        @Nullable String repealedOn,
        @Nullable String validity,
        @Nullable String source,
        @Nullable String keywords,
        @Nullable String attribute,
        @Nullable String legalBasis,
        @Nullable String reviewAgainOn,
        @Nullable String scope,
        @Nullable String audience,
        @Nullable String publishAt,
        @Nullable String words) {

    /** The content, with a reason in {@code unread} for each field that could not be read. */
    EditionContent content(ZoneId zone, List<Reason> unread) {
        Long columnId = number("column", column, unread);
        return new EditionContent(
                text(title),
                text(summary),
                OwnFiles.stored(text(bodyHtml)),
                documentNumber,
                columnId == null ? null : new ColumnId(columnId),
                subject,
                genre,
                audienceGroups == null ? List.of() : audienceGroups,
                date("formedOn", formedOn, unread),
                "true".equals(normative),
                date("issuedOn", issuedOn, unread),
                date("effectiveOn", effectiveOn, unread),
                date("expiresOn", expiresOn, unread),
                date("repealedOn", repealedOn, unread),
                choice(Validity.class, validity, null),
                text(source),
                CleanText.words(keywords),
                Objects.requireNonNull(choice(DisclosureAttribute.class, attribute, DisclosureAttribute.PROACTIVE)),
                text(legalBasis),
                date("reviewAgainOn", reviewAgainOn, unread),
                Objects.requireNonNull(choice(AudienceScope.class, scope, AudienceScope.PUBLIC)),
                number("audience", audience, unread),
                moment("publishAt", publishAt, zone, unread));
    }

    EditionContent content(ZoneId zone) {
        return content(zone, new ArrayList<>());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate date(String field, @Nullable String value, List<Reason> unread) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        unread.add(Reason.at(field, "disclosure.invalid.date", value.strip()));
        return null;
    }

    private static @Nullable Instant moment(String field, @Nullable String value, ZoneId zone, List<Reason> unread) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(value.strip());
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.atZone(zone).toInstant();
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        unread.add(Reason.at(field, "disclosure.invalid.date", value.strip()));
        return null;
    }

    private static @Nullable Long number(String field, @Nullable String value, List<Reason> unread) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(value.strip());
        } catch (NumberFormatException unreadable) {
            unread.add(Reason.at(field, "disclosure.invalid.choice"));
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Class<E> type, @Nullable String value, @Nullable E otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }
}
