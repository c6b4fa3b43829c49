package org.yangguang.intake.internal;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.yangguang.site.SafeHtml;

/** The body that stands in a cell: HTML when it looks like it, else lines of text. */
final class WrittenBody {

    private static final Pattern HTML = Pattern.compile(
            "(?is)<(p|div|br|table|h[1-6]|ul|ol|span|img|a|section|article|strong|b|font)(\\s[^<>]*)?/?>");

    private WrittenBody() {}

    static String html(String written) {
        if (written.isBlank()) {
            return "";
        }
        if (HTML.matcher(written).find()) {
            return SafeHtml.clean(written);
        }
        StringBuilder html = new StringBuilder();
        written.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> html.append("<p>")
                .append(Entities.escape(line))
                .append("</p>"));
        return SafeHtml.clean(html.toString());
    }
}
