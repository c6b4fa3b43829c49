package org.yangguang.statistics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Table;

/** Cells as scheme files write them: {@code table/row:column}, the table left out where there is only one. */
final class CellText {

    private CellText() {}

    static List<Cell> sum(String text, List<Table> tables, YamlPart part) {
        List<Cell> cells = new ArrayList<>();
        for (String each : text.split("\\+")) {
            int slash = each.indexOf('/');
            int colon = each.indexOf(':');
            String table = slash < 0 && tables.size() == 1 ? tables.get(0).id() : each.substring(0, Math.max(slash, 0));
            Cell cell =
                    new Cell(table, each.substring(slash + 1, Math.max(colon, slash + 1)), each.substring(colon + 1));
            if (!exists(cell, tables)) {
                part.wrong("there is no cell \"" + each + "\"");
            }
            cells.add(cell);
        }
        return cells;
    }

    static boolean exists(Cell cell, List<Table> tables) {
        return tables.stream()
                .filter(table -> table.id().equals(cell.table()))
                .map(table -> table.row(cell.row()))
                .flatMap(Optional::stream)
                .anyMatch(row -> row.hasFigures() && row.columns().contains(cell.column()));
    }
}
