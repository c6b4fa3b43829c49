package org.yangguang.disclosure.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The links of a body, each address once. */
final class BodyLinks {

    static final String PLACE = "bodyHtml";
    private static final int LONGEST_WORDS = 60;

    /** @param words what the link is written on; of an image its alternative text */
    record Link(String address, String words) {}

    private BodyLinks() {}

    static List<Link> in(String bodyHtml) {
        if (!bodyHtml.contains("href") && !bodyHtml.contains("src")) {
            return List.of();
        }
        Map<String, Link> links = new LinkedHashMap<>();
        for (Element each : Jsoup.parseBodyFragment(bodyHtml).select("a[href], img[src]")) {
            boolean image = each.tagName().equals("img");
            String address = each.attr(image ? "src" : "href").strip();
            if (leads(address)) {
                links.putIfAbsent(address, new Link(address, shortened(image ? each.attr("alt") : each.text())));
            }
        }
        return List.copyOf(links.values());
    }

    static boolean leads(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        return !start.isEmpty()
                && !start.startsWith("#")
                && !start.startsWith("mailto:")
                && !start.startsWith("tel:")
                && !start.startsWith("data:");
    }

    static boolean toTheWeb(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || start.startsWith("//");
    }

    static String shortened(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
    }
}
