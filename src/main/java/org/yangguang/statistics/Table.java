package org.yangguang.statistics;

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

    public List<Row> rowsWithFigures() {
        return rows.stream().filter(Row::hasFigures).toList();
    }
}
