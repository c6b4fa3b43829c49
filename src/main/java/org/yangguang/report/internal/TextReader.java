package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/** Plain text: lines, and where lines are parted by tabs, bars or commas, tables. */
final class TextReader {

    /** From this length on a line was broken at the margin when it does not end as a sentence does. */
    private static final int WIDE = 30;

    private static final Pattern END = Pattern.compile("[。;；:：!！?？.]['\"”’)）》]?$");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]+");

    private TextReader() {}

    static Document read(String text) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> grid = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<String> cells = cells(line);
            if (cells.size() > 2 || cells.size() == 2 && isMarked(line)) {
                if (!RULE.matcher(line).matches()) {
                    grid.add(cells);
                }
            } else {
                endOfGrid(grid, blocks);
                blocks.add(new Paragraph(line, i + 1 < lines.size() && goesOn(line, lines.get(i + 1))));
            }
        }
        endOfGrid(grid, blocks);
        return new Document(blocks);
    }

    /** A line of two cells is a line of a table only where signs around it say so. */
    private static boolean isMarked(String line) {
        String printed = line.strip();
        return printed.startsWith("|") && printed.endsWith("|") || printed.startsWith("\"") && printed.endsWith("\"");
    }

    private static boolean goesOn(String line, String next) {
        String printed = line.strip();
        return printed.length() >= WIDE
                && !next.isBlank()
                && !Character.isWhitespace(next.charAt(0))
                && !END.matcher(printed).find();
    }

    private static List<String> cells(String line) {
        if (line.contains("\t")) {
            return Arrays.asList(line.split("\t", -1));
        }
        String bars = line.strip();
        if (bars.indexOf('|') != bars.lastIndexOf('|')) {
            return Arrays.asList(within(bars).split("\\|", -1));
        }
        return line.indexOf(',') < 0 ? List.of(line) : commas(line);
    }

    private static String within(String bars) {
        int from = bars.startsWith("|") ? 1 : 0;
        int to = bars.endsWith("|") ? bars.length() - 1 : bars.length();
        return bars.substring(from, to);
    }

    /** A line of cells parted by commas; a sentence with commas is none, for it does not end in a figure or a sign. */
    private static List<String> commas(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char each : line.toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        cells.add(cell.toString());
        boolean quotes = isMarked(line);
        boolean figures = Words.isValue(cells.get(cells.size() - 1)) && Words.isValue(cells.get(cells.size() - 2));
        boolean sentence = line.indexOf('。') >= 0 || line.length() > 400;
        return !sentence && (quotes || figures && cells.size() > 2) ? cells : List.of(line);
    }

    private static void endOfGrid(List<List<String>> grid, List<Block> blocks) {
        if (!grid.isEmpty()) {
            blocks.add(new Grid(List.copyOf(grid)));
            grid.clear();
        }
    }
}
