package org.yangguang.report.internal;

/** The words of a report around a place, short enough to be shown. */
final class Quotation {

    private static final int AROUND = 24;

    private Quotation() {}

    static String around(String text, int from, int to) {
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND / 2);
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
