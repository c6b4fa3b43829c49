package org.yangguang.report.internal;

import java.util.List;

/**
 * A line of a table as it is printed.
 *
 * @param labels the ways in which its label can be read, the likeliest first; empty when nothing but figures is there
 * @param values what stands where figures are expected, in order
 * @param columns where each value stands in its grid, counted from zero; empty when the format has no grid
 * @param block the piece of the document that it comes from, counted from zero
 */
record PrintedRow(List<String> labels, List<String> values, List<Integer> columns, int block) {

    PrintedRow {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        columns = List.copyOf(columns);
    }

    /** Whether blanks were seen, so that each value stands where it stands in the report. */
    boolean isExact() {
        return !columns.isEmpty();
    }
}
