package org.yangguang.calendar;

/**
 * The holiday arrangement of a year was announced, or an announced one was put right: whoever keeps deadlines computes them anew. Published
 * after the import was committed; it may come twice.
 */
public record CalendarYearImported(int year) {}
