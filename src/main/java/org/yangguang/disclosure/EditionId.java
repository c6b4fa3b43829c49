package org.yangguang.disclosure;

/** Identity of one edition of an item. */
public record EditionId(long value) {}
