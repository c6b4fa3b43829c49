package org.yangguang.report;

/**
 * A report as somebody saved it.
 *
 * @param name its file name; the content decides what it is, the name only helps with plain text
 * @param content at most {@link #LARGEST} bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReportFile(String name, byte[] content) {

    /** The most bytes of a report: 32 MiB. */
    public static final int LARGEST = 32 * 1024 * 1024;
}
