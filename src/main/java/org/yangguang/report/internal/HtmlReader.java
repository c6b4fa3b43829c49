package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/** A saved page, whatever surrounds the report: the innermost tables are tables, all other text is paragraphs. */
final class HtmlReader implements NodeVisitor {

    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "head", "svg", "select");
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_TABLES = 2_000;

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int silent;

    private HtmlReader() {}

    static Document read(String html) throws Unreadable {
        Element body = Jsoup.parse(html).body();
        if (body.select("td, th").size() > MOST_CELLS || body.select("table").size() > MOST_TABLES) {
            throw new Unreadable("unreadable.cells", String.valueOf(MOST_CELLS));
        }
        HtmlReader reader = new HtmlReader();
        NodeTraversor.traverse(reader, body);
        reader.endOfLine();
        return new Document(reader.blocks);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (silent > 0 || SILENT.contains(name) || isDataTable(element)) {
                if (silent == 0 && name.equals("table")) {
                    endOfLine();
                    blocks.add(grid(element));
                }
                silent++;
            } else if (element.isBlock() || name.equals("br") || name.equals("td") || name.equals("th")) {
                endOfLine();
            }
        } else if (silent == 0 && node instanceof TextNode text) {
            line.append(text.getWholeText().replaceAll("\\s+", " "));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (silent > 0) {
                silent--;
            } else if (element.isBlock() || element.normalName().equals("td")) {
                endOfLine();
            }
        }
    }

    private static boolean isDataTable(Element element) {
        return element.normalName().equals("table")
                && element.select("table").size() == 1
                && element.select("tr").size() > 1;
    }

    private static Grid grid(Element table) {
        return new Grid(table.select("tr").stream()
                .map(row -> row.children().stream()
                        .filter(cell -> cell.normalName().equals("td")
                                || cell.normalName().equals("th"))
                        .map(Element::text)
                        .toList())
                .filter(cells -> !cells.isEmpty())
                .toList());
    }

    private void endOfLine() {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
            blocks.add(new Paragraph(text));
        }
        line.setLength(0);
    }
}
