package org.yangguang.disclosure.web;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the touch screen shows. */
public final class KioskView {

    /** @param count null when there is nothing to count */
    public record Tile(String label, @Nullable Long count, String href) {}

    public record Line(String title, String href, String from, LocalDate on) {}

    /** Pages to go back and forth. */
    public record Steps(String address, int page, int pages) {

        public String to(int other) {
            return address + "page=" + other;
        }
    }

    private KioskView() {}

    /** The text as it is, where links are words: nothing in a document leads out of the touch screen. */
    static String withoutLinks(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("a").forEach(Element::unwrap);
        document.select("form, input, button, iframe, area").remove();
        return document.body().html();
    }
}
