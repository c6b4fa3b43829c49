package org.yangguang.file.internal.copying;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.XmlPart;

/**
 * Sheets of a workbook. A masked cell holds its own text from then on; shared texts that no cell shows any more become empty, formulas
 * become their values, and what filters and charts remember of masked cells goes with them.
 */
final class SheetTables implements TableMasking {

    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();
    /** What a chart remembers is compared with this many masked texts at most. */
    private static final int REMEMBERED = 200_000;

    private final Path file;

    SheetTables(Path file) {
        this.file = file;
    }

    @Override
    public List<FileTable> tables() throws IOException, BadContent {
        OfficeParts parts = OfficeParts.read(file);
        List<String> shared = shared(parts);
        List<FileTable> tables = new ArrayList<>();
        for (Map.Entry<String, String> sheet : sheets(parts)) {
            tables.add(shape(sheet.getKey(), parts.part(sheet.getValue()), shared));
        }
        return tables;
    }

    @Override
    public void mask(Map<Integer, Map<Integer, ColumnMask>> masks, Path target) throws IOException, BadContent {
        OfficeParts parts = OfficeParts.read(file);
        List<String> shared = shared(parts);
        BitSet used = new BitSet();
        Map<String, String> changed = new HashMap<>();
        List<Map.Entry<String, String>> sheets = sheets(parts);
        for (int i = 0; i < sheets.size(); i++) {
            String part = sheets.get(i).getValue();
            int heading = shape("", parts.part(part), shared).headingRow();
            Map<Integer, ColumnMask> columns = masks.getOrDefault(i, Map.of());
            parts.put(part, new Pass(shared, columns, heading, used, changed).over(parts.part(part)));
        }
        String texts = texts(parts);
        if (texts != null) {
            parts.put(texts, SheetFace.blanked(parts.part(texts), used));
        }
        for (String name : parts.names()) {
            if (name.startsWith("xl/charts/") && name.endsWith(".xml")) {
                parts.put(name, remembered(parts.part(name), changed));
            } else if (name.startsWith("xl/tables/")) {
                parts.put(name, withoutFilters(parts.part(name)));
            }
        }
        parts.write(target);
    }

    /** Names and parts of the sheets, as they stand in the workbook. */
    private static List<Map.Entry<String, String>> sheets(OfficeParts parts) throws BadContent {
        Map<String, String> byId = new HashMap<>();
        for (Relation relation : parts.relations(parts.main())) {
            if (relation.type().equals("worksheet") && parts.has(relation.target())) {
                byId.put(relation.id(), relation.target());
            }
        }
        List<Map.Entry<String, String>> sheets = new ArrayList<>();
        for (Element each : Xml.all(parts.tree(parts.main()))) {
            String part = byId.get(Xml.attribute(each, "id"));
            if ("sheet".equals(each.getLocalName()) && part != null) {
                sheets.add(Map.entry(each.getAttribute("name"), part));
            }
        }
        return sheets;
    }

    private static @Nullable String texts(OfficeParts parts) throws BadContent {
        return parts.relations(parts.main()).stream()
                .filter(each -> each.type().equals("sharedStrings") && parts.has(each.target()))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    private static List<String> shared(OfficeParts parts) throws BadContent {
        String texts = texts(parts);
        List<String> shared = new ArrayList<>();
        if (texts == null) {
            return shared;
        }
        StringBuilder[] now = {null};
        boolean[] text = {false};
        walk(parts.part(texts), event -> {
            if (event.isStartElement()) {
                String name = event.asStartElement().getName().getLocalPart();
                now[0] = name.equals("si") ? new StringBuilder() : now[0];
                text[0] = name.equals("t");
            } else if (event.isCharacters() && text[0] && now[0] != null) {
                now[0].append(event.asCharacters().getData());
            } else if (event.isEndElement()) {
                text[0] = false;
                if (event.asEndElement().getName().getLocalPart().equals("si") && now[0] != null) {
                    shared.add(now[0].toString());
                }
            }
            return true;
        });
        return shared;
    }

    private static FileTable shape(String name, byte[] part, List<String> shared) throws BadContent {
        List<List<String>> first = new ArrayList<>();
        int[] count = {0};
        Cell cell = new Cell(shared);
        walk(part, event -> {
            if (event.isStartElement()) {
                String called = event.asStartElement().getName().getLocalPart();
                if (called.equals("row")) {
                    count[0]++;
                    if (first.size() < FileTable.SAMPLE + 10) {
                        first.add(new ArrayList<>());
                    }
                    cell.row();
                }
            }
            if (count[0] == first.size() && cell.takes(event)) {
                List<String> row = first.get(first.size() - 1);
                while (row.size() < cell.column()) {
                    row.add("");
                }
                row.add(cell.value());
            }
            return true;
        });
        return FileTable.of(name, first, count[0]);
    }

    /** Reads a cell, event by event. */
    private static final class Cell {

        private final List<String> shared;
        private final StringBuilder text = new StringBuilder();
        private String type = "";
        private String inside = "";
        private int column = -1;
        private int index = -1;

        Cell(List<String> shared) {
            this.shared = shared;
        }

        void row() {
            column = -1;
        }

        /** True with the event that ends a cell. */
        boolean takes(XMLEvent event) {
            if (event.isStartElement()) {
                StartElement start = event.asStartElement();
                inside = start.getName().getLocalPart();
                if (inside.equals("c")) {
                    String place = attribute(start, "r");
                    column = place.isEmpty() ? column + 1 : number(place);
                    type = attribute(start, "t");
                    text.setLength(0);
                    index = -1;
                }
            } else if (event.isCharacters() && (inside.equals("v") || inside.equals("t"))) {
                text.append(event.asCharacters().getData());
            } else if (event.isEndElement()) {
                inside = "";
                return event.asEndElement().getName().getLocalPart().equals("c");
            }
            return false;
        }

        int column() {
            return column;
        }

        /** Which shared text it shows; -1 when it has its own. */
        int shared() {
            value();
            return index;
        }

        String value() {
            String raw = text.toString();
            if (type.equals("s") && raw.strip().matches("[0-9]{1,9}")) {
                index = Integer.parseInt(raw.strip());
                return index < shared.size() ? shared.get(index) : "";
            }
            // a number of 18 digits that was typed as one
            return raw.matches("[0-9.]+E[+]?[0-9]{1,2}")
                    ? new BigDecimal(raw).toPlainString()
                    : raw.matches("-?[0-9]+[.]0") ? raw.substring(0, raw.length() - 2) : raw;
        }

        private static int number(String place) {
            int column = 0;
            for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
                column = column * 26 + place.charAt(i) - 'A' + 1;
            }
            return column - 1;
        }
    }

