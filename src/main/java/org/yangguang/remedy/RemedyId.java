package org.yangguang.remedy;

/** Identity of a remedy. */
public record RemedyId(long value) {}
