package org.yangguang.report;

import java.util.Optional;
import org.yangguang.statistics.Cell;

/** A figure that the report should have and that could not be read. */
public record Unread(Optional<Cell> cell, Sentence reason) {}
