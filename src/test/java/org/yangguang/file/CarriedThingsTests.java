package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yangguang.file.Carried.What;

/** Objects inside of files, and files that nobody should open: neither gets into a public copy. */
class CarriedThingsTests {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    Path folder;

    @Test
    void commentsEmbeddedObjectsAndTemplatesOfAWordFileGoAndItsFaceStays() throws IOException {
        Map<String, byte[]> parts =
                OfficeFiles.wordParts("""
                <w:p><w:commentRangeStart w:id="0"/><w:r><w:t>防汛方案</w:t></w:r><w:commentRangeEnd w:id="0"/>
                <w:r><w:commentReference w:id="0"/></w:r></w:p>
                <w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" ProgID="Excel.Sheet.12" r:id="rId21"/></w:object></w:r></w:p>
                """ + OfficeFiles.footnoted("见注") + OfficeFiles.picture("r:embed=\"rId4\"", "分布图")
                        + OfficeFiles.table(OfficeFiles.row(
                                OfficeFiles.cell("<w:gridSpan w:val=\"2\"/>", "合并的格"), OfficeFiles.cell("", "一"))));
        OfficeFiles.put(parts, "word/comments.xml", """
                <w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:comment w:id="0" w:author="张批注" w:initials="Z"><w:p><w:r><w:t>这句不能写</w:t></w:r></w:p></w:comment></w:comments>""");
        parts.put("word/embeddings/Book1.xlsx", "藏在对象里的底稿".getBytes(StandardCharsets.UTF_8));
        String relations = new String(parts.get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8);
        OfficeFiles.put(
                parts,
                "word/_rels/document.xml.rels",
                relations.replace(
                        "</Relationships>",
                        OfficeFiles.relationship("rId20", "comments", "comments.xml")
                                + OfficeFiles.relationship("rId21", "package", "embeddings/Book1.xlsx")
                                + "<Relationship Id=\"rId22\" Type=\"" + OFFICE
                                + "attachedTemplate\" Target=\"file:///C:/Users/zhang/secret.dotx\" TargetMode=\"External\"/>"
                                + "</Relationships>"));

        Copying.Copied outcome = copied(OfficeFiles.zip(parts), FileKind.WORD);

        assertThat(what(outcome)).contains(What.COMMENTS, What.EMBEDDED_OBJECTS, What.OUTSIDE_LINKS);
        assertThat(everything())
                .contains("防汛方案", "见《档案法》第二十七条。", "合并的格", "gridSpan", "分布图", "media/image1.png")
                .doesNotContain("张批注", "这句不能写", "藏在对象里", "OLEObject", "commentReference", "zhang");
    }

