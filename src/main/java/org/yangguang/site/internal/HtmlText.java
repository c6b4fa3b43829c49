package org.yangguang.site.internal;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads the text of HTML as a person reads the page: block after block. */
public final class HtmlText implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "table",
            "caption",
            "tr",
            "hr",
            "br",
            "section",
            "article",
            "header",
            "footer");

    private final StringBuilder text = new StringBuilder();
    private boolean space;

    private HtmlText() {}

    public static String of(Element body) {
        HtmlText reading = new HtmlText();
        body.traverse(reading);
        return reading.text.toString().strip();
    }

    /** How many elements lie in each other at most. */
    public static int depth(Element body) {
        int[] deepest = {0};
        body.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
        return deepest[0];
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (BLOCKS.contains(node.nodeName())) {
            newLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (BLOCKS.contains(node.nodeName())) {
            newLine();
        } else if ("td".equals(node.nodeName()) || "th".equals(node.nodeName())) {
            space = true;
        }
    }

    private void append(String words) {
        words.codePoints().forEach(each -> {
            if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
                space = true;
            } else {
                if (space && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
                space = false;
                text.appendCodePoint(each);
            }
        });
    }

    private void newLine() {
        space = false;
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
