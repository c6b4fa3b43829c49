package org.yangguang.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a scheme.
 *
 * @param layout how reports print it
 */
public record Table(String id, Label title, Layout layout, List<Column> columns, List<Row> rows) {

    /** How a table is printed. */
    public enum Layout {
        /** A line for each row. */
        ROWS,
        /** All rows beside each other in one line of figures. */
        ONE_LINE
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public Optional<Row> row(String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.id().equals(name)).findFirst();
    }

    /**
     * A cell of the first line of the head: over the columns that stand under it, or over a single column with a label of its own.
     *
     * @param over how many columns it reaches over
     * @param grouped whether the columns below have labels of their own
     */
    public record Head(Label label, int over, boolean grouped) {}

    /** Whether the head has two lines. */
    public boolean hasGroups() {
        return columns.stream().anyMatch(column -> column.under() != null);
    }

    /** The first line of a head of two. */
    public List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (Column column : columns) {
            Label under = column.under();
            Head last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
            if (under == null) {
                heads.add(new Head(column.label(), 1, false));
            } else if (last != null && last.grouped() && last.label().equals(under)) {
                heads.set(heads.size() - 1, new Head(under, last.over() + 1, true));
            } else {
                heads.add(new Head(under, 1, true));
            }
        }
        return List.copyOf(heads);
    }

    public List<Row> rowsWithFigures() {
        return rows.stream().filter(Row::hasFigures).toList();
    }
}
