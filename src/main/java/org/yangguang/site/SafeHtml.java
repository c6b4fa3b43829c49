package org.yangguang.site;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.select.Elements;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.yangguang.site.internal.FlatMarkup;
import org.yangguang.site.internal.HtmlText;
import org.yangguang.site.internal.PastedHtml;

/**
 * Makes HTML that anybody wrote or pasted safe to show, and text of it.
 *
 * <p>What stays: headings (the first level becomes the second, a page has its own), paragraphs, lists, quotations, emphasis, tables
 * with spans and scopes, figures, footnotes with their marks, links to http, https, mailto and this site, images of this site's own file store, and how a block
 * is aligned. Everything else goes: scripts, styles, classes, frames, forms, handlers, {@code data:} and {@code javascript:}
 * addresses, foreign and one-pixel images, hidden text, comments, invisible direction marks, and what Word leaves behind.
 */
public final class SafeHtml {

    private static final int DEEPEST = 200;
    private static final int MOST_ROUNDS = 6;
    private static final Pattern OWN_FILE =
            Pattern.compile("/files/[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern SIZE = Pattern.compile("[2-9]|[1-9][0-9]{1,3}");
    private static final Pattern SCOPE = Pattern.compile("(?i)row|col|rowgroup|colgroup");
    private static final Pattern ALIGN = Pattern.compile("(?i)left|center|right|justify");
    private static final Pattern LIST_START = Pattern.compile("[0-9]{1,4}");
    private static final Pattern FOOTNOTE = Pattern.compile("fn-[a-z]{1,20}(-[a-z]{1,20}){0,3}-[0-9]{1,6}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "h4", "h5", "h6", "p", "div", "br", "hr", "blockquote", "pre", "code")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowElements("strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "ruby", "rb", "rt", "rp")
            .allowElements("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowElements((name, attributes) -> attributes.contains("href") ? name : null, "a")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("title")
            .onElements("a", "img")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(OWN_FILE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(SPAN)
            .onElements("td", "th")
            .allowAttributes("scope")
            .matching(SCOPE)
            .onElements("th")
            .allowAttributes("align")
            .matching(ALIGN)
            .onElements("p", "div", "h2", "h3", "h4", "h5", "h6", "td", "th")
            .allowAttributes("start")
            .matching(LIST_START)
            .onElements("ol")
            .allowAttributes("id")
            .matching(FOOTNOTE)
            .onElements("a", "li", "sup")
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .globally()
            .toFactory();

    private SafeHtml() {}

    /** Safe HTML of {@code html}; cleaning it again changes nothing. */
    public static String clean(String html) {
        String before = html.strip();
        if (FlatMarkup.text(before).isPresent()) {
            return before;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String cleaned = cleanOnce(before);
            if (cleaned.equals(before)) {
                return cleaned;
            }
            before = cleaned;
        }
        return paragraphs(plainText(before));
    }

    /** What one step drops can leave another step's work behind: a list item, say, whose empty list is gone. */
    private static String cleanOnce(String html) {
        if (html.isBlank()) {
            return "";
        }
        Element pasted = PastedHtml.tidy(html);
        if (HtmlText.depth(pasted) > DEEPEST) {
            return paragraphs(HtmlText.of(pasted));
        }
        Document safe = Jsoup.parseBodyFragment(POLICY.sanitize(html(pasted)));
        dropComments(safe);
        dropEmptyBlocks(safe.body());
        return html(safe.body()).strip();
    }

    /** The text of {@code html}: a line for each block, a blank between cells, no more white space than that. */
    public static String plainText(String html) {
        return FlatMarkup.text(html).orElseGet(() -> HtmlText.of(PastedHtml.tidy(html)));
    }

    /** Deeper than any real document, the sanitizer would lose words; so its structure goes instead. */
    private static String paragraphs(String text) {
        return text.lines()
                .map(line -> "<p>"
                        + Entities.escape(
                                line,
                                new Document.OutputSettings().charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml))
                        + "</p>")
                .collect(java.util.stream.Collectors.joining());
    }

    private static String html(Element body) {
        Document document = body.ownerDocument();
        if (document != null) {
            document.outputSettings()
                    .prettyPrint(false)
                    .escapeMode(Entities.EscapeMode.xhtml)
                    .charset("UTF-8");
        }
        return body.html();
    }

    /** The sanitizer breaks template signs with empty comments. */
    private static void dropComments(Document document) {
        document.body()
                .filter((node, depth) -> "#comment".equals(node.nodeName())
                        ? org.jsoup.select.NodeFilter.FilterResult.REMOVE
                        : org.jsoup.select.NodeFilter.FilterResult.CONTINUE);
    }

    private static void dropEmptyBlocks(Element body) {
        Elements blocks = body.select(
                "p, div, h2, h3, h4, h5, h6, blockquote, figure, ul, ol, li, dl, pre, a, b, strong, em, i, u");
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Element block = blocks.get(i);
            if (block.select("img, br, hr, table").isEmpty() && blank(block.wholeText())) {
                if (List.of("a", "b", "strong", "em", "i", "u")
                        .contains(block.tagName().toLowerCase(Locale.ROOT))) {
                    block.unwrap();
                } else {
                    block.remove();
                }
            }
        }
    }

    private static boolean blank(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
    }
}
