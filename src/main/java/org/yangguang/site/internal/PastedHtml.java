package org.yangguang.site.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a clipboard holds, turned into plain structure before it is made safe; this alone makes nothing safe. */
public final class PastedHtml {

    private static final String WITHOUT_CONTENT =
            "script, style, noscript, template, iframe, frame, frameset, object, embed, applet,"
                    + " svg, math, head, title, meta, link, base, xml, select, textarea, button, input, canvas, audio, video, noembed,"
                    + " noframes, plaintext, xmp";
    private static final Pattern HIDDEN = Pattern.compile(
            "display:none|visibility:hidden|mso-hide:all|font-size:0(px|pt|em|%)?(;|$)|opacity:0(\\.0+)?(;|$)");
    private static final Pattern ALIGNED = Pattern.compile("(?:^|;)text-align:(left|center|right|justify)");
    private static final Pattern BOLD = Pattern.compile("(?:^|;)font-weight:(bold|bolder|[6-9]00)");
    private static final Pattern RAISED = Pattern.compile("(?:^|;)vertical-align:(super|sub)");
    /** Characters that are not seen and only reorder, hide or break text; joiners of emoji and scripts stay. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private PastedHtml() {}

    /** The body of {@code html} without what has no place in a text. */
    public static Element tidy(String html) {
        Element body = Jsoup.parse(INVISIBLE.matcher(html).replaceAll("")).body();
        body.filter((node, depth) -> node instanceof org.jsoup.nodes.Comment
                ? org.jsoup.select.NodeFilter.FilterResult.REMOVE
                : org.jsoup.select.NodeFilter.FilterResult.CONTINUE);
        body.select(WITHOUT_CONTENT).remove();
        body.select("*").stream()
                .filter(each -> each.tagName().contains(":"))
                .toList()
                .forEach(Element::unwrap);
        body.select("[hidden]").remove();
        for (Element each : body.select("[style]")) {
            String style = each.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
            if (HIDDEN.matcher(style).find()) {
                each.remove();
                continue;
            }
            Matcher aligned = ALIGNED.matcher(style);
            if (aligned.find() && !each.hasAttr("align")) {
                each.attr("align", aligned.group(1));
            }
            if (each.nameIs("span")) {
                Matcher raised = RAISED.matcher(style);
                if (raised.find()) {
                    each.tagName("super".equals(raised.group(1)) ? "sup" : "sub");
                } else if (BOLD.matcher(style).find()) {
                    each.tagName("strong");
                }
            }
        }
        body.select("img").forEach(image -> {
            if (tiny(image.attr("width")) || tiny(image.attr("height"))) {
                image.remove();
            }
        });
        return body;
    }

    private static boolean tiny(String size) {
        return size.matches("\\s*[01](px)?\\s*");
    }
}
