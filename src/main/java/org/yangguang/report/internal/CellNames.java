package org.yangguang.report.internal;

import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Table;

/** Cells as people call them: the label of the row and the label of the column. */
public final class CellNames {

    private CellNames() {}

    public static Label of(Scheme scheme, Cell cell) {
        return of(table(scheme, cell), cell);
    }

    static Label of(Table table, Cell cell) {
        Label row = table.row(cell.row()).map(Row::label).orElseThrow();
        Label column = table.column(cell.column()).map(Column::label).orElseThrow();
        return new Label("“" + row.zh() + "”（" + column.zh() + "）", row.en() + " (" + column.en() + ")");
    }

    static Label row(Scheme scheme, Cell cell) {
        return table(scheme, cell).row(cell.row()).map(Row::label).orElseThrow();
    }

    static Label column(Scheme scheme, Cell cell) {
        return table(scheme, cell).column(cell.column()).map(Column::label).orElseThrow();
    }

    private static Table table(Scheme scheme, Cell cell) {
        return scheme.table(cell.table()).orElseThrow();
    }
}
