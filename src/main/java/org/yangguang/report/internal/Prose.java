package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/**
 * The sentences around the tables, with half-width digits and signs.
 *
 * @param paragraphs without blanks between Chinese characters and figures
 * @param lines as printed, for what stands in a line of its own
 */
record Prose(List<String> paragraphs, List<String> lines) {

    private static final Pattern YEAR = Pattern.compile("(20[0-3][0-9])年?度?[^0-9。]{0,24}?(?:年度报告|统计表|年报|工作报告)");
    private static final Pattern ANY_YEAR = Pattern.compile("(20[0-3][0-9])(?:年|\\s?\\()");
    private static final Pattern LONE_YEAR = Pattern.compile("^[^0-9]{0,30}(20[0-3][0-9])$");
    private static final Pattern SUM = Pattern.compile("[0-9][^=]{0,12}=[^=+]{0,40}[0-9][^=+]{0,40}\\+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![0-9,.])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])");
    private static final Pattern ORGAN =
            Pattern.compile("^(\\p{IsHan}{2,30}?)(?:关于)?20[0-3][0-9]年?度?[^0-9。]{0,24}?(?:年度报告|年报|工作报告)");
    private static final int LONGEST = 4_000;

    /** A cell that holds sentences: of a table for the layout of a page, or of notes. */
    private static final int LONG_CELL = 40;

    private static final Pattern INNER_BLANK =
            Pattern.compile("(?<=[\\p{IsHan}\\p{P}0-9%]) +(?=[\\p{IsHan}\\p{P}])|(?<=[\\p{IsHan},、:]) +(?=[0-9])");

    static Prose of(Document document, Set<Integer> without) {
        List<String> paragraphs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int index = 0;
        for (Block block : document.blocks()) {
            boolean left = without.contains(index++);
            if (block instanceof Paragraph paragraph) {
                List<String> printed = paragraph
                        .text()
                        .lines()
                        .map(Words::plain)
                        .filter(text -> !text.isEmpty())
                        .toList();
                lines.addAll(printed);
                if (!left && paragraph.goesOn()) {
                    printed.forEach(open::append);
                } else if (!left) {
                    printed.forEach(line -> {
                        paragraphs.addAll(pieces(open + line));
                        open.setLength(0);
                    });
                }
            } else if (block instanceof Grid grid) {
                grid.rows().stream()
                        .limit(3)
                        .flatMap(List::stream)
                        .map(Words::plain)
                        .forEach(lines::add);
                grid.rows().stream()
                        .flatMap(List::stream)
                        .filter(cell -> cell.length() >= LONG_CELL && cell.indexOf('。') >= 0)
                        .forEach(cell -> paragraphs.addAll(pieces(Words.plain(cell))));
            }
        }
        paragraphs.addAll(pieces(open.toString()));
        paragraphs.removeIf(String::isEmpty);
        return new Prose(List.copyOf(paragraphs), List.copyOf(lines));
    }

    /** A paragraph, or what fits together of its sentences where it is too long to be one; a sentence that long is none. */
    private static List<String> pieces(String printed) {
        String paragraph = THOUSANDS
                .matcher(INNER_BLANK.matcher(printed).replaceAll(""))
                .replaceAll(number -> number.group().replace(",", ""));
        if (paragraph.length() <= LONGEST) {
            return List.of(paragraph);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String sentence : paragraph.split("(?<=。)")) {
            if (piece.length() + sentence.length() > LONGEST) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (sentence.length() <= LONGEST) {
                piece.append(sentence);
            }
        }
        pieces.add(piece.toString());
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /** The year that the report is about, by its title. */
    Optional<Integer> year() {
        return first(YEAR).or(() -> first(ANY_YEAR)).or(() -> first(LONE_YEAR));
    }

    /** The organ whose report it is, by its title. */
    Optional<String> organ() {
        return lines.stream()
                .map(ORGAN::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private Optional<Integer> first(Pattern pattern) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return Optional.of(Integer.valueOf(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    boolean hasSums() {
        return paragraphs.stream().anyMatch(text -> SUM.matcher(text).find());
    }
}
