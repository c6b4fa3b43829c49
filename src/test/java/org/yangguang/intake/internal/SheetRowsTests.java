package org.yangguang.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.intake.internal.SheetRows.SheetRow;

class SheetRowsTests {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path place;

    @Test
    void eachRowOfASheetIsReadInItsOwnEncoding() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF标题,正文\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("关于印发方案的通知,\"含逗号, 引号\"\"和\n换行\"\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("关于㐂与𠮷的批复,用国标写的一行\r\n".getBytes(GB18030));
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, ',', 'x', '\n'});
        bytes.writeBytes("最后一行,没有换行".getBytes(StandardCharsets.UTF_8));

        List<SheetRow> rows = rows(file("sheet.csv", bytes.toByteArray()));

        assertThat(rows)
                .extracting(SheetRow::texts)
                .containsExactly(
                        List.of("标题", "正文"),
                        List.of("关于印发方案的通知", "含逗号, 引号\"和\n换行"),
                        List.of("关于㐂与𠮷的批复", "用国标写的一行"),
                        List.of(),
                        List.of("最后一行", "没有换行"));
        assertThat(rows.get(3).refusals().get(0).key()).isEqualTo("intake.refused.encoding");
        assertThat(rows.get(4).number()).isEqualTo(5);
    }

    @Test
    void separatorsAndSixteenBitTextAreRecognised() throws IOException {
        byte[] tabs = "标题\t栏目\n甲,乙\t丙\n".getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
        marked.writeBytes(tabs);

        assertThat(rows(file("tabs.csv", marked.toByteArray())))
                .extracting(SheetRow::texts)
                .containsExactly(List.of("标题", "栏目"), List.of("甲,乙", "丙"));
        assertThat(rows(file("semicolons.csv", "a;b\n1,5;2\n".getBytes(StandardCharsets.UTF_8)))
                        .get(1)
                        .texts())
                .containsExactly("1,5", "2");
    }

    @Test
    void aRowBeyondAllMeasureIsRefusedAndTheNextOneRead() throws IOException {
        String large = "甲,\"" + "长".repeat(3_000_000) + "\"\n乙,短\n";

        List<SheetRow> rows = rows(file("large.csv", ("标题,正文\n" + large).getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.get(1).refusals().get(0).key()).isEqualTo("intake.refused.rowTooLong");
        assertThat(rows.get(2).texts()).containsExactly("乙", "短");
    }

    @Test
    void anOpenQuotationMarkIsTold() throws IOException {
        List<SheetRow> rows = rows(file("open.csv", "a,b\n1,\"x\n2,y\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.get(1).refusals().get(0).key()).isEqualTo("intake.refused.quoteOpen");
    }

    @Test
    void cellsOfAWorkbookReadAsTheyLook() {
        Path book = Workbook.write(
                place.resolve("book.xlsx"),
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>日期</t></is></c></row>"
                        + "<row r=\"2\"/>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\"><v>1.50</v></c>"
                        + "<c r=\"C4\" s=\"2\"><v>42418</v></c><c r=\"D4\" s=\"1\"><v>42418.4299</v></c>"
                        + "<c r=\"AA4\" t=\"b\"><v>1</v></c></row>",
                "标题",
                "甲 &amp; 乙_x000D_");

        List<SheetRow> rows = rows(book);

        assertThat(rows.get(0).texts()).containsExactly("标题", "", "日期");
        assertThat(rows.get(1).number()).isEqualTo(4);
        assertThat(rows.get(1).cells())
                .containsEntry(0, "甲 & 乙")
                .containsEntry(1, "1.5")
                .containsEntry(2, "2016-02-18")
                .containsEntry(3, "2016-02-18 10:19:03")
                .containsEntry(26, "1");
    }

    @Test
    void aFormulaGivesItsSavedResultAndWithoutOneIsRefused() {
        Path book = Workbook.write(
                place.resolve("formulas.xlsx"),
                Workbook.inline("标题")
                        + "<row><c t=\"str\"><f>A1&amp;\"x\"</f><v>标题x</v></c></row>"
                        + "<row><c><f>NOW()</f></c></row>"
                        + "<row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                        + "<row><c t=\"s\"><v>99</v></c></row>");

        List<SheetRow> rows = rows(book);

        assertThat(rows.get(1).texts()).containsExactly("标题x");
        assertThat(rows.get(1).warnings().get(0).key()).isEqualTo("intake.warning.formula");
        assertThat(rows.get(2).refusals().get(0).key()).isEqualTo("intake.refused.formula");
        assertThat(rows.get(3).refusals().get(0).key()).isEqualTo("intake.refused.cellError");
        assertThat(rows.get(4).refusals().get(0).key()).isEqualTo("intake.refused.cellError");
    }

    @Test
    void aWorkbookThatSwellsIsStopped() {
        String zeros = "0".repeat(100_000);
        Path bomb = Workbook.write(place.resolve("bomb.xlsx"), new String[0], book -> {
            for (int i = 0; i < 2_000; i++) {
                book.text("<row><c><v>" + zeros + "</v></c></row>");
            }
        });

        assertThatThrownBy(() -> rows(bomb)).isInstanceOfSatisfying(UnreadableSource.class, e -> assertThat(
                        e.reason().key())
                .isEqualTo("intake.unreadable.bomb"));
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        Path file = place.resolve("entities.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(
                    ("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                    + "<workbook><sheets><sheet name=\"&x;&b;\"/></sheets></workbook>")
                            .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableSource.class);
    }

    @Test
    void whatIsNoSheetIsRefusedWithItsReason() throws IOException {
        assertThatThrownBy(() ->
                        rows(file("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4})))
                .hasMessage("intake.unreadable.oldExcel");
        assertThatThrownBy(() -> rows(file("text.xlsx", "no zip".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("intake.unreadable.notExcel");
        assertThatThrownBy(() -> rows(file("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0})))
                .hasMessage("intake.unreadable.notExcel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-02-18",
                "2016/2/18",
                "2016.2.18",
                "20160218",
                "2016年2月18日",
                " ２０１６年２月１８日 ",
                "2016 年 2 月 18 日",
                "二〇一六年二月十八日",
                "二○一六年二月十八日",
                "42418",
                "2016-02-18T00:00:00+08:00",
                "2016-2-18 00:00"
            })
    void aDateIsReadInEachOfItsForms(String written) {
        assertThat(WrittenDates.read(written, ZONE)).contains(LocalDateTime.of(2016, 2, 18, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-02-30", "02/03/2016", "2月18日", "二〇一六年十三月一日", "99999", "12", "去年", "2016-2/18", "十十年"})
    void whatIsNoDateIsNotReadAsOne(String written) {
        assertThat(WrittenDates.read(written, ZONE)).isEmpty();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(place.resolve(name), bytes);
    }

    private static List<SheetRow> rows(Path file) {
        try (SheetRows rows = SheetRows.open(file)) {
            List<SheetRow> all = new ArrayList<>();
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
