package org.yangguang.report.internal;

import org.yangguang.statistics.Row;

/** A printed row and the row of the scheme that it is. */
record RowMatch(Row row, PrintedRow printed, double likeness) {}
