package org.yangguang.report;

import org.yangguang.report.internal.HtmlRendering;

/** A report as HTML for pages of this site. */
public final class ReportHtml {

    private ReportHtml() {}

    /** Headings from h2, paragraphs and tables; everything is escaped. */
    public static String body(ReportDocument report) {
        return HtmlRendering.body(report);
    }
}
