package org.yangguang.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.yangguang.report.ReportDocument;
import org.yangguang.report.internal.PrintedForm.Printed;
import org.yangguang.report.internal.PrintedForm.Role;
import org.yangguang.statistics.Table;

/** The tables of a report as a workbook, a sheet each; figures are numbers. */
final class SheetRendering {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFCellStyle name = style(HorizontalAlignment.LEFT);
    private final XSSFCellStyle head = style(HorizontalAlignment.CENTER);
    private final XSSFCellStyle figure = style(HorizontalAlignment.RIGHT);

    private SheetRendering() {}

    static byte[] render(ReportDocument report) {
        SheetRendering rendering = new SheetRendering();
        try (XSSFWorkbook workbook = rendering.workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Table table : report.forms()) {
                rendering.sheet(report, table);
            }
            workbook.getProperties().getCoreProperties().setTitle(report.title());
            workbook.getProperties().getCoreProperties().setCreator(report.organ());
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(ReportDocument report, Table table) {
        String title = WorkbookUtil.createSafeSheetName(table.title().zh());
        XSSFSheet sheet = workbook.createSheet(workbook.getSheet(title) == null ? title : title + " " + table.id());
        PrintedForm form = PrintedForm.of(table, report.figures());
        sheet.createRow(0).createCell(0).setCellValue(report.title());
        sheet.createRow(1).createCell(0).setCellValue("填报单位：" + report.organ());
        int top = 2;
        List<List<Integer>> places = form.places();
        for (int i = 0; i < form.lines().size(); i++) {
            XSSFRow row = sheet.createRow(top + i);
            for (int column = 0; column < form.width(); column++) {
                row.createCell(column).setCellStyle(name);
            }
        }
        for (int i = 0; i < form.lines().size(); i++) {
            for (int k = 0; k < form.lines().get(i).size(); k++) {
                Printed printed = form.lines().get(i).get(k);
                int column = places.get(i).get(k);
                write(sheet.getRow(top + i).getCell(column), printed);
                if (printed.across() > 1 || printed.down() > 1) {
                    sheet.addMergedRegion(new CellRangeAddress(
                            top + i, top + i + printed.down() - 1, column, column + printed.across() - 1));
                }
            }
        }
        boolean narrow = form.width() > 7;
        for (int column = 0; column < form.width(); column++) {
            sheet.setColumnWidth(column, (column == 0 && !narrow ? 52 : narrow && column < 3 ? 18 : 12) * 256);
        }
        sheet.createFreezePane(0, top + form.heads());
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void write(XSSFCell cell, Printed printed) {
        boolean number = printed.role() == Role.FIGURE && !printed.text().isEmpty();
        if (number) {
            cell.setCellValue(Double.parseDouble(printed.text()));
        } else {
            cell.setCellValue(printed.text());
        }
        cell.setCellStyle(number ? figure : printed.role() == Role.LABEL ? name : head);
    }

    private XSSFCellStyle style(HorizontalAlignment alignment) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        border(style);
        return style;
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
