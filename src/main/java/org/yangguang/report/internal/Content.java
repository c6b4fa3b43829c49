package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.Sm3;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportDocument.Block;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a report as it is kept: the same report always gives the same text, so that its hash says whether anything was changed.
 *
 * @param figures by cell, in the order of their names
 * @param charts pictures with their figures
 */
public record Content(
        String title,
        String organ,
        int year,
        String scheme,
        @Nullable String dated,
        List<Part> parts,
        Map<String, String> figures,
        List<BarChart> charts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param level of a heading; 0 for a paragraph, -1 for a table, whose id the text is */
    record Part(int level, String text) {}

    public static Content of(ReportDocument report, List<BarChart> charts) {
        Map<String, String> figures = new TreeMap<>();
        report.figures().byCell().forEach((cell, figure) -> figures.put(cell.toString(), Numbers.plain(figure)));
        return new Content(
                report.title(),
                report.organ(),
                report.year(),
                report.scheme().id(),
                report.dated() == null ? null : report.dated().toString(),
                report.blocks().stream().map(Content::part).toList(),
                new LinkedHashMap<>(figures),
                charts);
    }

    private static Part part(Block block) {
        if (block instanceof ReportDocument.Heading heading) {
            return new Part(heading.level(), heading.text());
        }
        return block instanceof ReportDocument.Paragraph paragraph
                ? new Part(0, paragraph.text())
                : new Part(-1, ((ReportDocument.Form) block).table().id());
    }

    public static Content read(String text) {
        return JSON.readValue(text, Content.class);
    }

    public String text() {
        return JSON.writeValueAsString(this);
    }

    String hash() {
        return Sm3.hex(text());
    }

    public ReportDocument document(Scheme form) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : parts) {
            blocks.add(
                    switch (part.level()) {
                        case -1 ->
                            new ReportDocument.Form(form.table(part.text()).orElseThrow());
                        case 0 -> new ReportDocument.Paragraph(part.text());
                        default -> new ReportDocument.Heading(part.level(), part.text());
                    });
        }
        Map<Cell, BigDecimal> cells = new LinkedHashMap<>();
        figures.forEach((name, figure) -> cells.put(Cell.parse(name).orElseThrow(), new BigDecimal(figure)));
        return new ReportDocument(
                title, organ, year, form, new Figures(cells), dated == null ? null : LocalDate.parse(dated), blocks);
    }
}