    /** One sheet written anew. */
    private static final class Pass {

        private static final Set<String> GONE = Set.of("f", "filterColumn", "extLst");

        private final Map<Integer, ColumnMask> columns;
        private final int heading;
        private final BitSet used;
        private final Map<String, String> changed;
        private final Cell cell;

        Pass(
                List<String> shared,
                Map<Integer, ColumnMask> columns,
                int heading,
                BitSet used,
                Map<String, String> changed) {
            this.columns = columns;
            this.heading = heading;
            this.used = used;
            this.changed = changed;
            this.cell = new Cell(shared);
        }

        byte[] over(byte[] part) throws BadContent {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length);
            try {
                XMLEventReader reader = reader(part);
                XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(bytes, "UTF-8");
                List<XMLEvent> held = new ArrayList<>();
                boolean holding = false;
                int gone = 0;
                int row = -1;
                while (reader.hasNext()) {
                    XMLEvent event = reader.nextEvent();
                    if (gone > 0) {
                        gone += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                        continue;
                    }
                    if (event.isStartElement()) {
                        String name = event.asStartElement().getName().getLocalPart();
                        if (GONE.contains(name) && !columns.isEmpty()) {
                            gone = 1;
                            continue;
                        }
                        if (name.equals("row")) {
                            row++;
                            cell.row();
                        }
                        holding |= name.equals("c");
                    }
                    boolean whole = cell.takes(event);
                    if (!holding) {
                        writer.add(event);
                        continue;
                    }
                    held.add(event);
                    if (whole) {
                        write(held, row, writer);
                        held.clear();
                        holding = false;
                    }
                }
                writer.close();
                return bytes.toByteArray();
            } catch (XMLStreamException | RuntimeException e) {
                throw new BadContent("file.document.damaged");
            }
        }

        private void write(List<XMLEvent> held, int row, XMLEventWriter writer) throws XMLStreamException {
            ColumnMask mask = row > heading ? columns.getOrDefault(cell.column(), ColumnMask.KEEP) : ColumnMask.KEEP;
            String before = mask == ColumnMask.KEEP ? "" : cell.value();
            String after = mask.of(before);
            if (after.equals(before)) {
                if (cell.shared() >= 0) {
                    used.set(cell.shared());
                }
                for (XMLEvent each : held) {
                    writer.add(each);
                }
                return;
            }
            if (changed.size() < REMEMBERED) {
                changed.put(before, after);
            }
            StartElement start = held.get(0).asStartElement();
            String prefix = start.getName().getPrefix();
            String space = start.getName().getNamespaceURI();
            List<Attribute> kept = new ArrayList<>();
            start.getAttributes().forEachRemaining(each -> {
                if (!each.getName().getLocalPart().equals("t")) {
                    kept.add(each);
                }
            });
            kept.add(EVENTS.createAttribute("t", "inlineStr"));
            writer.add(EVENTS.createStartElement(prefix, space, "c", kept.iterator(), start.getNamespaces()));
            writer.add(EVENTS.createStartElement(prefix, space, "is"));
            writer.add(EVENTS.createStartElement(prefix, space, "t"));
            writer.add(EVENTS.createCharacters(after));
            writer.add(EVENTS.createEndElement(prefix, space, "t"));
            writer.add(EVENTS.createEndElement(prefix, space, "is"));
            writer.add(held.get(held.size() - 1));
        }
    }

    /** A chart keeps what it was drawn from. */
    private static byte[] remembered(byte[] part, Map<String, String> changed) throws BadContent {
        var tree = Xml.read(part);
        for (Element each : Xml.all(tree)) {
            if ("v".equals(each.getLocalName()) && changed.containsKey(each.getTextContent())) {
                each.setTextContent(changed.get(each.getTextContent()));
            }
        }
        return Xml.write(tree);
    }

    private static byte[] withoutFilters(byte[] part) throws BadContent {
        var tree = Xml.read(part);
        Xml.all(tree).stream()
                .filter(each -> "filterColumn".equals(each.getLocalName()))
                .forEach(Xml::remove);
        return Xml.write(tree);
    }

    private interface Each {
        boolean of(XMLEvent event);
    }

    private static void walk(byte[] part, Each each) throws BadContent {
        try {
            for (Iterator<?> events = reader(part); events.hasNext(); ) {
                if (!each.of((XMLEvent) events.next())) {
                    return;
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static XMLEventReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLEventReader(XmlPart.reader(new ByteArrayInputStream(part)));
    }

    private static String attribute(StartElement start, String name) {
        Attribute attribute = start.getAttributeByName(new QName(name));
        return attribute == null ? "" : attribute.getValue();
    }
}
