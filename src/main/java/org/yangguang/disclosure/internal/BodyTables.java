package org.yangguang.disclosure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;

/** Tables of a body; one inside another belongs to its cell. */
final class BodyTables {

    private BodyTables() {}

    static List<FileTable> in(String bodyHtml) {
        if (!bodyHtml.contains("<table")) {
            return List.of();
        }
        List<FileTable> tables = new ArrayList<>();
        for (Element table : tables(new FlatHtml(bodyHtml))) {
            tables.add(shape(table));
        }
        return tables;
    }

    /** @param masks by the place of the table and of the column */
    static String masked(String bodyHtml, Map<Integer, Map<Integer, ColumnMask>> masks) {
        FlatHtml body = new FlatHtml(bodyHtml);
        List<Element> tables = tables(body);
        for (int i = 0; i < tables.size(); i++) {
            if (masks.containsKey(i)) {
                mask(tables.get(i), masks.get(i));
            }
        }
        return body.html();
    }

    private static void mask(Element table, Map<Integer, ColumnMask> masks) {
        List<Element> rows = rows(table);
        for (int row = shape(table).headingRow() + 1; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : cells(rows.get(row))) {
                ColumnMask mask = masks.getOrDefault(column, ColumnMask.KEEP);
                if (mask != ColumnMask.KEEP) {
                    mask(cell, mask);
                }
                column += span(cell);
            }
        }
    }

    /** The first words take the whole, in their own look. */
    private static void mask(Element cell, ColumnMask mask) {
        String before = cell.text();
        String after = mask.of(before);
        if (after.equals(before)) {
            return;
        }
        List<TextNode> texts = new ArrayList<>();
        cell.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof TextNode text && !text.isBlank()) {
                texts.add(text);
            }
        });
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).text(i == 0 ? after : "");
        }
        cell.select("a[href]").unwrap();
    }

    private static FileTable shape(Element table) {
        List<Element> rows = rows(table);
        List<List<String>> first = new ArrayList<>();
        for (Element row : rows.subList(0, Math.min(rows.size(), FileTable.SAMPLE + 10))) {
            List<String> texts = new ArrayList<>();
            for (Element cell : cells(row)) {
                texts.add(cell.text());
                for (int i = 1; i < span(cell); i++) {
                    texts.add("");
                }
            }
            first.add(texts);
        }
        return FileTable.of(table.select("> caption").text(), first, rows.size());
    }

    private static List<Element> tables(FlatHtml body) {
        return body.document().select("table").stream()
                .filter(each -> each.parent() == null || each.parent().closest("table") == null)
                .toList();
    }

    private static List<Element> rows(Element table) {
        return table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    }

    private static List<Element> cells(Element row) {
        return row.select("> td, > th");
    }

    private static int span(Element cell) {
        String number = cell.attr("colspan");
        return number.matches("[1-9][0-9]?") ? Integer.parseInt(number) : 1;
    }
}
