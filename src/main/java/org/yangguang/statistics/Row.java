package org.yangguang.statistics;

import java.util.List;

/**
 * A row of a table.
 *
 * @param code unique in its table
 * @param aliases other ways in which reports print the label
 * @param columns the columns of the table in which the row has figures, in order
 */
public record Row(String code, Label label, List<String> aliases, String unit, Kind kind, List<String> columns) {

    /** What adding two periods means for the figures of a row. */
    public enum Kind {
        /** Counted over a period: adds up over periods. */
        FLOW,
        /** A level at the end of a period: never adds up. */
        STOCK,
        /** No figures: a heading. */
        HEADING
    }

    public Row {
        aliases = List.copyOf(aliases);
        columns = List.copyOf(columns);
    }

    public boolean hasFigures() {
        return kind != Kind.HEADING;
    }
}
