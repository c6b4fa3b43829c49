package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yangguang.report.Sentence;
import org.yangguang.report.Unread;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Table;

/** Reads the figures of one table of a scheme out of a document. */
final class TableReader {

    private final Document document;
    private final Patience patience;
    private final List<PrintedRow> printed;

    TableReader(Document document, Patience patience) {
        this.document = document;
        this.patience = patience;
        this.printed = PrintedRows.of(document);
    }

    /**
     * @param blocks the pieces of the document in which the table stands
     */
    record Reading(Map<Cell, BigDecimal> figures, List<Unread> unread, Set<Integer> blocks) {

        /** Whether enough was read to say that the table is there. */
        boolean found() {
            return !figures.isEmpty();
        }
    }

    Reading read(Table table) {
        Reading byRows = byRows(table);
        if (table.layout() == Table.Layout.ONE_LINE) {
            Optional<Reading> line = oneLine(table);
            if (line.isPresent()
                    && line.get().figures().size() >= byRows.figures().size()) {
                return line.get();
            }
        }
        return byRows;
    }

    private Reading byRows(Table table) {
        List<RowMatch> matches = new RowMatcher(table, patience).match(printed);
        long withFigures =
                matches.stream().filter(match -> match.row().hasFigures()).count();
        if (withFigures * 3 < table.rowsWithFigures().size()) {
            return new Reading(Map.of(), List.of(), Set.of());
        }
        Map<Cell, BigDecimal> figures = new LinkedHashMap<>();
        List<Unread> unread = new ArrayList<>();
        Set<Integer> blocks = new HashSet<>();
        Set<Row> found = new HashSet<>();
        boolean narrow = isNarrow(table, matches);
        for (RowMatch match : matches) {
            blocks.add(match.printed().block());
            if (match.row().hasFigures()) {
                found.add(match.row());
                List<String> columns = narrow ? required(table) : match.row().columns();
                values(table, match, columns, figures, unread);
            }
        }
        table.rowsWithFigures().stream()
                .filter(row -> !found.contains(row))
                .forEach(row -> unread.add(new Unread(
                        Optional.of(
                                new Cell(table.id(), row.code(), row.columns().get(0))),
                        Sentence.of("unread.row", table.title(), row.label()))));
        return new Reading(figures, unread, blocks);
    }

    /** A table whose optional columns are not printed. */
    private static boolean isNarrow(Table table, List<RowMatch> matches) {
        int required = required(table).size();
        if (required == table.columns().size()) {
            return false;
        }
        List<RowMatch> rows =
                matches.stream().filter(match -> match.row().hasFigures()).toList();
        long few = rows.stream()
                .filter(match -> match.printed().values().stream()
                                .filter(value -> Words.figure(value).isPresent())
                                .count()
                        <= required)
                .count();
        return few * 2 > rows.size();
    }

    private static List<String> required(Table table) {
        return table.columns().stream()
                .filter(column -> !column.optional())
                .map(Column::id)
                .toList();
    }

    private void values(
            Table table, RowMatch match, List<String> columns, Map<Cell, BigDecimal> figures, List<Unread> unread) {
        PrintedRow row = match.printed();
        List<String> values = row.isExact()
                ? row.values()
                : row.values().stream().filter(value -> !Words.isUnit(value)).toList();
        if (values.size() < columns.size()) {
            unread.add(new Unread(
                    Optional.of(new Cell(table.id(), match.row().code(), columns.get(0))),
                    Sentence.of(
                            "unread.few",
                            table.title(),
                            match.row().label(),
                            String.valueOf(values.size()),
                            String.valueOf(columns.size()))));
            return;
        }
        values = withoutRepetition(values, columns.size());
        List<String> names = order(table, row, columns);
        int from = window(values, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = new Cell(table.id(), match.row().code(), names.get(i));
            String value = values.get(from + i);
            Optional<BigDecimal> figure = Words.figure(value);
            figure.ifPresent(number -> figures.put(cell, number));
            if (figure.isEmpty()) {
                String key = Words.plain(value).isEmpty() ? "unread.blank" : "unread.sign";
                unread.add(
                        new Unread(Optional.of(cell), Sentence.of(key, CellNames.of(table, cell), Words.plain(value))));
            }
        }
    }

