package org.yangguang.engagement.web;

import java.time.LocalDate;
import org.yangguang.engagement.internal.InterpretationTable.Task;

/** A normative document that waits for its interpretation. */
public record TaskView(Task task, String title, LocalDate due, boolean overdue) {}
