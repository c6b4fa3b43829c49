package org.yangguang.file.internal.copying;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.yangguang.file.Carried.What;
import org.yangguang.file.internal.copying.OfficeParts.Relation;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.XmlPart;

/**
 * What a reader sees of a workbook: sheets of macros and hidden sheets go with everything they hold, hidden rows and columns stay hidden and are empty, and
 * so are the shared texts that only they used. Where something hidden went, formulas become their values.
 */
final class SheetFace {

    private static final Set<String> GONE = Set.of(
            "scenarios",
            "customSheetViews",
            "sheetProtection",
            "protectedRanges",
            "dataConsolidate",
            "webPublishItems",
            "smartTags",
            "cellWatches",
            "sheetCalcPr");
    /** Sheets that are programs: Excel 4 macros, and the dialogues that they show. */
    private static final Set<String> PROGRAMS = Set.of("xlMacrosheet", "xlIntlMacrosheet", "dialogsheet");

    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private final OfficeParts parts;
    private final Findings found;
    private final BitSet used = new BitSet();

    SheetFace(OfficeParts parts, Findings found) {
        this.parts = parts;
        this.found = found;
    }

    void clean(String main) throws BadContent {
        Document workbook = parts.tree(main);
        Set<String> programs = new HashSet<>();
        for (Relation relation : parts.relations(main)) {
            if (PROGRAMS.contains(relation.type())) {
                programs.add(relation.id());
            }
        }
        Set<String> hidden = new HashSet<>(programs);
        List<Element> sheets = Xml.all(workbook).stream()
                .filter(each -> "sheet".equals(each.getLocalName()))
                .toList();
        List<Integer> moved = new ArrayList<>();
        int position = 0;
        Set<String> names = new HashSet<>();
        for (Element sheet : sheets) {
            boolean program = programs.contains(Xml.attribute(sheet, "id"));
            boolean visible = sheet.getAttribute("state").isEmpty()
                    || sheet.getAttribute("state").equals("visible");
            boolean shown = visible && !program;
            moved.add(shown ? position++ : -1);
            if (!shown) {
                hidden.add(Xml.attribute(sheet, "id"));
                names.add(sheet.getAttribute("name"));
                if (program) {
                    found.add(What.MACROS, sheet.getAttribute("name"));
                }
                if (!visible) {
                    found.add(What.HIDDEN_SHEETS, sheet.getAttribute("name"));
                }
                Xml.remove(sheet);
            }
        }
        if (position == 0) {
            throw new BadContent(sheets.isEmpty() ? "file.document.damaged" : "file.copy.nothingShown");
        }
        book(workbook, names, moved);
        parts.put(main, Xml.write(workbook));
        Set<String> kept = new HashSet<>();
        List<String> shown = new ArrayList<>();
        String texts = null;
        boolean outside = false;
        for (Relation relation : parts.relations(main)) {
            if (!hidden.contains(relation.id())) {
                kept.add(relation.id());
                if (relation.type().equals("worksheet") && parts.has(relation.target())) {
                    shown.add(relation.target());
                }
            }
            texts = relation.type().equals("sharedStrings") ? relation.target() : texts;
            outside |= relation.type().equals("externalLink");
        }
        parts.keep(main, kept);
        boolean something = !hidden.isEmpty() || outside;
        for (String sheet : shown) {
            something |= hides(parts.part(sheet));
        }
        SheetObjects objects = new SheetObjects(parts);
        for (String sheet : shown) {
            objects.keepPictures(sheet);
            parts.put(sheet, sheet(parts.part(sheet), something));
        }
        new ChartFace(parts, names).clean();
        if (texts != null && parts.has(texts)) {
            parts.put(texts, texts(parts.part(texts)));
        }
    }

    private void book(Document workbook, Set<String> names, List<Integer> moved) {
        for (Element each : Xml.all(workbook)) {
            String name = each.getLocalName();
            if (name.equals("definedName")) {
                String formula = each.getTextContent();
                boolean ofHidden = names.stream().anyMatch(formula::contains);
                String local = each.getAttribute("localSheetId");
                int to = local.isEmpty() ? 0 : index(local, moved);
                boolean program = Xml.yes(each.getAttribute("xlm"))
                        || Xml.yes(each.getAttribute("vbProcedure"))
                        || Xml.yes(each.getAttribute("function"));
                if (program || ofHidden || to < 0 || formula.contains("[") || Xml.yes(each.getAttribute("hidden"))) {
                    Xml.remove(each);
                } else if (!local.isEmpty()) {
                    each.setAttribute("localSheetId", String.valueOf(to));
                }
            } else if (name.equals("workbookView")) {
                each.removeAttribute("activeTab");
                each.removeAttribute("firstSheet");
            } else if (Set.of(
                            "fileSharing",
                            "workbookProtection",
                            "customWorkbookViews",
                            "webPublishing",
                            "absPath",
                            "revisionPtr")
                    .contains(name)) {
                Xml.remove(
                        name.equals("absPath") && Xml.parent(each, "AlternateContent") != null
                                ? java.util.Objects.requireNonNull(Xml.parent(each, "AlternateContent"))
                                : each);
            }
        }
        for (Element each : Xml.all(workbook)) {
            if (each.getLocalName().equals("definedNames") && Xml.child(each, "definedName") == null) {
                Xml.remove(each);
            }
        }
    }