    @Test
    void objectsSheetsThatNobodyCanShowAndNamesOfAWorkbookGo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet shown = book.createSheet("公示");
            shown.createRow(0).createCell(0).setCellValue("看得见");
            int picture = book.addPicture(TestImages.png(4, 3), Workbook.PICTURE_TYPE_PNG);
            int object = book.addOlePackage("内部底稿的全文".getBytes(StandardCharsets.UTF_8), "底稿.txt", "底稿.txt", "底稿.txt");
            shown.createDrawingPatriarch()
                    .createObjectData(new XSSFClientAnchor(0, 0, 0, 0, 2, 2, 4, 4), object, picture);
            book.createSheet("深藏").createRow(0).createCell(0).setCellValue("深藏的名单");
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            var name = book.createName();
            name.setNameName("SecretList");
            name.setRefersToFormula("深藏!$A$1");
            book.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setCompany("某单位");
            book.write(bytes);
        }

        Copying.Copied outcome = copied(bytes.toByteArray(), FileKind.SHEET);

        assertThat(what(outcome)).contains(What.EMBEDDED_OBJECTS, What.HIDDEN_SHEETS, What.COMPANY);
        assertThat(everything()).contains("看得见").doesNotContain("底稿", "深藏", "SecretList", "某单位", "oleObject");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy()))) {
            assertThat(book.getNumberOfSheets()).isOne();
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("看得见");
        }
    }

    @Test
    void thePropertiesOfSlidesGo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide slide = show.createSlide();
            slide.createTextBox().setText("讲给大家听");
            show.getProperties().getCoreProperties().setCreator("孙作者");
            show.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setCompany("某单位");
            show.write(bytes);
        }

        Copying.Copied outcome = copied(bytes.toByteArray(), FileKind.SLIDES);

        assertThat(what(outcome)).contains(What.AUTHOR, What.COMPANY);
        assertThat(everything()).contains("讲给大家听").doesNotContain("孙作者", "某单位");
    }

    static Stream<Arguments> programs() throws IOException {
        return Stream.of(
                Arguments.of("docm", FileKind.WORD_WITH_MACROS, MacroFiles.word(), What.MACROS),
                Arguments.of("xlsm", FileKind.SHEET_WITH_MACROS, MacroFiles.sheet(), What.MACROS),
                Arguments.of("pptm", FileKind.SLIDES_WITH_MACROS, MacroFiles.slides(), What.MACROS),
                Arguments.of("docm called docx", FileKind.WORD, MacroFiles.word(), What.MACROS),
                Arguments.of("lost project", FileKind.WORD_WITH_MACROS, MacroFiles.wordWithLostProject(), What.MACROS),
                Arguments.of("other name", FileKind.WORD, MacroFiles.wordWithProjectUnderAnotherName(), What.MACROS),
                macroSheet(MacroFiles.MICROSOFT + "xlMacrosheet"),
                macroSheet(MacroFiles.MICROSOFT + "xlIntlMacrosheet"),
                macroSheet(MacroFiles.OFFICE + "dialogsheet"),
                Arguments.of("control", FileKind.WORD, MacroFiles.wordWithControl(), What.EMBEDDED_OBJECTS));
    }

    private static Arguments macroSheet(String relation) throws IOException {
        return Arguments.of(relation, FileKind.SHEET, MacroFiles.sheetWithMacroSheet(relation), What.MACROS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void programsInOfficeFilesAreShownAndGo(String name, FileKind kind, byte[] original, What shown)
            throws IOException {
        Copying.Copied outcome = copied(original, kind);

        assertThat(what(outcome)).contains(shown);
        assertThat(outcome.kind().name()).doesNotContain("MACROS");
        assertThat(everything())
                .contains("看得见")
                .doesNotContain(
                        MacroFiles.PROGRAM,
                        "vbaProject",
                        "macroEnabled",
                        "activeX",
                        "macrosheet",
                        "Macro1",
                        "Auto_Open");
    }

    static Stream<Arguments> bad() throws IOException {
        return Stream.of(
                Arguments.of(FileKind.OLD_WORD, MacroFiles.oldWord()),
                Arguments.of(FileKind.OLD_SHEET, MacroFiles.oldSheet()),
                Arguments.of(FileKind.WORD, BadFiles.billionLaughs()),
                Arguments.of(FileKind.WORD, BadFiles.externalEntity("file:///etc/hostname")),
                Arguments.of(FileKind.WORD, BadFiles.zipBomb()),
                Arguments.of(FileKind.SHEET, BadFiles.sheetBomb()),
                Arguments.of(FileKind.WORD, BadFiles.xmlBomb()),
                Arguments.of(FileKind.WORD, BadFiles.broken()),
                Arguments.of(FileKind.WORD, BadFiles.encrypted()),
                Arguments.of(FileKind.WORD, BadFiles.climbingPart()),
                Arguments.of(FileKind.PDF, BadFiles.brokenPdf()),
                Arguments.of(FileKind.PDF, BadFiles.pdfWithPassword()));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badFilesHaveNoCopyAndCostLittleTime(FileKind kind, byte[] content) throws IOException {
        Path from = Files.write(folder.resolve("original"), content);
        Copying outcome = Assertions.assertTimeout(
                Duration.ofSeconds(30), () -> PublicCopies.copy(from, kind, folder.resolve("copy")));
        assertThat(outcome).isInstanceOf(Copying.Refused.class);
        assertThat(((Copying.Refused) outcome).reasons()).isNotEmpty();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void tenThousandPagesAreCopied() throws IOException {
        Copying.Copied outcome =
                Assertions.assertTimeout(Duration.ofMinutes(2), () -> copied(BadFiles.pages(10_000), FileKind.PDF));
        assertThat(outcome.kind()).isEqualTo(FileKind.PDF);
        try (PDDocument document = Loader.loadPDF(copy())) {
            assertThat(document.getNumberOfPages()).isEqualTo(10_000);
        }
    }

    private Copying.Copied copied(byte[] original, FileKind kind) throws IOException {
        Path from = Files.write(folder.resolve("original"), original);
        Copying outcome = PublicCopies.copy(from, kind, folder.resolve("copy"));
        assertThat(outcome).isInstanceOf(Copying.Copied.class);
        return (Copying.Copied) outcome;
    }

    private byte[] copy() throws IOException {
        return Files.readAllBytes(folder.resolve("copy"));
    }

    private static List<What> what(Copying.Copied copied) {
        return copied.carried().stream().map(Carried::what).toList();
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                all.append(part.getName()).append('\n');
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
