package org.yangguang.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.ReportDocument.Form;
import org.yangguang.report.ReportDocument.Heading;
import org.yangguang.report.ReportDocument.Paragraph;
import org.yangguang.report.internal.PrintedForm.Printed;
import org.yangguang.report.internal.PrintedForm.Role;

/** Reports as Word documents in the typefaces and sizes of GB/T 9704. */
final class WordRendering {

    private static final String TITLE = "方正小标宋简体";
    private static final String BLACK = "黑体";
    private static final String KAI = "楷体_GB2312";
    private static final String FANG = "仿宋_GB2312";
    private static final String SONG = "宋体";
    /** Twentieths of a point: the width of the text of a page of A4 with the margins of the standard. */
    private static final int TEXT_WIDTH = 8844;

    private final XWPFDocument word = new XWPFDocument();

    private WordRendering() {}

    static byte[] render(ReportDocument report) {
        WordRendering rendering = new WordRendering();
        try (XWPFDocument word = rendering.word;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            rendering.page();
            rendering.write(report);
            word.getProperties().getCoreProperties().setTitle(report.title());
            word.getProperties().getCoreProperties().setCreator(report.organ());
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setRight(BigInteger.valueOf(1474));
        margins.setFooter(BigInteger.valueOf(1400));
        word.setEvenAndOddHeadings(true);
        foot(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        foot(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    /** The number of the page at the outer foot, between dashes. */
    private void foot(HeaderFooterType pages, ParagraphAlignment side) {
        XWPFParagraph line = word.createFooter(pages).createParagraph();
        line.setAlignment(side);
        run(line, "— ", SONG, 14);
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        run(line, " —", SONG, 14);
    }

    private void write(ReportDocument report) {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER, 0);
        title.setSpacingAfter(360);
        List<String> lines = report.titleLines();
        XWPFRun first = run(title, lines.get(0), TITLE, 22);
        lines.subList(1, lines.size()).forEach(line -> {
            first.addBreak();
            first.setText(line, first.getCTR().sizeOfTArray());
        });
        for (ReportDocument.Block block : report.blocks()) {
            if (block instanceof Heading heading) {
                XWPFParagraph line = paragraph(ParagraphAlignment.BOTH, 640);
                line.setKeepNext(true);
                line.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
                XWPFRun run =
                        run(line, heading.text(), heading.level() == 1 ? BLACK : heading.level() == 2 ? KAI : FANG, 16);
                run.setBold(heading.level() == 3);
            } else if (block instanceof Paragraph paragraph) {
                run(paragraph(ParagraphAlignment.BOTH, 640), paragraph.text(), FANG, 16);
            } else if (block instanceof Form form) {
                XWPFParagraph name = paragraph(ParagraphAlignment.CENTER, 0);
                name.setKeepNext(true);
                run(name, form.table().title().zh(), BLACK, 14);
                table(PrintedForm.of(form.table(), report.figures()));
            }
        }
        if (report.dated() != null) {
            run(paragraph(ParagraphAlignment.RIGHT, 0), report.organ(), FANG, 16);
            run(paragraph(ParagraphAlignment.RIGHT, 0), ChineseDate.of(report.dated()), FANG, 16);
        }
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment, int indent) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setIndentationFirstLine(indent);
        paragraph.setSpacingBetween(28, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily("Times New Roman");
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        return run;
    }

    private void table(PrintedForm form) {
        XWPFTable table = word.createTable(form.lines().size(), form.width());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(TEXT_WIDTH);
        table.setCellMargins(30, 50, 30, 50);
        int[] widths = widths(form);
        List<List<Integer>> places = form.places();
        for (int i = 0; i < form.lines().size(); i++) {
            XWPFTableRow line = table.getRow(i);
            line.setCantSplitRow(true);
            line.setRepeatHeader(i < form.heads());
            for (int column = 0; column < form.width(); column++) {
                width(line.getCell(column), widths[column]);
            }
        }
        for (int i = 0; i < form.lines().size(); i++) {
            for (int k = 0; k < form.lines().get(i).size(); k++) {
                Printed printed = form.lines().get(i).get(k);
                int column = places.get(i).get(k);
                cell(table.getRow(i).getCell(column), printed, form.width() > 7);
                merge(table, i, column, printed);
            }
        }
        for (int i = 0; i < form.lines().size(); i++) {
            dropCovered(table.getRow(i), form, places, i, widths);
        }
    }

    /** The first column of a narrow table takes what the figures leave. */
    private static int[] widths(PrintedForm form) {
        int[] widths = new int[form.width()];
        if (form.width() == 10) {
            Arrays.fill(widths, 700);
            widths[0] = 450;
            widths[1] = 1000;
            widths[2] = TEXT_WIDTH - 450 - 1000 - 7 * 700;
            return widths;
        }
        int figure = form.width() > 7 ? TEXT_WIDTH / form.width() : 1100;
        Arrays.fill(widths, figure);
        widths[0] = TEXT_WIDTH - figure * (form.width() - 1);
        return widths;
    }

    private static void merge(XWPFTable table, int line, int column, Printed printed) {
        for (int down = 0; down < printed.down() && printed.down() > 1; down++) {
            properties(table.getRow(line + down).getCell(column))
                    .addNewVMerge()
                    .setVal(down == 0 ? STMerge.RESTART : STMerge.CONTINUE);
        }
        if (printed.across() > 1) {
            for (int down = 0; down < printed.down(); down++) {
                properties(table.getRow(line + down).getCell(column))
                        .addNewGridSpan()
                        .setVal(BigInteger.valueOf(printed.across()));
            }
        }
    }

    /** Word wants a cell for each place but those that a wide cell to the left covers. */
    private static void dropCovered(
            XWPFTableRow row, PrintedForm form, List<List<Integer>> places, int line, int[] widths) {
        boolean[] covered = new boolean[form.width()];
        for (int i = 0; i <= line; i++) {
            for (int k = 0; k < form.lines().get(i).size(); k++) {
                Printed printed = form.lines().get(i).get(k);
                if (i + printed.down() > line) {
                    int begin = places.get(i).get(k);
                    int wide = 0;
                    for (int column = begin; column < Math.min(form.width(), begin + printed.across()); column++) {
                        covered[column] = column > begin;
                        wide += widths[column];
                    }
                    width(row.getCell(begin), wide);
                }
            }
        }
        for (int column = form.width() - 1; column >= 0; column--) {
            if (covered[column]) {
                row.getCtRow().removeTc(column);
            }
        }
    }

    private static void cell(XWPFTableCell cell, Printed printed, boolean narrow) {
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(
                narrow || printed.role() == Role.HEAD || printed.role() == Role.UNIT
                        ? ParagraphAlignment.CENTER
                        : printed.role() == Role.FIGURE ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        run(paragraph, printed.text(), SONG, narrow ? 8 : 10);
    }

    private static void width(XWPFTableCell cell, int width) {
        CTTcPr properties = properties(cell);
        CTTblWidth size = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        size.setType(STTblWidth.DXA);
        size.setW(BigInteger.valueOf(width));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
