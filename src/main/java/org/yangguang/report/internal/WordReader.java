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

/**
 * Paragraphs and tables of a Word document. A table inside a table, or in a box of text, stands after the cell that holds it; what is only there for
 * older programs, or was moved away, is left out.
 */
final class WordReader {

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<List<List<String>>> tables = new ArrayDeque<>();
    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final Deque<Boolean> continuedOutside = new ArrayDeque<>();
    private boolean continued;
    private int leftOut;

    private WordReader() {}

    static Document read(byte[] part) throws XMLStreamException {
        WordReader reader = new WordReader();
        XMLStreamReader xml = OfficeReader.xml(part);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                reader.leftOut += isLeftOut(xml.getLocalName()) ? 1 : 0;
                if (reader.leftOut == 0) {
                    reader.start(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.leftOut == 0) {
                    reader.end(xml.getLocalName());
                }
                reader.leftOut -= isLeftOut(xml.getLocalName()) ? 1 : 0;
            }
        }
        return new Document(reader.blocks);
    }

    private static boolean isLeftOut(String name) {
        return name.equals("Fallback") || name.equals("moveFrom");
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> {
                endOfParagraph();
                tables.push(new ArrayList<>());
                continuedOutside.push(continued);
            }
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
        continued = continuedOutside.pop();
        boolean ofOneCell = rows.size() == 1 && rows.get(0).size() == 1;
        if (ofOneCell && !cells.isEmpty()) {
            cells.peek().append(rows.get(0).get(0));
        } else {
            blocks.add(new Grid(rows));
        }
    }
}
