package org.yangguang.organ;

/** Identity of an organ; it survives renaming. */
public record OrganId(long value) {}
