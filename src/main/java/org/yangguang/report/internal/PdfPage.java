package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Figures;
import org.yangguang.report.internal.Document.Paragraph;

/**
 * Puts the words of a PDF page together: lines of text, and lines of figures with their labels. A label may run over several lines
 * above, beside and below its figures, in one of several columns; each way to read it is offered.
 */
final class PdfPage {

    private static final int MOST_LINES_OF_A_LABEL = 12;
    private static final int LEAST_OF_A_LINE = 15;

    private final List<List<PdfWord>> lines = new ArrayList<>();
    private final List<Integer> figureLines = new ArrayList<>();

    private PdfPage(List<PdfWord> words) {
        List<PdfWord> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(PdfWord::base));
        for (PdfWord word : sorted) {
            boolean sameLine =
                    !lines.isEmpty() && lines.get(lines.size() - 1).get(0).isOnLineWith(word);
            if (!sameLine) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(word);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(PdfWord::left)));
        for (int i = 0; i < lines.size(); i++) {
            if (firstFigure(lines.get(i)) < lines.get(i).size()) {
                figureLines.add(i);
            }
        }
    }

    static List<Block> blocks(List<PdfWord> words) {
        PdfPage page = new PdfPage(words);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < page.lines.size(); i++) {
            List<PdfWord> line = page.lines.get(i);
            int from = firstFigure(line);
            if (from < line.size()) {
                List<String> values = line.subList(from, line.size()).stream()
                        .map(PdfWord::text)
                        .toList();
                blocks.add(new Figures(page.labels(i, line.get(from).left()), values));
            } else {
                blocks.add(new Paragraph(
                        line.stream().map(PdfWord::text).collect(Collectors.joining(" ")), page.goesOn(i)));
            }
        }
        return blocks;
    }

    /** A line of prose that reaches to the right margin, unless the next one begins a paragraph. */
    private boolean goesOn(int index) {
        List<PdfWord> line = lines.get(index);
        PdfWord last = line.get(line.size() - 1);
        float left = (float) edges(PdfWord::left).min().orElse(0);
        float right = (float) edges(PdfWord::right).max().orElse(0);
        boolean reaches = isProse(line) && last.right() > right - 1.5f * last.size();
        boolean indented =
                index + 1 < lines.size() && lines.get(index + 1).get(0).left() > left + 1.2f * last.size();
        return reaches && (!indented || firstFigure(lines.get(index + 1)) == 0);
    }

    private java.util.stream.DoubleStream edges(java.util.function.ToDoubleFunction<PdfWord> edge) {
        return lines.stream().flatMap(List::stream).mapToDouble(edge);
    }

    /** Words as near to each other as those of a sentence. */
    private static boolean isProse(List<PdfWord> line) {
        for (int i = 1; i < line.size(); i++) {
            if (line.get(i).left() - line.get(i - 1).right()
                    > 1.2f * line.get(i).size()) {
                return false;
            }
        }
        return line.stream().mapToInt(word -> word.text().length()).sum() >= LEAST_OF_A_LINE;
    }

    /** Where the figures begin with which the line ends; its length when it ends with something else. */
    private static int firstFigure(List<PdfWord> line) {
        int first = line.size();
        while (first > 0 && line.get(first - 1).isFigure()) {
            first--;
        }
        return first;
    }

    private List<String> labels(int index, float left) {
        int before = figureLines.indexOf(index) > 0 ? figureLines.get(figureLines.indexOf(index) - 1) : -1;
        int next = figureLines.indexOf(index) + 1 < figureLines.size()
                ? figureLines.get(figureLines.indexOf(index) + 1)
                : lines.size();
        Set<String> labels = new LinkedHashSet<>();
        List<PdfWord> around = words(before + 1, next, left);
        List<List<PdfWord>> columns = new ArrayList<>(columns(around));
        nearest(lines.get(index), left).map(word -> below(word, around)).ifPresent(columns::add);
        for (List<PdfWord> column : columns) {
            float base = lines.get(index).get(0).base();
            float above = before < 0
                    ? Float.NEGATIVE_INFINITY
                    : (lines.get(before).get(0).base() + base) / 2;
            float below = next >= lines.size()
                    ? Float.MAX_VALUE
                    : (lines.get(next).get(0).base() + base) / 2;
            labels.add(text(column.stream()
                    .filter(word -> word.base() > above && word.base() < below)
                    .toList()));
            labels.add(text(column.stream()
                    .filter(word -> word.base() > base - word.size() / 2)
                    .toList()));
            labels.add(text(column.stream()
                    .filter(word -> word.base() < base + word.size() / 2)
                    .toList()));
            labels.add(text(column.stream()
                    .filter(word -> Math.abs(word.base() - base) < word.size() / 2)
                    .toList()));
            labels.add(text(column));
            labels.addAll(stacks(column, base));
        }
        labels.removeIf(label -> label.isEmpty() || label.length() > 80);
        return List.copyOf(labels);
    }

    /** Every run of neighbouring words that stand around the line: a label of some lines between others. */
    private static List<String> stacks(List<PdfWord> column, float base) {
        List<String> stacks = new ArrayList<>();
        for (int from = 0; from < column.size(); from++) {
            for (int to = from + 1; to <= Math.min(column.size(), from + MOST_LINES_OF_A_LABEL); to++) {
                PdfWord first = column.get(from);
                PdfWord last = column.get(to - 1);
                boolean around = first.base() < base + first.size() && last.base() > base - last.size();
                if (around) {
                    stacks.add(text(column.subList(from, to)));
                }
            }
        }
        return stacks;
    }

    private List<PdfWord> words(int from, int to, float left) {
        List<PdfWord> words = new ArrayList<>();
        for (List<PdfWord> line : lines.subList(from, to)) {
            line.stream().filter(word -> word.right() <= left).forEach(words::add);
        }
        return words;
    }

    /** The last word before the figures of a line. */
    private static Optional<PdfWord> nearest(List<PdfWord> line, float left) {
        return line.stream().filter(word -> word.right() <= left).reduce((first, second) -> second);
    }

    /** Words in the column that a word begins: those that reach over from the left belong to cells that span several columns. */
    private static List<PdfWord> below(PdfWord word, List<PdfWord> around) {
        return around.stream()
                .filter(each -> each.isInColumnWith(word) && each.left() >= word.left() - word.size())
                .sorted(Comparator.comparingDouble(PdfWord::base))
                .toList();
    }

    /** Words that stand above each other, column by column, the rightmost first. */
    private static List<List<PdfWord>> columns(List<PdfWord> words) {
        List<List<PdfWord>> columns = new ArrayList<>();
        List<PdfWord> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(PdfWord::left));
        for (PdfWord word : sorted) {
            List<PdfWord> last = columns.isEmpty() ? List.of() : columns.get(columns.size() - 1);
            if (last.stream().anyMatch(word::isInColumnWith)) {
                last.add(word);
            } else {
                columns.add(new ArrayList<>(List.of(word)));
            }
        }
        columns.forEach(column -> column.sort(Comparator.comparingDouble(PdfWord::base)));
        java.util.Collections.reverse(columns);
        return columns;
    }

    private static String text(List<PdfWord> words) {
        return words.stream().map(PdfWord::text).collect(Collectors.joining());
    }
}
