package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.file.OfficeFiles.cell;
import static org.yangguang.file.OfficeFiles.row;
import static org.yangguang.file.OfficeFiles.table;
import static org.yangguang.file.OfficeFiles.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.file.internal.copying.TableMasking;

/** Lists of people are masked by a rule for each column, and nothing of what was masked is left in the file. */
class FileTablesTests {

    private static final String ID = "320311195603125420";
    private static final String OTHER_ID = "320303194811020418";
    private static final Map<Integer, ColumnMask> RULES =
            Map.of(1, ColumnMask.NAME, 2, ColumnMask.CITIZEN_ID, 3, ColumnMask.PHONE, 4, ColumnMask.ADDRESS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "NAME, 王小明, 王**",
        "NAME, 李丽, 李*",
        "NAME, 欧阳春花, 欧阳**",
        "NAME, '张三、李四', '张*、李*'",
        "NAME, 合计, 合计",
        "NAME, 王**, 王**",
        "CITIZEN_ID, 320311195603125420, 320***********5420",
        "CITIZEN_ID, 32031119560312542X, 320***********542X",
        "CITIZEN_ID, 320311 19560312 5420, 320*** ******** 5420",
        "CITIZEN_ID, 320***********5420, 320***********5420",
        "CITIZEN_ID, 无, 无",
        "PHONE, 13812345678, 138****5678",
        "PHONE, 0516-83812345, 051*-****2345",
        "BANK_CARD, 6222021106012345678, 6222***********5678",
        "ADDRESS, 江苏省徐州市泉山区王陵街道民主南路12号3单元502室, 江苏省徐州市泉山区王陵街道****",
        "ADDRESS, 大吴镇小吴村3组17号, 大吴镇小吴村****",
        "ADDRESS, 徐州市泉山区民主南路12号, 徐州市泉山区****",
        "ADDRESS, 民主南路12号, ****",
        "WHOLE, 尿毒症, ***",
        "KEEP, 560, 560"
    })
    void eachRuleLeavesWhatTellsPeopleApartAndNoMore(ColumnMask mask, String cell, String masked) {
        assertThat(mask.of(cell)).isEqualTo(masked);
        assertThat(mask.of(masked)).isEqualTo(masked);
    }

    @Test
    void aWorkbookIsMaskedBelowItsTitlesAndHoldsNothingOfIt() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("低保名单");
            sheet.createRow(0).createCell(0).setCellValue("泉山区城市居民最低生活保障对象名单");
            fill(sheet.createRow(1), "序号", "户主姓名", "身份证号码", "联系电话", "家庭住址", "月保障金额");
            fill(sheet.createRow(2), "1", "王小明", ID, "13812345678", "泉山区王陵街道民主南路12号502室", "560");
            XSSFRow second = sheet.createRow(3);
            fill(second, "2", "李丽", OTHER_ID, "", "大吴镇小吴村3组17号", "480");
            second.createCell(3).setCellValue(13987654321d);
            XSSFRow formulas = sheet.createRow(5);
            formulas.createCell(5).setCellFormula("SUM(F3:F4)");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.createSheet("说明").createRow(0).createCell(0).setCellValue("依据《城市居民最低生活保障条例》");
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        FileTable read = tables(FileKind.SHEET, file).get(0);
        assertThat(read.name()).isEqualTo("低保名单");
        assertThat(read.headings()).contains("身份证号码");
        assertThat(read.values(3)).startsWith("13812345678", "13987654321");
        assertThat(suggested(read))
                .containsExactly(
                        ColumnMask.KEEP,
                        ColumnMask.KEEP,
                        ColumnMask.CITIZEN_ID,
                        ColumnMask.PHONE,
                        ColumnMask.ADDRESS,
                        ColumnMask.KEEP);

        Path masked = masked(FileKind.SHEET, file, RULES);

        FileTable after = tables(FileKind.SHEET, masked).get(0);
        assertThat(after.rows().get(0))
                .containsExactly("1", "王**", "320***********5420", "138****5678", "泉山区王陵街道****", "560");
        assertThat(after.rows().get(1))
                .containsExactly("2", "李*", "320***********0418", "139****4321", "大吴镇小吴村****", "480");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(masked))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .startsWith("泉山区");
            assertThat(book.getSheetAt(0).getRow(5).getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(book.getSheetAt(0).getRow(5).getCell(5).getNumericCellValue())
                    .isEqualTo(1040);
            assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .contains("条例");
        }
        assertThat(unzipped(masked)).doesNotContain(ID, OTHER_ID, "13812345678", "13987654321", "王小明", "民主南路");
    }

    @Test
    void aTableOfAWordDocumentIsMaskedAlsoWhereAHeadingSpansColumns() throws IOException {
        Path file = folder.resolve("list.docx");
        Files.write(
                file,
                word(table(
                        row(cell("<w:gridSpan w:val=\"5\"/>", "住房保障分配名单")),
                        row(cell("", "序号"), cell("", "姓名"), cell("", "身份证号"), cell("", "电话"), cell("", "现住址")),
                        row(
                                cell("", "1"),
                                cell("", "欧阳春花"),
                                cell("", ID),
                                cell("", "13812345678"),
                                cell("", "大吴镇小吴村3组17号")),
                        row(cell("<w:gridSpan w:val=\"2\"/>", "2"), cell("", OTHER_ID), cell("", "无"), cell("", "")))));

        Path masked = masked(FileKind.WORD, file, RULES);

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(masked)))) {
            var rows = document.getTables().get(0).getRows();
            assertThat(rows.get(1).getTableCells())
                    .extracting(each -> each.getText())
                    .contains("身份证号");
            assertThat(rows.get(2).getTableCells())
                    .extracting(each -> each.getText())
                    .containsExactly("1", "欧阳**", "320***********5420", "138****5678", "大吴镇小吴村****");
            assertThat(rows.get(3).getTableCells())
                    .extracting(each -> each.getText())
                    .containsExactly("2", "320***********0418", "无", "");
        }
        assertThat(unzipped(masked)).doesNotContain(ID, OTHER_ID, "13812345678", "春花");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void rowsOfTextAreMaskedInWhateverEncoding(String charset) throws IOException {
        Path file = folder.resolve("list.csv");
        String rows = "序号,姓名,身份证号,电话,住址\r\n1,王小明," + ID + ",13812345678,\"大吴镇小吴村3组,17号\"\r\n2,\"李\"\"丽\"," + OTHER_ID
                + ",,\r\n";
        Files.write(file, rows.getBytes(Charset.forName(charset)));

        Path masked = masked(FileKind.TEXT, file, RULES);

        assertThat(Files.readString(masked, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF序号,姓名,身份证号,电话,住址\r\n1,王**,320***********5420,138****5678,大吴镇小吴村****\r\n"
                        + "2,\"李**\",320***********0418,,\r\n".replace("\"李**\"", "李**"));
        StoredFile sixteen = new StoredFile("0".repeat(64), FileKind.TEXT.type(), Files.size(file));
        assertThat(PersonalData.in(
                        FileText.of(Files.newInputStream(file), sixteen).words()))
                .extracting(PersonalData.Sighting::kind)
                .contains(PersonalData.Kind.CITIZEN_ID);
    }

    @Test
    void textWithoutRowsIsNoTable() throws IOException {
        Path file = Files.writeString(folder.resolve("notice.txt"), "关于做好防汛工作的通知\n各有关单位：\n请按要求执行。\n");
        assertThat(tables(FileKind.TEXT, file)).isEmpty();
    }

    private List<FileTable> tables(FileKind kind, Path file) throws IOException {
        try {
            return TableMasking.of(kind, file).tables();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Path masked(FileKind kind, Path file, Map<Integer, ColumnMask> rules) throws IOException {
        try {
            Path target = folder.resolve("masked");
            TableMasking.of(kind, file).mask(Map.of(0, rules), target);
            return target;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static List<ColumnMask> suggested(FileTable table) {
        return java.util.stream.IntStream.range(0, table.columns())
                .mapToObj(i -> ColumnMask.suggested(table.heading(i), table.values(i)))
                .toList();
    }

    private static void fill(XSSFRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].matches("[0-9]{1,4}")) {
                row.createCell(i).setCellValue(Integer.parseInt(cells[i]));
            } else {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
    }

    private static String unzipped(Path file) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(all);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
