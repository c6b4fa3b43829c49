package org.yangguang.request;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One row of a case's history; never changed, never deleted. State and clock are recomputed from these rows alone.
 *
 * @param number from 1, without gaps
 * @param on the legal date
 * @param at when it was recorded
 */
public record CaseEvent(int number, LocalDate on, Instant at, By by, Step step) {}
