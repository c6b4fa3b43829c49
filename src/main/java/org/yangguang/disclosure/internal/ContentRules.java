package org.yangguang.disclosure.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.AudienceScope;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.LegalBasis;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.site.SafeHtml;

/** What an edition must be before it may be reviewed, and still be when it is published. */
@Component
public class ContentRules {

    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_SUMMARY = 500;
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_BODY = 2_000_000;
    public static final int MOST_KEYWORDS = 20;

    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);

    private final Organs organs;
    private final Catalogue catalogue;
    private final EditionTable editions;
    private final Audiences audiences;
    private final Inspection inspection;
    private final Clock clock;

    ContentRules(
            Organs organs,
            Catalogue catalogue,
            EditionTable editions,
            Audiences audiences,
            Inspection inspection,
            Clock clock) {
        this.organs = organs;
        this.catalogue = catalogue;
        this.editions = editions;
        this.audiences = audiences;
        this.inspection = inspection;
        this.clock = clock;
    }

    /** Every reason why it may not be submitted. */
    public List<Reason> againstSubmitting(Edition edition) {
        List<Reason> reasons = againstPublishing(edition);
        Instant publishAt = edition.content().publishAt();
        if (publishAt != null && publishAt.isBefore(clock.instant())) {
            reasons.add(Reason.at("publishAt", "disclosure.invalid.publishAtPast"));
        }
        inspection.of(edition).stream()
                .filter(Finding::open)
                .forEach(each ->
                        reasons.add(Reason.at("findings", "disclosure.invalid.finding." + each.kind(), each.shown())));
        return reasons;
    }

    /** Every reason why it may not stand on the website or the register now. */
    public List<Reason> againstPublishing(Edition edition) {
        EditionContent content = edition.content();
        List<Reason> reasons = new ArrayList<>();
        organ(edition, reasons);
        text(content, reasons);
        vocabularies(content, reasons);
        dates(content, reasons);
        attribute(content, reasons);
        audience(edition, reasons);
        attachments(edition, reasons);
        return reasons;
    }

    /**
     * Every reason why an item that was published before cannot be taken in. What it lacks of a normative document's dates is not
     * made up afterwards, so it is not asked for.
     */
    public List<Reason> againstHistory(BulkLoad.Past past) {
        EditionContent content = past.content();
        List<Reason> reasons = new ArrayList<>();
        text(content, reasons);
        vocabularies(content, reasons);
        formed(content.formedOn(), reasons);
        if (content.attribute() != DisclosureAttribute.PROACTIVE) {
            reasons.add(Reason.at("attribute", "disclosure.invalid.historyNotProactive"));
        }
        if (content.formedOn() != null && content.formedOn().isAfter(past.releasedOn())) {
            reasons.add(Reason.at("publishedOn", "disclosure.invalid.releasedBeforeFormed"));
        }
        if (past.publishedAt().isAfter(clock.instant())) {
            reasons.add(Reason.at("publishedOn", "disclosure.invalid.publishedInFuture"));
        }
        if (past.indexNumber() != null && past.indexNumber().length() > LONGEST_LINE) {
            reasons.add(Reason.at(
                    "indexNumber",
                    "disclosure.invalid.tooLong.indexNumber",
                    LONGEST_LINE,
                    past.indexNumber().length()));
        }
        return reasons;
    }

    /** What is allowed but worth a second look. */
    public List<Reason> warnings(Edition edition) {
        List<Reason> warnings = new ArrayList<>();
        String number = edition.content().documentNumber();
        if (number != null) {
            editions.titlesWithDocumentNumber(edition.organ(), edition.item(), number)
                    .forEach(title -> warnings.add(
                            Reason.at("documentNumber", "disclosure.warning.documentNumber", shortened(title))));
        }
        if (edition.content().summary().isEmpty()) {
            warnings.add(Reason.at("summary", "disclosure.warning.summary"));
        }
        return warnings;
    }

    private void organ(Edition edition, List<Reason> reasons) {
        if (organs.find(edition.organ())
                .map(Organ::closedOn)
                .filter(day -> !day.isAfter(today()))
                .isPresent()) {
            reasons.add(Reason.of("disclosure.invalid.organClosed", edition.organName()));
        }
    }

    private static void text(EditionContent content, List<Reason> reasons) {
        if (content.title().isBlank()) {
            reasons.add(Reason.at("title", "disclosure.invalid.titleMissing"));
        }
        longest("title", content.title(), LONGEST_TITLE, reasons);
        longest("summary", content.summary(), LONGEST_SUMMARY, reasons);
        longest("documentNumber", content.documentNumber(), LONGEST_LINE, reasons);
        longest("source", content.source(), LONGEST_LINE, reasons);
        longest("bodyHtml", content.bodyHtml(), LONGEST_BODY, reasons);
        content.keywords().forEach(word -> longest("keywords", word, LONGEST_LINE, reasons));
        if (content.keywords().size() > MOST_KEYWORDS) {
            reasons.add(Reason.at("keywords", "disclosure.invalid.keywords", MOST_KEYWORDS));
        }
        if (content.attribute() == DisclosureAttribute.PROACTIVE && empty(content.bodyHtml())) {
            reasons.add(Reason.at("bodyHtml", "disclosure.invalid.bodyMissing"));
        }
    }

    private static boolean empty(String html) {
        return html.isBlank()
                || (SafeHtml.plainText(html).isBlank()
                        && Jsoup.parseBodyFragment(html).selectFirst("img") == null);
    }

    private void vocabularies(EditionContent content, List<Reason> reasons) {
        if (content.column() == null) {
            reasons.add(Reason.at("column", "disclosure.invalid.columnMissing"));
        } else if (catalogue.column(content.column()).filter(Column::inUse).isEmpty()) {
            reasons.add(Reason.at("column", "disclosure.invalid.columnGone"));
        }
        term("subject", Vocabulary.SUBJECT, content.subject(), reasons);
        term("genre", Vocabulary.GENRE, content.genre(), reasons);
        content.audienceGroups().forEach(code -> term("audienceGroups", Vocabulary.AUDIENCE_GROUP, code, reasons));
    }

    private void term(String field, Vocabulary vocabulary, @Nullable String code, List<Reason> reasons) {
        if (code != null && catalogue.term(vocabulary, code).isEmpty()) {
            reasons.add(Reason.at(field, "disclosure.invalid.termGone", code));
        }
    }

    private void dates(EditionContent content, List<Reason> reasons) {
        LocalDate formed = content.formedOn();
        formed(formed, reasons);
        if (!content.normative()) {
            return;
        }
        missing("issuedOn", content.issuedOn(), reasons);
        missing("effectiveOn", content.effectiveOn(), reasons);
        missing("validity", content.validity(), reasons);
        if (content.issuedOn() != null && content.issuedOn().isAfter(today())) {
            reasons.add(Reason.at("issuedOn", "disclosure.invalid.issuedInFuture"));
        }
        order("issuedOn", formed, content.issuedOn(), "disclosure.invalid.issuedBeforeFormed", reasons);
        order(
                "effectiveOn",
                content.issuedOn(),
                content.effectiveOn(),
                "disclosure.invalid.effectiveBeforeIssued",
                reasons);
        order(
                "expiresOn",
                content.effectiveOn(),
                content.expiresOn(),
                "disclosure.invalid.expiresBeforeEffective",
                reasons);
        order(
                "repealedOn",
                content.issuedOn(),
                content.repealedOn(),
                "disclosure.invalid.repealedBeforeIssued",
                reasons);
        validity(content, reasons);
    }

    private void formed(@Nullable LocalDate formed, List<Reason> reasons) {
        if (formed == null) {
            reasons.add(Reason.at("formedOn", "disclosure.invalid.formedMissing"));
        } else if (formed.isAfter(today())) {
            reasons.add(Reason.at("formedOn", "disclosure.invalid.formedInFuture"));
        } else if (formed.isBefore(FIRST_DAY)) {
            reasons.add(Reason.at("formedOn", "disclosure.invalid.formedTooEarly"));
        }
    }

    private void validity(EditionContent content, List<Reason> reasons) {
        boolean binding = content.validity() == Validity.EFFECTIVE || content.validity() == Validity.AMENDED;
        if (binding && content.expiresOn() != null && content.expiresOn().isBefore(today())) {
            reasons.add(Reason.at("validity", "disclosure.invalid.expired"));
        }
        if (binding && content.repealedOn() != null && !content.repealedOn().isAfter(today())) {
            reasons.add(Reason.at("validity", "disclosure.invalid.repealed"));
        }
        if (content.validity() == Validity.REPEALED && content.repealedOn() == null) {
            reasons.add(Reason.at("repealedOn", "disclosure.invalid.repealedOnMissing"));
        }
        if (content.validity() == Validity.EXPIRED && content.expiresOn() == null && content.repealedOn() == null) {
            reasons.add(Reason.at("expiresOn", "disclosure.invalid.expiresOnMissing"));
        }
    }

    private void attribute(EditionContent content, List<Reason> reasons) {
        if (content.attribute() == DisclosureAttribute.PROACTIVE) {
            return;
        }
        if (LegalBasis.named(content.legalBasis())
                .filter(basis -> basis.carries(content.attribute()))
                .isEmpty()) {
            reasons.add(Reason.at("legalBasis", "disclosure.invalid.legalBasis"));
        }
        if (content.attribute() == DisclosureAttribute.WITHHELD) {
            if (content.reviewAgainOn() == null) {
                reasons.add(Reason.at("reviewAgainOn", "disclosure.invalid.reviewAgainMissing"));
            } else if (!content.reviewAgainOn().isAfter(today())) {
                reasons.add(Reason.at("reviewAgainOn", "disclosure.invalid.reviewAgainPast"));
            }
        }
    }

    private void audience(Edition edition, List<Reason> reasons) {
        Long audience = edition.content().audience();
        if (edition.content().scope() != AudienceScope.LIMITED) {
            return;
        }
        if (audience == null) {
            reasons.add(Reason.at("audience", "disclosure.invalid.audienceMissing"));
        } else if (audiences.open(edition.organ()).stream().noneMatch(open -> open.id() == audience)) {
            reasons.add(Reason.at("audience", "disclosure.invalid.audienceGone"));
        }
    }

    /** What goes out is what was cleaned and reviewed, never the file as it was uploaded. */
    private static void attachments(Edition edition, List<Reason> reasons) {
        edition.attachments().stream()
                .filter(each -> each.publicCopy() == null)
                .forEach(each ->
                        reasons.add(Reason.at("attachments", "disclosure.invalid.publicCopyMissing", each.name())));
    }

    private static void longest(String field, @Nullable String text, int limit, List<Reason> reasons) {
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (length > limit) {
            reasons.add(Reason.at(field, "disclosure.invalid.tooLong." + field, limit, length));
        }
    }

    private static void missing(String field, @Nullable Object value, List<Reason> reasons) {
        if (value == null) {
            reasons.add(Reason.at(field, "disclosure.invalid.missing." + field));
        }
    }

    private static void order(
            String field, @Nullable LocalDate earlier, @Nullable LocalDate later, String key, List<Reason> reasons) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            reasons.add(Reason.at(field, key));
        }
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= 60
                ? title
                : title.substring(0, title.offsetByCodePoints(0, 60)) + "…";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
