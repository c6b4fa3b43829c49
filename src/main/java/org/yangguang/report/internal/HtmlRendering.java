package org.yangguang.report.internal;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportDocument.Form;
import org.yangguang.report.ReportDocument.Heading;
import org.yangguang.report.ReportDocument.Paragraph;
import org.yangguang.report.internal.PrintedForm.Printed;
import org.yangguang.report.internal.PrintedForm.Role;
import org.yangguang.statistics.Table;

/** Reports as HTML: the body of an item, and a page that stands for itself. */
public final class HtmlRendering {

    private static final String STYLE = """
            body { font: 17px/1.8 "Songti SC", SimSun, "Noto Serif CJK SC", serif; color: #1f2328; max-width: 46em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 26px; text-align: center; } h2 { font-size: 19px; } h3, h4 { font-size: 17px; }
            p { text-indent: 2em; margin: 0 0 .4em; } figure { margin: 1.5em 0; } figcaption { font-weight: bold; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; }
            th, td { border: 1px solid #807b70; padding: 4px 6px; font-weight: normal; text-align: left; }
            thead th { text-align: center; } td.figure { text-align: right; font-variant-numeric: tabular-nums; }
            svg text { font: 14px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; fill: #1f2328; } svg rect { fill: #33526b; }
            """;

    private HtmlRendering() {}

    /** The blocks of the report as children of {@code parent}, headings from {@code h2}. */
    static void into(Element parent, ReportDocument report) {
        for (ReportDocument.Block block : report.blocks()) {
            if (block instanceof Heading heading) {
                parent.appendElement("h" + (heading.level() + 1)).text(heading.text());
            } else if (block instanceof Paragraph paragraph) {
                parent.appendElement("p").text(paragraph.text());
            } else if (block instanceof Form form) {
                table(parent, form.table(), report);
            }
        }
        if (report.dated() != null) {
            parent.appendElement("p").addClass("signed").text(report.organ());
            parent.appendElement("p").addClass("signed").text(ChineseDate.of(report.dated()));
        }
    }

    public static String body(ReportDocument report) {
        Element body = new Element("div");
        into(body, report);
        return body.html();
    }

    static byte[] page(ReportDocument report, List<BarChart> charts) {
        Document page = Document.createShell("");
        page.head().prependElement("meta").attr("charset", "utf-8");
        page.title(report.title());
        page.head().appendElement("style").appendText(STYLE);
        page.selectXpath("/html").attr("lang", "zh-CN");
        page.body().appendElement("h1").text(report.title());
        into(page.body(), report);
        for (BarChart chart : charts) {
            Element figure = page.body().appendElement("figure");
            figure.appendElement("figcaption").text(chart.title());
            figure.append(chart.svg());
        }
        return ("<!DOCTYPE html>\n" + page.selectXpath("/html").outerHtml())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void table(Element parent, Table table, ReportDocument report) {
        PrintedForm form = PrintedForm.of(table, report.figures());
        Element html = parent.appendElement("div").addClass("wide").appendElement("table");
        html.appendElement("caption").text(table.title().zh());
        Element head = form.heads() > 0 ? html.appendElement("thead") : null;
        Element body = html.appendElement("tbody");
        for (int i = 0; i < form.lines().size(); i++) {
            Element line = (i < form.heads() && head != null ? head : body).appendElement("tr");
            form.lines().get(i).forEach(cell -> cell(line, cell));
        }
    }

    private static void cell(Element line, Printed printed) {
        boolean figure = printed.role() == Role.FIGURE;
        boolean name = printed.role() == Role.HEAD || printed.role() == Role.LABEL;
        Element cell = line.appendElement(name ? "th" : "td").text(printed.text());
        if (name) {
            cell.attr("scope", scope(printed));
        }
        if (figure) {
            cell.addClass("figure");
        }
        if (printed.across() > 1) {
            cell.attr("colspan", String.valueOf(printed.across()));
        }
        if (printed.down() > 1) {
            cell.attr("rowspan", String.valueOf(printed.down()));
        }
    }

    private static String scope(Printed printed) {
        if (printed.role() == Role.HEAD) {
            return printed.across() > 1 ? "colgroup" : "col";
        }
        return printed.down() > 1 ? "rowgroup" : "row";
    }
}
