package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.yangguang.site.SafeHtml;

/**
 * Safe HTML as one text of which every sign knows its place, so that a number is found although part of it is bold. Blocks are parted by
 * two line breaks, cells by a tab; nothing is read across them.
 */
final class FlatHtml {

    private static final Set<String> CELLS = Set.of("td", "th");

    private record Piece(TextNode node, int from) {}

    private final Document document;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    FlatHtml(String html) {
        document = Jsoup.parseBodyFragment(html);
        document.outputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8");
        flatten(document.body());
    }

    private void flatten(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode node) {
                pieces.add(new Piece(node, text.length()));
                text.append(node.getWholeText());
            } else if (child instanceof Element inner) {
                String apart = CELLS.contains(inner.tagName())
                        ? "\t"
                        : inner.tagName().equals("br") ? "\n" : inner.isBlock() ? "\n\n" : "";
                text.append(apart);
                flatten(inner);
                text.append(apart);
            }
        }
    }

    CharSequence text() {
        return text;
    }

    Document document() {
        return document;
    }

    /** Puts {@code other}, which is as long, in the place of the signs from {@code start}. */
    void overwrite(int start, String other) {
        replace(start, start + other.length(), other);
    }

    /** Puts {@code other} in the place of {@code [start, end)}; places behind it are no longer known. */
    void replace(int start, int end, String other) {
        boolean sameLength = other.length() == end - start;
        boolean placed = false;
        for (Piece piece : pieces) {
            String words = piece.node().getWholeText();
            int from = Math.max(start, piece.from());
            int to = Math.min(end, piece.from() + words.length());
            if (from < to) {
                String part = sameLength ? other.substring(from - start, to - start) : placed ? "" : other;
                piece.node().text(words.substring(0, from - piece.from()) + part + words.substring(to - piece.from()));
                placed = true;
            }
        }
    }

    /** Wraps {@code [start, end)} into marks; to be called from the last to the first. */
    void mark(int start, int end, String id) {
        for (Piece piece : pieces) {
            int length = piece.node().getWholeText().length();
            int from = Math.max(start, piece.from());
            int to = Math.min(end, piece.from() + length);
            if (from < to) {
                TextNode inner = from > piece.from() ? piece.node().splitText(from - piece.from()) : piece.node();
                if (to - from < inner.getWholeText().length()) {
                    inner.splitText(to - from);
                }
                inner.wrap("<mark class=\"finding\" id=\"" + id + "\"></mark>");
            }
        }
    }

    String html() {
        return SafeHtml.clean(document.body().html());
    }
}
