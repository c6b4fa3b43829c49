package org.yangguang.catalogue;

/** Identity of a column. */
public record ColumnId(long value) {}
