package org.yangguang.intake.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.yangguang.intake.Field;

/**
 * A saved page of a government site: what its tags say (ArticleTitle, PubDate, ContentSource, ColumnName, Keywords, Description, Url; names as
 * in 国办发〔2017〕47号), what its table of facts says (索引号, 文号, 发布机构, 成文日期 …), and the element that is the body.
 */
final class OldPage {

    private static final Map<String, Field> TAGS = Map.ofEntries(
            Map.entry("articletitle", Field.TITLE),
            Map.entry("pubdate", Field.PUBLISHED_ON),
            Map.entry("publishdate", Field.PUBLISHED_ON),
            Map.entry("contentsource", Field.SOURCE),
            Map.entry("columnname", Field.COLUMN),
            Map.entry("keywords", Field.KEYWORDS),
            Map.entry("description", Field.SUMMARY),
            Map.entry("url", Field.OLD_ADDRESS));
    /** Facts that a page's own table knows better than its tags. */
    private static final List<Field> FACTS = List.of(
            Field.INDEX_NUMBER,
            Field.DOCUMENT_NUMBER,
            Field.FORMED_ON,
            Field.PUBLISHED_ON,
            Field.EFFECTIVE_ON,
            Field.REPEALED_ON,
            Field.VALIDITY,
            Field.SUBJECT,
            Field.GENRE);

    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_LABEL = 16;
    private static final int LEAST_TEXT = 10;
    private static final String CONTAINERS =
            "#zoom, #UCAP-CONTENT, .TRS_Editor, .TRS_UEDITOR, .view.TRS_UEDITOR, .article-content,"
                    + " .article_content, .articlecontent, .art_content, .content-article, .news_content, .pages_content,"
                    + " .xxgk_content, .detail-content, .bt-content, [itemprop=articleBody], article";
    private static final String AROUND =
            "script, style, noscript, iframe, form, nav, header, footer, aside, select, button, object, embed,"
                    + " .header, .footer, .nav, .crumb, .crumbs, .breadcrumb, .share, .print, .copyright, #header, #footer, #nav";

    private final Document page;
    private final Map<Field, String> facts = new EnumMap<>(Field.class);

    OldPage(Document page) {
        this.page = page;
        for (Element tag : page.select("meta[name][content]")) {
            Field field = TAGS.get(tag.attr("name").strip().toLowerCase(Locale.ROOT));
            if (field != null && !tag.attr("content").isBlank()) {
                facts.putIfAbsent(field, tag.attr("content").strip());
            }
        }
        labelled();
        Optional.ofNullable(page.selectFirst("h1"))
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.of(page.title()))
                .filter(text -> !text.isBlank())
                .ifPresent(title -> facts.putIfAbsent(Field.TITLE, title));
        String summary = facts.getOrDefault(Field.SUMMARY, "");
        if (summary.length() > LONGEST_SUMMARY || summary.equals(facts.get(Field.TITLE))) {
            facts.remove(Field.SUMMARY);
        }
    }

    Map<Field, String> facts() {
        return facts;
    }

    /** Cells and the like that hold a label, with what stands behind it. */
    private void labelled() {
        for (Element element : page.select("th, td, dt, li, span, b, strong, label, p, div")) {
            String own = element.children().size() > 1 ? element.ownText() : element.text();
            if (own.isBlank() || own.length() > 120) {
                continue;
            }
            int colon = colon(own);
            String label = colon < 0 ? own : own.substring(0, colon);
            if (label.length() > LONGEST_LABEL) {
                continue;
            }
            Optional<Field> field = Field.guess(label).filter(FACTS::contains);
            if (field.isEmpty()) {
                continue;
            }
            String value = colon < 0 ? "" : own.substring(colon + 1).strip();
            Element next = element.nextElementSibling();
            if (value.isEmpty() && next != null) {
                value = next.text().strip();
            }
            if (!value.isEmpty() && value.length() <= 200) {
                facts.put(field.get(), value);
            }
        }
    }

    private static int colon(String text) {
        int wide = text.indexOf('：');
        int narrow = text.indexOf(':');
        return wide < 0 ? narrow : narrow < 0 ? wide : Math.min(wide, narrow);
    }

    /** The body, without what stands around it; null when no element of the page has a text of its own. */
    @Nullable
    Element body() {
        Element whole = page.body();
        whole.select(AROUND).remove();
        Element named = whole.select(CONTAINERS).stream()
                .max(java.util.Comparator.comparingInt(OldPage::score))
                .orElse(null);
        if (named != null && score(named) >= LEAST_TEXT) {
            return named;
        }
        Element found = whole;
        for (Element inner = heaviest(found); inner != null; inner = heaviest(found)) {
            if (score(inner) * 10 < score(found) * 7) {
                break;
            }
            found = inner;
        }
        return score(found) >= LEAST_TEXT || found.selectFirst("img") != null ? found : null;
    }

    private static @Nullable Element heaviest(Element parent) {
        return parent.children().stream()
                .filter(child -> List.of("div", "td", "tr", "tbody", "table", "section", "main", "center", "article")
                        .contains(child.normalName()))
                .max(java.util.Comparator.comparingInt(OldPage::score))
                .orElse(null);
    }

    /** Characters of text, those of links taken off: lists of links are long, and no body. */
    private static int score(Element element) {
        int links = element.select("a").stream()
                .mapToInt(each -> each.text().length())
                .sum();
        return element.text().length() - 2 * links;
    }
}
