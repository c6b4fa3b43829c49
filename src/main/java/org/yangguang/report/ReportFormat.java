package org.yangguang.report;

/** What a report is given out as. */
public enum ReportFormat {
    HTML("html", "text/html; charset=utf-8"),
    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Open fixed layout document, GB/T 33190. */
    OFD("ofd", "application/ofd"),
    /** The tables alone, for programs. */
    JSON("json", "application/json"),
    /** The tables alone, a figure a line, UTF-8 with a byte order mark. */
    CSV("csv", "text/csv; charset=utf-8");

    private final String ending;
    private final String mediaType;

    ReportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
