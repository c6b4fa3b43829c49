package org.yangguang.statistics;

import java.time.Instant;

/** Figures of a period for which this program has no records, as they were taken in from a file. */
public record Opening(StatementKey key, String fileName, String byName, Instant at, Figures figures) {}
