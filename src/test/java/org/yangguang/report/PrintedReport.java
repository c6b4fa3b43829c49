package org.yangguang.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Schemes;
import org.yangguang.statistics.Table;

/** A report in the form of 2021 whose figures agree, to be printed in any format. */
record PrintedReport(Figures figures, String prose) {

    static final Scheme SCHEME = Schemes.shipped().named("2021").orElseThrow();
    private static final List<String> APPLICANTS =
            List.of("person", "business", "research", "charity", "legal", "other");

    static PrintedReport ofADistrict(long seed) {
        Random random = new Random(seed);
        Map<Cell, BigDecimal> figures = new LinkedHashMap<>();
        List<String> results = SCHEME.table("3").orElseThrow().rowsWithFigures().stream()
                .map(Row::code)
                .filter(code -> Integer.parseInt(code) > 2 && Integer.parseInt(code) < 24)
                .toList();
        Map<String, Integer> totals = new LinkedHashMap<>();
        for (String applicant : APPLICANTS) {
            int all = 0;
            for (String result : results) {
                int count = random.nextInt(4) == 0 ? random.nextInt(applicant.equals("person") ? 60 : 4) : 0;
                put(figures, totals, result, applicant, count);
                all += count;
            }
            int carried = random.nextInt(3);
            int before = Math.min(random.nextInt(3), all + carried);
            put(figures, totals, "24", applicant, all);
            put(figures, totals, "25", applicant, carried);
            put(figures, totals, "2", applicant, before);
            put(figures, totals, "1", applicant, all + carried - before);
        }
        totals.forEach((row, total) -> figures.put(new Cell("3", row, "total"), BigDecimal.valueOf(total)));
        for (String remedy : List.of("reconsideration", "direct", "after")) {
            int all = 0;
            for (String column : List.of("upheld", "corrected", "other", "pending")) {
                int count = random.nextInt(5);
                figures.put(new Cell("4", remedy, column), BigDecimal.valueOf(count));
                all += count;
            }
            figures.put(new Cell("4", remedy, "total"), BigDecimal.valueOf(all));
        }
        for (Row row : SCHEME.table("2").orElseThrow().rowsWithFigures()) {
            for (String column : row.columns()) {
                int figure = row.code().equals("rules") ? 0 : random.nextInt(5000);
                figures.put(new Cell("2", row.code(), column), BigDecimal.valueOf(figure));
            }
        }
        Figures all = new Figures(figures);
        String received = all.at(new Cell("3", "1", "total")).orElseThrow().toPlainString();
        return new PrintedReport(all, "2023年,全区共收到政府信息公开申请" + received + "件,均按规定办理。");
    }

    private static void put(
            Map<Cell, BigDecimal> figures, Map<String, Integer> totals, String row, String applicant, int count) {
        figures.put(new Cell("3", row, applicant), BigDecimal.valueOf(count));
        totals.merge(row, count, Integer::sum);
    }

    PrintedReport with(Cell cell, int figure) {
        return new PrintedReport(figures.with(cell, BigDecimal.valueOf(figure)), prose);
    }

    PrintedReport saying(String sentence) {
        return new PrintedReport(figures, prose + "</p><p>" + sentence);
    }

    private String figure(String table, String row, String column) {
        return figures.at(new Cell(table, row, column)).orElseThrow().toPlainString();
    }

    /** The page of a site: menus and layout tables around the report. */
    ReportFile asPage() {
        return asPage(UnaryOperator.identity(), StandardCharsets.UTF_8);
    }

    ReportFile asPage(UnaryOperator<String> damage, Charset charset) {
        String page = "<!DOCTYPE html><html><head><meta charset='" + charset.name() + "'><title>年报</title>"
                + "<script>var a = '<table>';</script></head><body><table><tr><td><ul><li>首页</li><li>2024年</li></ul></td><td>"
                + body() + "</td></tr></table><p>版权所有 2020</p></body></html>";
        return new ReportFile("report.html", damage.apply(page).getBytes(charset));
    }

