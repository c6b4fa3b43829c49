package org.yangguang.disclosure;

/** Identity of an information item; all its editions share it. */
public record ItemId(long value) {}
