package org.yangguang.disclosure.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.catalogue.Term;
import org.yangguang.catalogue.Vocabulary;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.Validity;
import org.yangguang.disclosure.internal.NamedItems;
import org.yangguang.disclosure.internal.PublishedEditions;
import org.yangguang.disclosure.internal.RelatedItems;
import org.yangguang.disclosure.internal.ReplacementTable;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.site.Crumb;
import org.yangguang.site.LinkedData;
import org.yangguang.site.PageMeta;
import org.yangguang.site.SiteIdentity;
import org.yangguang.topic.Topics;

/** Puts an edition together with the names of what it refers to. */
@Component
class ItemViews {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int DESCRIPTION = 160;
    private static final int RELATED = 6;

    private final PublishedEditions editions;
    private final ReplacementTable replacements;
    private final RelatedItems related;
    private final Topics topics;
    private final Catalogue catalogue;
    private final SiteIdentity site;
    private final ZoneId zone;
    private final Clock clock;

    ItemViews(
            PublishedEditions editions,
            ReplacementTable replacements,
            RelatedItems related,
            Topics topics,
            Catalogue catalogue,
            SiteIdentity site,
            PlatformProperties platform,
            Clock clock) {
        this.editions = editions;
        this.replacements = replacements;
        this.related = related;
        this.topics = topics;
        this.catalogue = catalogue;
        this.site = site;
        this.zone = platform.zone();
        this.clock = clock;
    }

    ItemView view(Edition edition, Reader reader, Locale locale) {
        EditionContent content = edition.content();
        boolean english = "en".equals(locale.getLanguage());
        ColumnId filed = Objects.requireNonNull(content.column());
        Optional<Column> column = catalogue.home(filed);
        return new ItemView(
                edition,
                content.validityOn(LocalDate.now(clock)),
                minute(published(edition)),
                content.bodyHtml()
                        .replace("<table", "<div class=\"scrolled\" tabindex=\"0\"><table")
                        .replace("</table>", "</table></div>"),
                edition.state() == EditionState.PUBLISHED,
                "/organs/" + edition.organ().value(),
                column.map(each -> name(each, english)).orElse(null),
                column.map(each -> "/columns/" + each.code()).orElse(null),
                term(Vocabulary.SUBJECT, content.subject(), english),
                term(Vocabulary.GENRE, content.genre(), english),
                content.audienceGroups().stream()
                        .map(code -> Objects.requireNonNullElse(term(Vocabulary.AUDIENCE_GROUP, code, english), code))
                        .toList(),
                editions.history(edition.item(), reader),
                of(edition, replacements.replacing(List.of(edition.item()), reader)),
                of(edition, replacements.replacedBy(List.of(edition.item()), reader)),
                related.of(
                        new RelatedItems.Anchor(
                                edition.item(),
                                filed,
                                content.subject(),
                                content.keywords(),
                                Objects.requireNonNull(content.formedOn())),
                        RELATED,
                        reader),
                topics.of(NamedItems.KIND, String.valueOf(edition.item().value())),
                url(edition.item()),
                crumbs(column, english));
    }

    PageMeta meta(Edition edition) {
        EditionContent content = edition.content();
        return PageMeta.article(
                        content.title(),
                        published(edition),
                        zone,
                        content.source().isBlank() ? edition.organName() : content.source(),
                        content.keywords(),
                        edition.organName(),
                        content.summary().length() > DESCRIPTION
                                ? content.summary()
                                        .substring(0, content.summary().offsetByCodePoints(0, 80))
                                : content.summary(),
                        url(edition.item()))
                .about(about(edition));
    }

    /** What the page is about, in the words of schema.org. */
    private LinkedData about(Edition edition) {
        EditionContent content = edition.content();
        LinkedData publisher = LinkedData.of("GovernmentOrganization")
                .with("name", edition.organName())
                .with("url", site.url() + "/organs/" + edition.organ().value());
        LinkedData about = LinkedData.of(content.normative() ? "Legislation" : "Article")
                .with(content.normative() ? "name" : "headline", content.title())
                .with("identifier", edition.indexNumber())
                .with("url", url(edition.item()))
                .with("inLanguage", "zh-CN")
                .with(
                        "dateCreated",
                        content.formedOn() == null ? null : content.formedOn().toString())
                .with("datePublished", published(edition).toString())
                .with("version", edition.number())
                .with("publisher", publisher)
                .with("keywords", content.keywords())
                .with("abstract", content.summary());
        return content.normative()
                ? about.with("legislationIdentifier", content.documentNumber())
                        .with("legislationLegalForce", force(content))
                : about;
    }

    private String force(EditionContent content) {
        Validity validity = content.validityOn(LocalDate.now(clock));
        return "https://schema.org/"
                + (validity == Validity.EFFECTIVE
                        ? "InForce"
                        : validity == Validity.AMENDED ? "PartiallyInForce" : "NotInForce");
    }

    private static List<ReplacementTable.Link> of(Edition edition, Map<ItemId, List<ReplacementTable.Link>> links) {
        return links.getOrDefault(edition.item(), List.of());
    }

    String url(ItemId item) {
        return site.url() + "/items/" + item.value();
    }

    String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private static Instant published(Edition edition) {
        return Objects.requireNonNull(edition.publishedAt());
    }

    private @Nullable String term(Vocabulary vocabulary, @Nullable String code, boolean english) {
        if (code == null) {
            return null;
        }
        return catalogue.term(vocabulary, code).map(term -> name(term, english)).orElse(code);
    }

    private List<Crumb> crumbs(Optional<Column> column, boolean english) {
        List<Crumb> crumbs = new ArrayList<>();
        Column step = column.orElse(null);
        while (step != null) {
            crumbs.add(new Crumb(name(step, english), "/columns/" + step.code()));
            step = step.parent() == null
                    ? null
                    : catalogue.column(step.parent()).orElse(null);
        }
        Collections.reverse(crumbs);
        return crumbs;
    }

    private static String name(Column column, boolean english) {
        return english && column.nameEn() != null ? column.nameEn() : column.name();
    }

    private static String name(Term term, boolean english) {
        return english && term.nameEn() != null ? term.nameEn() : term.name();
    }
}