    /** Without what was repeated at the end when a merged cell was taken apart. */
    private static List<String> withoutRepetition(List<String> values, int wanted) {
        int size = values.size();
        boolean figures = values.stream().allMatch(value -> Words.figure(value).isPresent());
        while (figures
                && size > wanted
                && Words.plain(values.get(size - 1)).equals(Words.plain(values.get(size - 2)))) {
            size--;
        }
        return values.subList(0, size);
    }

    /** The last values, or those before when the last are blank: a column of remarks. */
    private static int window(List<String> values, int wanted) {
        int best = values.size() - wanted;
        long most = -1;
        for (int from = values.size() - wanted; from >= 0; from--) {
            long figures = values.subList(from, from + wanted).stream()
                    .filter(value -> Words.figure(value).isPresent())
                    .count();
            if (figures > most) {
                most = figures;
                best = from;
            }
        }
        return best;
    }

    /**
     * The columns in the order of the printed head. A head may have several rows, of which each names some of the columns; those
     * stand in the places of these columns, in the order in which the row names them.
     */
    private List<String> order(Table table, PrintedRow row, List<String> columns) {
        Block block =
                document.blocks().get(Math.min(row.block(), document.blocks().size() - 1));
        List<String> order = new ArrayList<>(columns);
        if (!(block instanceof Grid grid) || columns.size() < 3) {
            return order;
        }
        for (List<String> cells : grid.rows()) {
            if (cells.stream().anyMatch(cell -> Words.figure(cell).isPresent())) {
                break;
            }
            List<String> named = cells.stream()
                    .map(Words::core)
                    .flatMap(core -> columns.stream().filter(name -> table.column(name)
                            .filter(column -> isNamed(column, core))
                            .isPresent()))
                    .toList();
            List<Integer> places = named.stream().map(columns::indexOf).sorted().toList();
            if (Set.copyOf(named).size() == named.size()) {
                for (int i = 0; i < places.size(); i++) {
                    order.set(places.get(i), named.get(i));
                }
            }
        }
        return order;
    }

    private static boolean isNamed(Column column, String core) {
        return Words.core(column.label().zh()).equals(core)
                || column.aliases().stream().anyMatch(alias -> Words.core(alias).equals(core));
    }

    /** All figures of the table in one line below its head. */
    private Optional<Reading> oneLine(Table table) {
        List<Column> columns = table.columns();
        int wanted = table.rows().size() * columns.size();
        boolean headSeen = false;
        boolean named = printed.stream()
                .flatMap(row -> row.labels().stream())
                .anyMatch(label -> label.contains(table.rows().get(0).label().zh()));
        for (PrintedRow row : printed) {
            headSeen = headSeen || isHead(table, row);
            List<String> values =
                    row.values().stream().filter(value -> !Words.isUnit(value)).toList();
            boolean enough = values.size() >= wanted
                    && values.stream().anyMatch(value -> Words.figure(value).isPresent());
            boolean alone = named && row.labels().isEmpty() && values.size() == wanted;
            if ((headSeen || alone) && enough) {
                return Optional.of(oneLine(table, values.subList(values.size() - wanted, values.size()), row.block()));
            }
        }
        return Optional.empty();
    }

    private static boolean isHead(Table table, PrintedRow row) {
        String first = table.columns().get(0).label().zh();
        return row.labels().stream().anyMatch(label -> Words.core(label).contains(Words.core(first)));
    }

    private static Reading oneLine(Table table, List<String> values, int block) {
        Map<Cell, BigDecimal> figures = new LinkedHashMap<>();
        List<Unread> unread = new ArrayList<>();
        int next = 0;
        for (Row row : table.rows()) {
            for (String column : row.columns()) {
                Cell cell = new Cell(table.id(), row.code(), column);
                String value = values.get(next++);
                Words.figure(value)
                        .ifPresentOrElse(
                                figure -> figures.put(cell, figure),
                                () -> unread.add(new Unread(
                                        Optional.of(cell),
                                        Sentence.of(
                                                Words.plain(value).isEmpty() ? "unread.blank" : "unread.sign",
                                                CellNames.of(table, cell),
                                                Words.plain(value)))));
            }
        }
        return new Reading(figures, unread, Set.of(block));
    }
}
