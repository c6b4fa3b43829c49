package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/**
 * Finds lines of label and figures in a document: rows of grids, lines that end in figures, and labels whose figures stand
 * one a line below them.
 */
final class PrintedRows {

    private static final int LONGEST_LABEL = 80;
    private static final int MOST_VALUES = 64;
    private static final int FIGURES_OF_A_TABLE = 3;
    private static final Pattern LABEL_AND_FIGURES = Pattern.compile(
            "(.*?[^\\s\\d.,+-])\\s*?((?:\\s+(?:[+-]?[0-9][0-9,]*(?:\\.[0-9]+)?(?:条|件|次|篇|个|人次|人|项|万元|元)?|[-/—]))+)\\s*");
    private static final Pattern NAMED_FIGURE = Pattern.compile("\\p{IsHan}{2,4}([0-9][0-9.,]*)");

    private final List<PrintedRow> rows = new ArrayList<>();
    private final List<String> labelLines = new ArrayList<>();
    private List<String> values = new ArrayList<>();
    private int block;

    private PrintedRows() {}

    static List<PrintedRow> of(Document document) {
        PrintedRows collected = new PrintedRows();
        for (Block each : document.blocks()) {
            if (each instanceof Grid grid) {
                collected.endOfRow();
                collected.labelLines.clear();
                collected.grid(grid);
            } else if (each instanceof Document.Figures figures) {
                collected.endOfRow();
                collected.labelLines.clear();
                collected.add(new PrintedRow(figures.labels(), figures.values(), List.of(), collected.block));
            } else if (each instanceof Paragraph paragraph) {
                for (String line : lines(paragraph.text())) {
                    collected.line(line);
                }
            }
            collected.block++;
        }
        collected.endOfRow();
        return collected.rows;
    }

    private static List<String> lines(String paragraph) {
        return paragraph.length() > 4000
                ? List.of()
                : paragraph.lines().flatMap(line -> Arrays.stream(parts(line))).toList();
    }

    /** A line may list several rows: {@code 规章 2 0 11; 行政许可 34}. */
    private static String[] parts(String line) {
        String plain = Words.plain(line);
        String[] parts = plain.split("[;；]");
        return parts.length > 1 && plain.length() < 400 ? parts : new String[] {plain};
    }

    private void grid(Grid grid) {
        for (List<String> cells : grid.rows()) {
            int firstValue = cells.size();
            while (firstValue > 0 && isValueCell(cells.get(firstValue - 1))) {
                firstValue--;
            }
            Set<String> labels = new LinkedHashSet<>();
            List<String> words = cells.subList(0, firstValue).stream()
                    .map(Words::plain)
                    .filter(cell -> !cell.isEmpty() && !Words.isUnit(cell))
                    .toList();
            for (int i = words.size() - 1; i >= 0; i--) {
                labels.add(words.get(i));
            }
            if (words.size() > 1) {
                labels.add(words.get(words.size() - 2) + words.get(words.size() - 1));
                labels.add(String.join("", words));
            }
            labels.removeIf(label -> label.length() > LONGEST_LABEL);
            List<Integer> columns = new ArrayList<>();
            for (int column = firstValue; column < cells.size(); column++) {
                columns.add(column);
            }
            add(new PrintedRow(List.copyOf(labels), cells.subList(firstValue, cells.size()), columns, block));
        }
    }

    private static boolean isValueCell(String cell) {
        return Words.isValue(cell) || Words.isUnit(cell);
    }

    private void line(String text) {
        String line = Words.plain(text);
        if (line.isEmpty() || Words.isUnit(line)) {
            return;
        }
        List<String> tokens = Arrays.asList(line.split(" "));
        if (tokens.stream().allMatch(Words::isValue)) {
            values.addAll(tokens);
            return;
        }
        endOfRow();
        Matcher matcher = LABEL_AND_FIGURES.matcher(line);
        if (line.length() <= LONGEST_LABEL * 2 && matcher.matches()) {
            labelLines.add(matcher.group(1));
            values.addAll(Arrays.asList(matcher.group(2).strip().split(" ")));
        } else if (!namedFigures(tokens)) {
            labelLines.add(line);
        }
    }

    /** {@code 规章 制发2 废止0 现行11}. */
    private boolean namedFigures(List<String> tokens) {
        List<String> figures = new ArrayList<>();
        int from = tokens.size();
        while (from > 0) {
            Matcher named = NAMED_FIGURE.matcher(tokens.get(from - 1));
            if (!named.matches()) {
                break;
            }
            figures.add(0, named.group(1));
            from--;
        }
        if (figures.size() < 2 || from == 0) {
            return false;
        }
        labelLines.add(String.join(" ", tokens.subList(0, from)));
        values.addAll(figures);
        return true;
    }

    /** A row ends where the next label begins; a label of two or three lines is read in each way. */
    private void endOfRow() {
        if (values.isEmpty()) {
            if (labelLines.size() > 3) {
                labelLines.subList(0, labelLines.size() - 3).clear();
            }
            if (!labelLines.isEmpty()) {
                String last = labelLines.get(labelLines.size() - 1);
                if (last.length() <= LONGEST_LABEL) {
                    add(new PrintedRow(List.of(last), List.of(), List.of(), block));
                }
            }
            return;
        }
        Set<String> labels = new LinkedHashSet<>();
        int count = labelLines.size();
        for (int back = 1; back <= Math.min(3, count); back++) {
            labels.add(String.join("", labelLines.subList(count - back, count)));
        }
        for (int back = 2; back <= Math.min(3, count); back++) {
            labels.add(labelLines.get(count - back));
        }
        if (count > 0 && values.size() >= FIGURES_OF_A_TABLE) {
            labels.addAll(endings(labelLines.get(count - 1)));
        }
        labels.removeIf(label -> label.length() > LONGEST_LABEL);
        add(new PrintedRow(List.copyOf(labels), values, List.of(), block));
        values = new ArrayList<>();
        labelLines.clear();
    }

    /** A line may begin with the names of the groups to which its row belongs: {@code 三、本年度办理结果 (一)予以公开}. */
    private static List<String> endings(String line) {
        List<String> endings = new ArrayList<>();
        for (int blank = line.lastIndexOf(' '); blank > 0; blank = line.lastIndexOf(' ', blank - 1)) {
            endings.add(line.substring(blank + 1));
        }
        return endings;
    }

    private void add(PrintedRow row) {
        if (row.values().size() <= MOST_VALUES
                && !(row.labels().isEmpty() && row.values().isEmpty())) {
            rows.add(row);
        }
    }
}
