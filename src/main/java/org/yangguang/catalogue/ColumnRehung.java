package org.yangguang.catalogue;

/** A column hangs elsewhere, or what was filed in a closed one is now in this one: what is published in it and below has another path. */
public record ColumnRehung(ColumnId column) {}
