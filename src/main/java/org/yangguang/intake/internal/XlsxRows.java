package org.yangguang.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;

/**
 * Rows of the first visible sheet of a workbook (ISO/IEC 29500, {@code .xlsx}), read as a stream; shared texts wait on disk. A cell in a date
 * format reads as {@code 2016-02-18}, a formula as the value that it had when the file was saved.
 */
final class XlsxRows implements SheetRows {

    private static final int MOST_CELLS = 2_000;
    private static final int MOST_STYLES = 70_000;
    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

    private final ZipFile zip;
    private final List<Boolean> dateStyles = new ArrayList<>();
    private LocalDate zero = ZERO_1900;
    private @Nullable SharedStrings strings;
    private final XMLStreamReader sheet;
    private long number;

    XlsxRows(Path file) {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new UnreadableSource("intake.unreadable.notExcel");
        }
        try {
            String part = firstSheet();
            styles();
            ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts != null) {
                strings = new SharedStrings(open(texts));
            }
            sheet = reader(open(part(part)));
        } catch (XMLStreamException | IOException e) {
            close();
            throw new UnreadableSource("intake.unreadable.notExcel");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Neither document type definitions nor anything outside of the file are read. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in);
    }

    private InputStream open(ZipEntry entry) throws IOException {
        return new BoundedStream(zip.getInputStream(entry), entry.getCompressedSize());
    }

    private ZipEntry part(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableSource("intake.unreadable.notExcel");
        }
        return entry;
    }

    private String firstSheet() throws IOException, XMLStreamException {
        String wanted = null;
        XMLStreamReader book = reader(open(part("xl/workbook.xml")));
        while (book.hasNext() && wanted == null) {
            if (book.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (book.getLocalName().equals("workbookPr") && truth(attribute(book, "date1904"))) {
                zero = ZERO_1904;
            } else if (book.getLocalName().equals("sheet")
                            && attribute(book, "state").isEmpty()
                    || book.getLocalName().equals("sheet")
                            && attribute(book, "state").equals("visible")) {
                wanted = attribute(book, "id");
            }
        }
        if (wanted == null) {
            throw new UnreadableSource("intake.unreadable.noSheet");
        }
        XMLStreamReader relations = reader(open(part("xl/_rels/workbook.xml.rels")));
        while (relations.hasNext()) {
            if (relations.next() == XMLStreamConstants.START_ELEMENT
                    && relations.getLocalName().equals("Relationship")
                    && attribute(relations, "Id").equals(wanted)) {
                String target = attribute(relations, "Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw new UnreadableSource("intake.unreadable.noSheet");
    }

    private void styles() throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("xl/styles.xml");
        if (entry == null) {
            return;
        }
        Map<Integer, Boolean> own = new HashMap<>();
        boolean inCells = false;
        XMLStreamReader styles = reader(open(entry));
        while (styles.hasNext() && dateStyles.size() < MOST_STYLES && own.size() < MOST_STYLES) {
            int event = styles.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (styles.getLocalName()) {
                    case "numFmt" ->
                        own.put(whole(attribute(styles, "numFmtId")), date(attribute(styles, "formatCode")));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            int format = whole(attribute(styles, "numFmtId"));
                            dateStyles.add(own.getOrDefault(format, builtInDate(format)));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && styles.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
    }

    /** The standard's own date formats, with those of the Chinese edition. */
    private static boolean builtInDate(int format) {
        return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
    }

    private static boolean date(String format) {
        String bare =
                format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "").toLowerCase(Locale.ROOT);
        return bare.contains("y") || (bare.contains("d") && bare.contains("m"));
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (sheet.hasNext()) {
                if (sheet.next() == XMLStreamConstants.START_ELEMENT
                        && sheet.getLocalName().equals("row")) {
                    String written = attribute(sheet, "r");
                    number = written.isEmpty() ? number + 1 : Math.max(number + 1, whole(written));
                    SheetRow row = row();
                    if (!row.empty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | IOException e) {
            throw new UnreadableSource("intake.unreadable.damagedAfter", number);
        }
    }

    private SheetRow row() throws XMLStreamException, IOException {
        Map<Integer, String> cells = new TreeMap<>();
        List<Reason> refusals = new ArrayList<>();
        List<Reason> warnings = new ArrayList<>();
        int next = 0;
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.END_ELEMENT && sheet.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("c")) {
                String place = attribute(sheet, "r");
                int column = place.isEmpty() ? next : column(place);
                next = column + 1;
                String text = cell(name(column) + number, refusals, warnings);
                if (column < MOST_CELLS && !text.isBlank()) {
                    cells.put(column, text);
                }
            }
        }
        return new SheetRow(number, cells, refusals, warnings);
    }

    private String cell(String place, List<Reason> refusals, List<Reason> warnings)
            throws XMLStreamException, IOException {
        String type = attribute(sheet, "t");
        String styled = attribute(sheet, "s");
        int style = styled.isEmpty() ? 0 : whole(styled);
        StringBuilder value = new StringBuilder();
        boolean formula = false;
        boolean inValue = false;
        int phonetic = 0;
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (sheet.getLocalName()) {
                    case "f" -> formula = true;
                    case "rPh" -> phonetic++;
                    case "v", "t" -> inValue = phonetic == 0;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (sheet.getLocalName()) {
                    case "rPh" -> phonetic--;
                    case "v", "t" -> inValue = false;
                    case "c" -> {
                        return read(place, type, style, formula, value.toString(), refusals, warnings);
                    }
                    default -> {}
                }
            } else if (inValue && value.length() < SharedStrings.LONGEST && sheet.isCharacters()) {
                value.append(sheet.getTextCharacters(), sheet.getTextStart(), sheet.getTextLength());
            }
        }
        throw new XMLStreamException("the sheet ends inside a cell");
    }

    private String read(
            String place,
            String type,
            int style,
            boolean formula,
            String value,
            List<Reason> refusals,
            List<Reason> warnings)
            throws IOException {
        if (type.equals("e")) {
            refusals.add(Reason.of("intake.refused.cellError", place, value));
            return "";
        }
        if (formula) {
            if (value.isEmpty()) {
                refusals.add(Reason.of("intake.refused.formula", place));
                return "";
            }
            warnings.add(Reason.of("intake.warning.formula", place));
        }
        if (value.length() >= SharedStrings.LONGEST) {
            refusals.add(Reason.of("intake.refused.cellTooLong", place));
            return "";
        }
        if (type.equals("s")) {
            String text = strings == null ? null : strings.get(whole(value));
            if (text == null) {
                refusals.add(Reason.of("intake.refused.cellError", place, value));
                return "";
            }
            return unescaped(text);
        }
        if (!type.isEmpty() && !type.equals("n")) {
            return unescaped(value);
        }
        return value.isBlank() ? "" : number(value.strip(), style < dateStyles.size() && dateStyles.get(style));
    }

    private String number(String value, boolean date) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (date && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
                LocalDateTime at = WrittenDates.ofSerial(number.doubleValue(), zero);
                return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? at.toLocalDate().toString()
                        : at.toLocalDate() + " " + at.toLocalTime().withNano(0);
            }
            return number.scale() > 30 || number.precision() > 40 || Math.abs(number.scale()) > 40
                    ? value
                    : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException none) {
            return value;
        }
    }

    /** Characters that XML does not know stand as {@code _x000D_}. */
    private static String unescaped(String text) {
        return text.contains("_x") ? text.replaceAll("_x000[dD]_", "").replaceAll("_x000[aA]_", "\n") : text;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static boolean truth(String value) {
        return value.equals("1") || value.equals("true");
    }

    private static int whole(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** 27 for {@code AB12}, from 0. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && column < 100_000; i++) {
            column = column * 26 + (place.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    private static String name(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    @Override
    public void close() {
        try {
            if (strings != null) {
                strings.close();
            }
            zip.close();
        } catch (ZipException e) {
            // only read
        } catch (IOException e) {
            // only read
        }
    }
}
