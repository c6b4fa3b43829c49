package org.yangguang.report.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/** Paragraphs and tables of a Word document; of a table inside a table only the text counts. */
final class WordReader {

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<List<List<String>>> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();
    private boolean continued;

    private WordReader() {}

    static Document read(byte[] part) throws XMLStreamException {
        WordReader reader = new WordReader();
        XMLStreamReader xml = OfficeReader.xml(part);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                reader.start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reader.end(xml.getLocalName());
            }
        }
        return new Document(reader.blocks);
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> tables.push(new ArrayList<>());
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.peek().add(new ArrayList<>());
                }
            }
            case "tc" -> {
                cells.push(new StringBuilder());
                continued = false;
            }
            case "vMerge" -> {
                String value = xml.getAttributeValue(null, "val");
                String qualified = xml.getAttributeCount() > 0 ? xml.getAttributeValue(0) : null;
                continued = !"restart".equals(value) && !"restart".equals(qualified);
            }
            case "t" -> paragraph.append(xml.getElementText());
            case "tab", "br" -> paragraph.append(' ');
            case "delText" -> xml.getElementText();
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endOfParagraph();
            case "tc" -> {
                String text = cells.pop().toString();
                if (!continued && !tables.isEmpty() && !tables.peek().isEmpty()) {
                    List<List<String>> rows = tables.peek();
                    rows.get(rows.size() - 1).add(text);
                }
                continued = false;
            }
            case "tbl" -> endOfTable();
            default -> {}
        }
    }

    private void endOfParagraph() {
        if (cells.isEmpty()) {
            if (!paragraph.isEmpty()) {
                blocks.add(new Paragraph(paragraph.toString()));
            }
        } else {
            cells.peek().append(paragraph);
        }
        paragraph.setLength(0);
    }

    private void endOfTable() {
        List<List<String>> rows = tables.pop();
        if (tables.isEmpty()) {
            blocks.add(new Grid(rows));
        } else {
            rows.forEach(row -> cells.peek().append(String.join(" ", row)));
        }
    }
}
