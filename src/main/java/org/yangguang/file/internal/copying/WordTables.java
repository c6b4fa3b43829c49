package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;
import org.yangguang.file.internal.reading.BadContent;

/** Tables of a Word document; one inside another belongs to its cell. */
final class WordTables implements TableMasking {

    private final Path file;

    WordTables(Path file) {
        this.file = file;
    }

    @Override
    public List<FileTable> tables() throws IOException, BadContent {
        OfficeParts parts = OfficeParts.read(file);
        List<FileTable> tables = new ArrayList<>();
        for (Element table : tables(parts.tree(parts.main()))) {
            tables.add(shape(table));
        }
        return tables;
    }

    @Override
    public void mask(Map<Integer, Map<Integer, ColumnMask>> masks, Path target) throws IOException, BadContent {
        OfficeParts parts = OfficeParts.read(file);
        Document document = parts.tree(parts.main());
        List<Element> tables = tables(document);
        for (int i = 0; i < tables.size(); i++) {
            if (masks.containsKey(i)) {
                mask(tables.get(i), masks.get(i));
            }
        }
        parts.put(parts.main(), Xml.write(document));
        parts.write(target);
    }

    private static void mask(Element table, Map<Integer, ColumnMask> masks) {
        List<Element> rows = children(table, "tr");
        int from = shape(table).headingRow() + 1;
        for (int row = from; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : children(rows.get(row), "tc")) {
                ColumnMask mask = masks.getOrDefault(column, ColumnMask.KEEP);
                if (mask != ColumnMask.KEEP) {
                    paragraphs(cell).forEach(each -> mask(each, mask));
                }
                column += span(cell);
            }
        }
    }

    /** The first run takes the whole, in its own look. */
    private static void mask(Element paragraph, ColumnMask mask) {
        List<Element> texts = texts(paragraph);
        String before = text(texts);
        String after = mask.of(before);
        if (after.equals(before)) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).setTextContent(i == 0 ? after : "");
        }
        // fields hold what they were made of
        Xml.all(paragraph).stream()
                .filter(each -> "instrText".equals(each.getLocalName()))
                .forEach(each -> each.setTextContent(""));
    }

    private static FileTable shape(Element table) {
        List<Element> rows = children(table, "tr");
        List<List<String>> first = new ArrayList<>();
        for (Element row : rows.subList(0, Math.min(rows.size(), FileTable.SAMPLE + 10))) {
            List<String> cells = new ArrayList<>();
            for (Element cell : children(row, "tc")) {
                StringBuilder words = new StringBuilder();
                paragraphs(cell).forEach(each -> words.append(words.isEmpty() ? "" : "\n")
                        .append(text(texts(each))));
                cells.add(words.toString());
                for (int i = 1; i < span(cell); i++) {
                    cells.add("");
                }
            }
            first.add(cells);
        }
        return FileTable.of("", first, rows.size());
    }

    private static List<Element> tables(Document document) {
        return Xml.all(document).stream()
                .filter(each -> "tbl".equals(each.getLocalName()) && Xml.parent(each, "tbl") == null)
                .toList();
    }

    /** Rows and cells also where a content control stands around them. */
    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                String called = String.valueOf(element.getLocalName());
                if (called.equals(name)) {
                    found.add(element);
                } else if (called.equals("sdt") || called.equals("sdtContent") || called.equals("customXml")) {
                    found.addAll(children(element, name));
                }
            }
        }
        return found;
    }

    private static List<Element> paragraphs(Element cell) {
        return Xml.all(cell).stream()
                .filter(each -> "p".equals(each.getLocalName()))
                .toList();
    }

    private static List<Element> texts(Element paragraph) {
        return Xml.all(paragraph).stream()
                .filter(each -> "t".equals(each.getLocalName()) && paragraph.equals(Xml.parent(each, "p")))
                .toList();
    }

    private static String text(List<Element> texts) {
        StringBuilder words = new StringBuilder();
        texts.forEach(each -> words.append(each.getTextContent()));
        return words.toString();
    }

    private static int span(Element cell) {
        Element look = Xml.child(cell, "tcPr");
        Element span = look == null ? null : Xml.child(look, "gridSpan");
        String number = span == null ? "" : Xml.attribute(span, "val");
        return number.matches("[1-9][0-9]?") ? Integer.parseInt(number) : 1;
    }
}
