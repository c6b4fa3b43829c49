package org.yangguang.report.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportFormat;
import org.yangguang.site.PdfDocuments;

/** A report in every format in which it is given out. */
@Component
public class Renderings {

    private final PdfDocuments pdf;

    Renderings(PdfDocuments pdf) {
        this.pdf = pdf;
    }

    public byte[] as(ReportFormat format, ReportDocument report, List<BarChart> charts) {
        return switch (format) {
            case HTML -> HtmlRendering.page(report, charts);
            case PDF -> PdfRendering.render(report, pdf);
            case DOCX -> WordRendering.render(report);
            case XLSX -> SheetRendering.render(report);
            case OFD -> OfdRendering.render(PdfRendering.render(report, pdf));
            case JSON -> DataRendering.json(report);
            case CSV -> DataRendering.csv(report);
        };
    }

    public Map<ReportFormat, byte[]> all(ReportDocument report, List<BarChart> charts) {
        Map<ReportFormat, byte[]> all = new EnumMap<>(ReportFormat.class);
        for (ReportFormat format : ReportFormat.values()) {
            if (format != ReportFormat.OFD) {
                all.put(format, as(format, report, charts));
            }
        }
        all.put(ReportFormat.OFD, OfdRendering.render(all.get(ReportFormat.PDF)));
        return all;
    }
}
