package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;

/** The sheets of an Excel file, a grid each; of merged cells only the first is there. */
final class SheetReader {

    private static final int MOST_CELLS = 200_000;
    private static final int MOST_COLUMNS = 1_000;

    private final List<String> shared;
    private int cells;

    private SheetReader(List<String> shared) {
        this.shared = shared;
    }

    static Document read(Map<String, byte[]> parts) throws XMLStreamException, Unreadable {
        byte[] strings = parts.get("xl/sharedStrings.xml");
        SheetReader reader = new SheetReader(strings == null ? List.of() : sharedStrings(strings));
        List<Block> sheets = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : new TreeMap<>(parts).entrySet()) {
            if (part.getKey().startsWith("xl/worksheets/")) {
                sheets.add(reader.sheet(part.getValue()));
            }
        }
        return new Document(sheets);
    }

    private static List<String> sharedStrings(byte[] part) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        XMLStreamReader xml = OfficeReader.xml(part);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.toString());
                text.setLength(0);
            }
        }
        return strings;
    }

    private Grid sheet(byte[] part) throws XMLStreamException, Unreadable {
        List<Map<Integer, String>> rows = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        Map<String, Integer> rowNumbers = new HashMap<>();
        XMLStreamReader xml = OfficeReader.xml(part);
        Map<Integer, String> row = new TreeMap<>();
        String type = "";
        String address = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> {
                    row = new TreeMap<>();
                    String number = xml.getAttributeValue(null, "r");
                    rowNumbers.put(number == null ? String.valueOf(rows.size() + 1) : number, rows.size());
                    rows.add(row);
                }
                case "c" -> {
                    type = String.valueOf(xml.getAttributeValue(null, "t"));
                    address = String.valueOf(xml.getAttributeValue(null, "r"));
                    int column = column(address, row.size());
                    if (++cells > MOST_CELLS || column > MOST_COLUMNS) {
                        throw new Unreadable("unreadable.cells", String.valueOf(MOST_CELLS));
                    }
                    row.put(column, "");
                }
                case "v", "t" -> {
                    String text = xml.getElementText();
                    row.merge(column(address, row.size()), value(type, text), String::concat);
                }
                case "mergeCell" -> cover(xml.getAttributeValue(null, "ref"), covered, rowNumbers);
                default -> {}
            }
        }
        return grid(rows, covered);
    }

    private String value(String type, String text) {
        if (!type.equals("s")) {
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        int index = Integer.parseInt(text.strip());
        return index < shared.size() ? shared.get(index) : "";
    }

    private static void cover(String range, Set<String> covered, Map<String, Integer> rowNumbers) {
        String[] ends = range.split(":");
        if (ends.length != 2) {
            return;
        }
        int firstColumn = column(ends[0], 0);
        int lastColumn = Math.min(column(ends[1], 0), MOST_COLUMNS);
        int firstRow = Integer.parseInt(ends[0].replaceAll("\\D", ""));
        int lastRow = Integer.parseInt(ends[1].replaceAll("\\D", ""));
        rowNumbers.forEach((number, index) -> {
            int at = Integer.parseInt(number);
            for (int column = firstColumn; at >= firstRow && at <= lastRow && column <= lastColumn; column++) {
                if (at != firstRow || column != firstColumn) {
                    covered.add(index + ":" + column);
                }
            }
        });
    }

    private static Grid grid(List<Map<Integer, String>> rows, Set<String> covered) {
        List<List<String>> grid = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            Map<Integer, String> row = rows.get(index);
            int width = row.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                if (!covered.contains(index + ":" + column)) {
                    cells.add(row.getOrDefault(column, ""));
                }
            }
            if (!cells.isEmpty()) {
                grid.add(cells);
            }
        }
        return new Grid(grid);
    }

    /** The column of an address such as {@code AB12}, counted from zero. */
    private static int column(String address, int otherwise) {
        int column = 0;
        for (int i = 0;
                i < Math.min(address.length(), 6) && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z';
                i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }
}
