package org.yangguang.statistics;

/**
 * The place of a figure.
 *
 * @param table the scheme's name of the table
 * @param row the scheme's code of the row
 * @param column the scheme's name of the column
 */
public record Cell(String table, String row, String column) {

    @Override
    public String toString() {
        return table + "." + row + "." + column;
    }
}
