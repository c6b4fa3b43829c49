package org.yangguang.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page labels (网页标签) of a column or a content page as the Guidelines for the Development of Government Websites
 * (政府网站发展指引, 国办发〔2017〕47号) name them. The site's own three labels stand on every page and are not in here.
 *
 * @param description for search engines; empty leaves it out
 * @param feed address of the Atom feed of what the page lists, or null
 * @param indexed whether search engines may keep the page
 * @param data what the page is about as JSON-LD, see {@link LinkedData}; null when it says nothing
 */
public record PageMeta(
        List<Tag> tags,
        String description,
        @Nullable String feed,
        boolean indexed,
        @Nullable String data) {

    /** No labels beyond those of the site. */
    public static final PageMeta NONE = new PageMeta(List.of(), "", null, true, null);

    /** A page that search engines leave out, such as an error or one filter state among thousands. */
    public static final PageMeta UNLISTED = new PageMeta(List.of(), "", null, false, null);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** One {@code <meta name content>}. */
    public record Tag(String name, String content) {}

    /** Labels of a column page. */
    public static PageMeta column(String name, String description, List<String> keywords, String type, String feed) {
        List<Tag> tags = new ArrayList<>();
        add(tags, "ColumnName", name);
        add(tags, "ColumnDescription", description);
        add(tags, "ColumnKeywords", String.join(",", keywords));
        add(tags, "ColumnType", type);
        return new PageMeta(List.copyOf(tags), description, feed, true, null);
    }

    /** Labels of a content page. */
    public static PageMeta article(
            String title,
            Instant published,
            ZoneId zone,
            String source,
            List<String> keywords,
            String author,
            String description,
            String url) {
        List<Tag> tags = new ArrayList<>();
        add(tags, "ArticleTitle", title);
        add(tags, "PubDate", MINUTE.format(published.atZone(zone)));
        add(tags, "ContentSource", source);
        add(tags, "Keywords", String.join(",", keywords));
        add(tags, "Author", author);
        add(tags, "Description", description);
        add(tags, "Url", url);
        return new PageMeta(List.copyOf(tags), "", null, true, null);
    }

    public PageMeta unlisted() {
        return new PageMeta(tags, description, feed, false, data);
    }

    public PageMeta about(LinkedData about) {
        return new PageMeta(tags, description, feed, indexed, about.json());
    }

    public PageMeta fedBy(String address) {
        return new PageMeta(tags, description, address, indexed, data);
    }

    private static void add(List<Tag> tags, String name, String content) {
        if (!content.isBlank()) {
            tags.add(new Tag(name, content));
        }
    }
}