    /** A page that was saved as a single file. */
    ReportFile asSavedFile() {
        String page = java.util.Base64.getMimeEncoder().encodeToString(asPage().content());
        return new ReportFile(
                "report.mht",
                ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"next\"\r\n\r\n--next\r\n"
                                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + page + "\r\n--next--\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    String body() {
        return "<h1>某区2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>" + prose + "</p>"
                + "<h2>二、主动公开政府信息情况</h2>" + tableTwo() + "<h2>三、收到和处理政府信息公开申请情况</h2>" + tableThree()
                + "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>" + tableFour()
                + "<h2>五、存在的主要问题及改进情况</h2><p>无。</p><h2>六、其他需要报告的事项</h2><p>无。</p>";
    }

    private String tableTwo() {
        StringBuilder html =
                new StringBuilder("<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>");
        for (Row row : rows("2")) {
            if (row.code().equals("permits")) {
                html.append("<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>");
            }
            html.append("<tr><td>").append(row.label().zh()).append("</td>");
            row.columns().forEach(column -> html.append(row.columns().size() == 1 ? "<td colspan=3>" : "<td>")
                    .append(figure("2", row.code(), column))
                    .append("</td>"));
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private String tableThree() {
        StringBuilder html =
                new StringBuilder("<table><tr><td colspan=3 rowspan=3>(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)</td>"
                        + "<td colspan=7>申请人情况</td></tr><tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>"
                        + "<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>");
        String group = "";
        for (Row row : SCHEME.table("3").orElseThrow().rows()) {
            if (!row.hasFigures()) {
                group = "<td rowspan=9>" + row.label().zh() + "</td>";
                continue;
            }
            html.append("<tr>")
                    .append(group)
                    .append("<td>")
                    .append(row.label().zh())
                    .append("</td>");
            row.columns().forEach(column -> html.append("<td>&nbsp;")
                    .append(figure("3", row.code(), column))
                    .append("</td>"));
            html.append("</tr>");
            group = "";
        }
        return html.append("</table>").toString();
    }

    private String tableFour() {
        StringBuilder html = new StringBuilder("<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>"
                + "<td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td><td rowspan=2>尚未审结</td><td rowspan=2>总计</td>"
                + "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>");
        html.append("<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>".repeat(2))
                .append("</tr><tr>");
        for (Row row : rows("4")) {
            row.columns().forEach(column -> html.append("<td>")
                    .append(figure("4", row.code(), column))
                    .append("</td>"));
        }
        return html.append("</tr></table>").toString();
    }

    private static List<Row> rows(String table) {
        return SCHEME.table(table).map(Table::rowsWithFigures).orElseThrow();
    }

    /** One cell a line, as text copied from a page. */
    ReportFile asLines() {
        StringBuilder text = new StringBuilder("某区2023年政府信息公开工作年度报告\n\n" + prose + "\n\n");
        for (Table table : SCHEME.tables()) {
            text.append(table.title().zh()).append("\n\n");
            if (table.layout() == Table.Layout.ONE_LINE) {
                table.rows().forEach(row -> text.append("结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"));
            }
            for (Row row : table.rows()) {
                if (table.layout() == Table.Layout.ROWS) {
                    text.append(row.label().zh()).append("\n\n");
                }
                if (row.hasFigures()) {
                    row.columns().forEach(column -> text.append("   ")
                            .append(figure(table.id(), row.code(), column))
                            .append("\n\n"));
                }
            }
        }
        return new ReportFile("report.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A Word file as word processors write it, with merged cells. */
    ReportFile asWord() {
        StringBuilder xml =
                new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='urn:w'><w:body>");
        xml.append(paragraph("某区2023年政府信息公开工作年度报告")).append(paragraph(prose));
        for (Table table : SCHEME.tables()) {
            xml.append(paragraph(table.title().zh())).append("<w:tbl>");
            grid(table, cells -> {
                xml.append("<w:tr>");
                cells.forEach(cell ->
                        xml.append("<w:tc><w:tcPr/>").append(paragraph(cell)).append("</w:tc>"));
                xml.append("</w:tr>");
                return null;
            });
            xml.append("</w:tbl>");
        }
        xml.append("</w:body></w:document>");
        return new ReportFile("report.docx", zip(Map.of("word/document.xml", xml.toString())));
    }

    /** A Word file in which each table stands in a box of text, and once more for older programs. */
    ReportFile asWordWithBoxes() {
        StringBuilder xml = new StringBuilder(
                "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='urn:w' xmlns:mc='urn:mc'><w:body>");
        xml.append(paragraph("某区2023年政府信息公开工作年度报告")).append(paragraph(prose));
        for (Table table : SCHEME.tables()) {
            StringBuilder rows = new StringBuilder("<w:txbxContent><w:tbl>");
            grid(table, cells -> {
                rows.append("<w:tr>");
                cells.forEach(
                        cell -> rows.append("<w:tc>").append(paragraph(cell)).append("</w:tc>"));
                rows.append("</w:tr>");
                return null;
            });
            rows.append("</w:tbl></w:txbxContent>");
            xml.append(paragraph(table.title().zh()))
                    .append("<w:tbl><w:tr><w:tc><w:p><w:r><mc:AlternateContent><mc:Choice>")
                    .append(rows)
                    .append("</mc:Choice><mc:Fallback>")
                    .append(rows)
                    .append("</mc:Fallback></mc:AlternateContent></w:r></w:p></w:tc></w:tr></w:tbl>");
        }
        xml.append("</w:body></w:document>");
        return new ReportFile("report.docx", zip(Map.of("word/document.xml", xml.toString())));
    }

    /** Tables as they are marked in plain text, with or without bars at the ends of lines. */
    ReportFile asMarkdown(boolean closed) {
        String end = closed ? "|" : "";
        return asText(
                cells -> end + " " + String.join(" | ", cells) + " " + end + "\n",
                cells -> end + " :---: |".repeat(cells.size() - 1) + " --- " + end + "\n");
    }

    ReportFile asCommas() {
        return asText(
                cells -> String.join(
                                ",",
                                cells.stream().map(cell -> "\"" + cell + "\"").toList())
                        + "\n",
                cells -> "");
    }

    private ReportFile asText(Function<List<String>, String> line, Function<List<String>, String> below) {
        StringBuilder text = new StringBuilder("# 某区2023年政府信息公开工作年度报告\n\n" + prose + "\n\n");
        for (Table table : SCHEME.tables()) {
            text.append("\n## ").append(table.title().zh()).append("\n\n");
            boolean[] first = {true};
            grid(table, cells -> {
                if (cells.size() > 2 || !first[0]) {
                    text.append(line.apply(cells)).append(first[0] ? below.apply(cells) : "");
                    first[0] = false;
                }
                return null;
            });
        }
        return new ReportFile("report.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    ReportFile asSheet() {
        StringBuilder xml = new StringBuilder("<worksheet xmlns='urn:s'><sheetData>");
        int[] number = {0};
        row(xml, ++number[0], List.of("某区2023年政府信息公开工作年度报告"));
        for (Table table : SCHEME.tables()) {
            row(xml, ++number[0], List.of(table.title().zh()));
            grid(table, cells -> {
                row(xml, ++number[0], cells);
                return null;
            });
        }
        xml.append("</sheetData></worksheet>");
        return new ReportFile("report.xlsx", zip(Map.of("xl/worksheets/sheet1.xml", xml.toString())));
    }

    private static void row(StringBuilder xml, int number, List<String> cells) {
        xml.append("<row r='").append(number).append("'>");
        for (int i = 0; i < cells.size(); i++) {
            String address = (char) ('A' + i) + "" + number;
            String cell = cells.get(i);
            xml.append(
                    cell.matches("\\d+")
                            ? "<c r='" + address + "'><v>" + cell + "</v></c>"
                            : "<c r='" + address + "' t='inlineStr'><is><t>" + cell + "</t></is></c>");
        }
        xml.append("</row>");
    }

    private void grid(Table table, Function<List<String>, Void> eachRow) {
        if (table.layout() == Table.Layout.ONE_LINE) {
            List<String> head = new ArrayList<>();
            List<String> figures = new ArrayList<>();
            for (Row row : table.rows()) {
                for (String column : row.columns()) {
                    head.add(table.column(column).orElseThrow().label().zh());
                    figures.add(figure(table.id(), row.code(), column));
                }
            }
            eachRow.apply(head);
            eachRow.apply(figures);
            return;
        }
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.label().zh()));
            if (row.hasFigures()) {
                row.columns().forEach(column -> cells.add(figure(table.id(), row.code(), column)));
            }
            eachRow.apply(cells);
        }
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
