package org.yangguang.report.internal;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.yangguang.report.ReportDocument;
import org.yangguang.site.PdfDocuments;

/** Reports as PDF, in the proportions of GB/T 9704. */
final class PdfRendering {

    private static final String STYLE = """
            table { margin: 4pt 0 12pt; } th, td { font-size: 9.5pt; line-height: 13pt; padding: 2pt 3pt; vertical-align: middle; }
            thead { display: table-header-group; } thead th { text-align: center; } td.figure { text-align: right; }
            table.many { page-break-inside: avoid; } table.many th, table.many td { font-size: 8pt; line-height: 10.5pt; padding: 2pt 1pt; text-align: center; }
            caption { font-size: 12pt; line-height: 20pt; padding-bottom: 4pt; }
            p.signed { text-align: right; text-indent: 0; padding-right: 2em; }
            h3, h4 { font-size: 16pt; line-height: 28pt; font-weight: normal; margin: 0; text-indent: 2em; page-break-after: avoid; }
            h2 { text-indent: 2em; margin: 8pt 0 0; }
            """;

    /** More columns than this are set small. */
    private static final int NARROW = 7;

    private PdfRendering() {}

    static byte[] render(ReportDocument report, PdfDocuments documents) {
        Document page = PdfDocuments.blank(report.title());
        page.head().appendElement("style").appendText(STYLE);
        title(page.body().appendElement("h1"), report);
        HtmlRendering.into(page.body(), report);
        page.select("table").forEach(PdfRendering::columns);
        return documents.render(page);
    }

    private static void title(Element heading, ReportDocument report) {
        report.titleLines().forEach(line -> {
            if (heading.childNodeSize() > 0) {
                heading.appendElement("br");
            }
            heading.appendText(line);
        });
    }

    /** Labels get the room that figures do not need. */
    private static void columns(Element table) {
        int width = table.select("tr").stream()
                .mapToInt(line -> line.select("th, td").stream()
                        .mapToInt(cell -> cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1)
                        .sum())
                .max()
                .orElse(0);
        table.addClass(width > NARROW ? "many" : "form");
        List<Integer> percents =
                switch (width) {
                    case 10 -> List.of(5, 11, 28, 8, 8, 8, 8, 8, 8, 8);
                    case 5 -> List.of(55, 9, 12, 12, 12);
                    case 4 -> List.of(40, 20, 20, 20);
                    default -> List.of();
                };
        Element group = new Element("colgroup");
        percents.forEach(percent -> group.appendElement("col").attr("style", "width: " + percent + "%"));
        if (!percents.isEmpty()) {
            table.selectXpath("caption").forEach(caption -> caption.after(group));
        }
    }
}
