package org.yangguang.statistics;

import java.util.Optional;

/**
 * The place of a figure.
 *
 * @param table the scheme's name of the table
 * @param row the scheme's code of the row
 * @param column the scheme's name of the column
 */
public record Cell(String table, String row, String column) {

    /** The cell that {@link #toString} writes so, {@code main.3.1.year}; empty when the text names none. */
    public static Optional<Cell> parse(String text) {
        int first = text.indexOf('.');
        int last = text.lastIndexOf('.');
        return first < 1 || last == first
                ? Optional.empty()
                : Optional.of(
                        new Cell(text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1)));
    }

    @Override
    public String toString() {
        return table + "." + row + "." + column;
    }
}