    private static int index(String local, List<Integer> moved) {
        int index = local.matches("[0-9]{1,5}") ? Integer.parseInt(local) : -1;
        return index >= 0 && index < moved.size() ? moved.get(index) : -1;
    }

    private static boolean hides(byte[] sheet) {
        String text = new String(sheet, StandardCharsets.UTF_8);
        return text.contains(" hidden=\"1\"") || text.contains(" hidden=\"true\"");
    }

    private byte[] sheet(byte[] part, boolean valuesOnly) throws BadContent {
        BitSet columns = new BitSet();
        boolean[] inHidden = new boolean[1];
        int[] lastColumn = new int[1];
        String[] type = new String[1];
        return pass(part, (start, next) -> {
            switch (start.getName().getLocalPart()) {
                case "col" -> {
                    if (Xml.yes(value(start, "hidden")) || "0".equals(value(start, "width"))) {
                        columns.set(number(value(start, "min")), Math.min(16_385, number(value(start, "max")) + 1));
                        found.add(What.HIDDEN_COLUMNS);
                    }
                }
                case "row" -> {
                    lastColumn[0] = 0;
                    inHidden[0] = Xml.yes(value(start, "hidden")) || "0".equals(value(start, "ht"));
                    if (inHidden[0]) {
                        found.add(What.HIDDEN_ROWS);
                    }
                }
                case "c" -> {
                    String place = value(start, "r");
                    lastColumn[0] = place.isEmpty() ? lastColumn[0] + 1 : column(place);
                    type[0] = value(start, "t");
                    return !inHidden[0] && !columns.get(lastColumn[0]);
                }
                case "v" -> {
                    if ("s".equals(type[0]) && next != null && next.isCharacters()) {
                        used.set(number(next.asCharacters().getData().strip()));
                    }
                }
                case "f" -> {
                    if (valuesOnly) {
                        found.add(What.FORMULAS);
                        return false;
                    }
                }
                case "dataValidations", "extLst" -> {
                    return !valuesOnly;
                }
                default -> {
                    return !GONE.contains(start.getName().getLocalPart());
                }
            }
            return true;
        });
    }

    /** Texts that no cell shows any more become empty; their numbers stay. */
    private byte[] texts(byte[] part) throws BadContent {
        return blanked(part, used);
    }

    static byte[] blanked(byte[] part, BitSet used) throws BadContent {
        int[] number = {-1};
        boolean[] blank = new boolean[1];
        return pass(part, (start, next) -> {
            String name = start.getName().getLocalPart();
            if (name.equals("si")) {
                blank[0] = !used.get(++number[0]);
                return true;
            }
            return !blank[0] || name.equals("sst");
        });
    }

    /** The part without elements that use one of these relations. */
    static byte[] unlinked(byte[] part, Set<String> cut) throws BadContent {
        return pass(
                part,
                (start, next) -> {
                    for (Iterator<Attribute> all = start.getAttributes(); all.hasNext(); ) {
                        Attribute each = all.next();
                        if (each.getName().getNamespaceURI().endsWith("/relationships")
                                && cut.contains(each.getValue())) {
                            return start.getName().getLocalPart().equals("pageSetup");
                        }
                    }
                    return !Set.of("oleObjects", "controls")
                            .contains(start.getName().getLocalPart());
                },
                cut);
    }

    /** Says of each element whether it stays; what does not goes with all it holds. */
    private interface Stays {
        boolean test(StartElement start, @Nullable XMLEvent next);
    }

    private static byte[] pass(byte[] part, Stays stays) throws BadContent {
        return pass(part, stays, Set.of());
    }

    private static byte[] pass(byte[] part, Stays stays, Set<String> cut) throws BadContent {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length);
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLEventReader reader = factory.createXMLEventReader(XmlPart.reader(new ByteArrayInputStream(part)));
            XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(bytes, "UTF-8");
            int gone = 0;
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (gone > 0) {
                    gone += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
                } else if (event.isStartElement() && !stays.test(event.asStartElement(), reader.peek())) {
                    gone = 1;
                } else if (event.isStartElement() && !cut.isEmpty()) {
                    writer.add(without(event.asStartElement(), cut));
                } else {
                    writer.add(event);
                }
            }
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException | RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    private static XMLEvent without(StartElement start, Set<String> cut) {
        List<Attribute> kept = new ArrayList<>();
        start.getAttributes().forEachRemaining(each -> {
            if (!each.getName().getNamespaceURI().endsWith("/relationships") || !cut.contains(each.getValue())) {
                kept.add(each);
            }
        });
        return EVENTS.createStartElement(
                start.getName().getPrefix(),
                start.getName().getNamespaceURI(),
                start.getName().getLocalPart(),
                kept.iterator(),
                start.getNamespaces(),
                start.getNamespaceContext());
    }

    private static String value(StartElement start, String name) {
        Attribute attribute = start.getAttributeByName(new QName(name));
        return attribute == null ? "" : attribute.getValue();
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = column * 26 + place.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
