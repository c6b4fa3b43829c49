package org.yangguang.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yangguang.report.CheckedReport;
import org.yangguang.report.Known;
import org.yangguang.report.ReportCheck;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportFile;
import org.yangguang.report.ReportFormat;
import org.yangguang.site.PdfDocuments;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Schemes;
import org.yangguang.statistics.Table;

class RenderingTests {

    private final Renderings renderings = new Renderings(new PdfDocuments());

    static Stream<Arguments> formsAndFormats() {
        return Schemes.shipped().all().stream()
                .flatMap(scheme -> Stream.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.DOCX, ReportFormat.XLSX)
                        .map(format -> Arguments.of(scheme.id(), format)));
    }

    @ParameterizedTest(name = "the form of {0} as {1}")
    @MethodSource("formsAndFormats")
    void everyFigureIsReadBackFromEveryFormat(String scheme, ReportFormat format) {
        ReportDocument report = report(scheme);

        CheckedReport read = new ReportCheck()
                .check(new ReportFile("report." + format.ending(), renderings.as(format, report, List.of())));

        assertThat(read).isInstanceOf(CheckedReport.Read.class);
        CheckedReport.Read found = (CheckedReport.Read) read;
        assertThat(found.scheme().id()).isEqualTo(scheme);
        assertThat(found.unread()).isEmpty();
        report.figures().byCell().forEach((cell, figure) -> assertThat(
                        found.figures().at(cell))
                .as(cell.toString())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(figure)));
    }

    @Test
    void anOfdShowsPageByPageWhatThePdfShows() throws IOException {
        ReportDocument report = report("2014");
        byte[] pdf = renderings.as(ReportFormat.PDF, report, List.of());

        Map<String, String> ofd = entries(OfdRendering.render(pdf));

        assertThat(ofd).containsKey("OFD.xml");
        List<String> pages = ofd.keySet().stream()
                .filter(name -> name.endsWith("Content.xml"))
                .toList();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(pages).hasSize(document.getNumberOfPages());
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .as("words are found in the PDF as they are written")
                    .contains("某某区人民政府", "行政复议")
                    .doesNotContainPattern("[\u2E80-\u2FDF]");
        }
        String text = String.join("", pages.stream().map(ofd::get).toList()).replaceAll("<[^>]*>|\\s", "");
        assertThat(text).contains("政府信息公开年度报告", "七、附表", "50243", "某某区人民政府");
        assertThat(ofd.keySet()).anyMatch(name -> name.endsWith(".ttf"));
    }

    @Test
    void figuresThatAreNotKnownStayBlankAndAreNotTakenForZero() {
        ReportDocument full = report("2021");
        Map<Cell, BigDecimal> some = new LinkedHashMap<>(full.figures().byCell());
        some.remove(new Cell("3", "5", "person"));
        ReportDocument report = new ReportDocument(
                full.title(), full.organ(), full.year(), full.scheme(), new Figures(some), null, full.blocks());

        String csv = new String(renderings.as(ReportFormat.CSV, report, List.of()), StandardCharsets.UTF_8);
        String json = new String(renderings.as(ReportFormat.JSON, report, List.of()), StandardCharsets.UTF_8);

        assertThat(csv).contains("3,5,1.属于国家秘密,件,person,自然人,\r\n");
        assertThat(json).containsPattern("\"column\" : \"person\",\\s*\"label\" : \"自然人\",\\s*\"value\" : null");
    }

    static ReportDocument report(String schemeId) {
        Scheme scheme = Schemes.shipped().named(schemeId).orElseThrow();
        Known known = new Known("某某区人民政府", Math.min(scheme.lastYear(), 2023), figures(scheme), Figures.NONE, List.of());
        return new Composition(
                        new ReportTemplates().of(schemeId).orElseThrow(),
                        scheme,
                        known,
                        Map.of("problems", "（一）存在的主要问题\n公众参与度不高。\n（二）改进措施\n加强培训，拓展互动渠道。"))
                .document(LocalDate.of(2024, 1, 20));
    }

    /** Different numbers everywhere, so that none can be taken for another. */
    private static Figures figures(Scheme scheme) {
        Random random = new Random(7);
        Map<Cell, BigDecimal> figures = new LinkedHashMap<>();
        for (Table table : scheme.tables()) {
            for (Row row : table.rowsWithFigures()) {
                for (String column : new ArrayList<>(row.columns())) {
                    figures.put(new Cell(table.id(), row.code(), column), BigDecimal.valueOf(random.nextInt(1, 9999)));
                }
            }
        }
        if (scheme.id().equals("2014")) {
            figures.put(new Cell("main", "1.1", "total"), BigDecimal.valueOf(50243));
        }
        return new Figures(figures);
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
