package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yangguang.file.Carried.What;

/** Office files are compared by their text and structure; there is no office program here that could draw them. */
class PublicCopiesTests {

    @TempDir
    Path folder;

    private Copying.Copied copied(byte[] original, FileKind kind) throws IOException {
        Path from = folder.resolve("original");
        Files.write(from, original);
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

    private static String allParts(byte[] office) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                all.append(part.getName()).append('\n');
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void aFilmLosesWhatTheCameraWroteBesideItAndNothingMoves() throws IOException {
        byte[] original = Films.byCamera();
        Copying.Copied outcome = copied(original, FileKind.VIDEO);
        assertThat(what(outcome)).containsExactlyInAnyOrder(What.PHOTO_LOCATION, What.PROPERTIES);
        String copy = new String(copy(), StandardCharsets.ISO_8859_1);
        String before = new String(original, StandardCharsets.ISO_8859_1);
        assertThat(copy).hasSameSizeAs(before).doesNotContain(Films.PLACE, "Somebody", "\u007c\u0025\u00b0\u0080");
        assertThat(copy.indexOf("the film itself")).isEqualTo(before.indexOf("the film itself"));
        assertThat(copy.indexOf("moov")).isEqualTo(before.indexOf("moov"));
    }

    @Test
    void aFilmWithATrackOfTheCameraIsRefused() throws IOException {
        Path from = folder.resolve("original");
        Files.write(from, Films.withMeasurements());
        assertThat(PublicCopies.copy(from, FileKind.VIDEO, folder.resolve("copy")))
                .isEqualTo(new Copying.Refused(List.of(Reason.of("file.copy.track"))));
    }

    @Test
    void trackedChangesCommentsHiddenTextAndTheAuthorOfAWordFileGo() throws IOException {
        Map<String, byte[]> parts = OfficeFiles.wordParts("""
                <w:p w:rsidR="00AB12CD"><w:r><w:t>公开的话</w:t></w:r>
                <w:ins w:id="1" w:author="张秘密" w:date="2016-01-01T00:00:00Z"><w:r><w:t>加上的话</w:t></w:r></w:ins>
                <w:del w:id="2" w:author="张秘密"><w:r><w:delText>删去的话</w:delText></w:r></w:del>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的话</w:t></w:r></w:p>""");
        Copying.Copied outcome = copied(OfficeFiles.zip(parts), FileKind.WORD);
        assertThat(what(outcome)).contains(What.TRACKED_CHANGES, What.HIDDEN_TEXT);
        assertThat(allParts(copy())).contains("公开的话", "加上的话").doesNotContain("删去的话", "看不见的话", "张秘密", "rsidR");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(copy()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            assertThat(extractor.getText()).contains("公开的话").contains("加上的话");
        }
    }

    @Test
    void aWordFileOfAnOfficeProgramKeepsItsTextAndLosesItsProperties() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("正文一段");
            document.createTable(2, 2).getRow(0).getCell(0).setText("表格");
            document.getProperties().getCoreProperties().setCreator("李作者");
            document.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setCompany("某单位");
            var program = document.getProperties().getExtendedProperties().getUnderlyingProperties();
            program.setApplication("Microsoft Office Word");
            program.setAppVersion("12.0000");
            document.write(bytes);
        }
        Copying.Copied outcome = copied(bytes.toByteArray(), FileKind.WORD);
        assertThat(what(outcome)).contains(What.AUTHOR, What.COMPANY);
        assertThat(allParts(copy()))
                .doesNotContain("李作者", "某单位", "core.xml", "TotalTime")
                .contains("正文一段", "表格")
                .contains("<Application>Microsoft Office Word</Application><AppVersion>12.0000</AppVersion>");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(copy()))) {
            assertThat(document.getTables()).hasSize(1);
        }
    }

    @Test
    void hiddenSheetsRowsAndColumnsGoWithTheTextsThatOnlyTheyUsed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet shown = book.createSheet("公示");
            shown.createRow(0).createCell(0).setCellValue("看得见");
            shown.getRow(0).createCell(1).setCellValue("隐藏列的值");
            shown.getRow(0).createCell(2).setCellFormula("底稿!A1");
            shown.createRow(1).createCell(0).setCellValue("隐藏行的值");
            shown.getRow(1).setZeroHeight(true);
            shown.setColumnHidden(1, true);
            Comment comment = shown.createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
            comment.setString(book.getCreationHelper().createRichTextString("批注的话"));
            comment.setAuthor("王批注");
            shown.getRow(0).getCell(0).setCellComment(comment);
            book.createSheet("底稿").createRow(0).createCell(0).setCellValue("320102199001011232");
            book.setSheetHidden(1, true);
            book.getProperties().getCoreProperties().setCreator("赵作者");
            book.write(bytes);
        }
        Copying.Copied outcome = copied(bytes.toByteArray(), FileKind.SHEET);
        assertThat(what(outcome))
                .contains(
                        What.HIDDEN_SHEETS,
                        What.HIDDEN_ROWS,
                        What.HIDDEN_COLUMNS,
                        What.COMMENTS,
                        What.AUTHOR,
                        What.FORMULAS);
        assertThat(allParts(copy()))
                .contains("看得见", "公示")
                .doesNotContain("隐藏列的值", "隐藏行的值", "底稿", "320102199001011232", "批注的话", "王批注", "赵作者");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("看得见");
            assertThat(book.getSheetAt(0).isColumnHidden(1)).isTrue();
        }
    }

    @Test
    void hiddenSlidesAndNotesGo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            XSLFSlide first = show.createSlide();
            XSLFTextBox text = first.createTextBox();
            text.setText("讲给大家听");
            text.setAnchor(new java.awt.Rectangle(10, 10, 200, 50));
            show.getNotesSlide(first).getPlaceholder(1).setText("备注里的话");
            XSLFSlide second = show.createSlide();
            second.createTextBox().setText("不放映的话");
            second.setHidden(true);
            show.write(bytes);
        }
        Copying.Copied outcome = copied(bytes.toByteArray(), FileKind.SLIDES);
        assertThat(what(outcome)).contains(What.HIDDEN_SLIDES, What.NOTES);
        assertThat(allParts(copy())).contains("讲给大家听").doesNotContain("备注里的话", "不放映的话");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(copy()))) {
            assertThat(show.getSlides()).hasSize(1);
        }
    }

    @Test
    void anEmbeddedObjectOfAnOldSlideStaysAsThePictureThatItShowed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("讲给大家听");
            show.write(bytes);
        }
        Map<String, byte[]> parts = parts(bytes.toByteArray());
        edit(parts, "ppt/slides/slide1.xml", "</p:spTree>", """
                <p:graphicFrame xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <p:nvGraphicFramePr><p:cNvPr id="7" name="测算表"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>\
                <p:xfrm><a:off x="100" y="200"/><a:ext cx="300" cy="400"/></p:xfrm><a:graphic><a:graphicData \
                uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj spid="_x0000_s7" r:id="rId8" progId="Excel.Sheet.12">\
                <p:embed/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame></p:spTree>""");
        edit(
                parts,
                "ppt/slides/_rels/slide1.xml.rels",
                "</Relationships>",
                OfficeFiles.relationship("rId8", "package", "../embeddings/inside.xlsx")
                        + OfficeFiles.relationship("rId9", "vmlDrawing", "../drawings/vmlDrawing1.vml")
                        + "</Relationships>");
        edit(parts, "[Content_Types].xml", "</Types>", """
                <Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>\
                <Default Extension="xlsx" ContentType="application/x"/><Default Extension="png" ContentType="image/png"/></Types>""");
        OfficeFiles.put(parts, "ppt/embeddings/inside.xlsx", "底稿");
        OfficeFiles.put(parts, "ppt/drawings/vmlDrawing1.vml", """
                <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\
                <v:shape id="_x0000_s7"><v:imagedata o:relid="rId1"/></v:shape></xml>""");
        OfficeFiles.put(
                parts,
                "ppt/drawings/_rels/vmlDrawing1.vml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + OfficeFiles.relationship("rId1", "image", "../media/shown.png") + "</Relationships>");
        parts.put("ppt/media/shown.png", TestImages.png(30, 20));
        Copying.Copied outcome = copied(OfficeFiles.zip(parts), FileKind.SLIDES);
        assertThat(what(outcome)).contains(What.EMBEDDED_OBJECTS);
        assertThat(allParts(copy())).doesNotContain("底稿", "inside.xlsx", "vmlDrawing");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(copy()))) {
            assertThat(show.getSlides().get(0).getShapes())
                    .filteredOn(XSLFPictureShape.class::isInstance)
                    .singleElement()
                    .satisfies(shape -> {
                        XSLFPictureShape picture = (XSLFPictureShape) shape;
                        assertThat(picture.getShapeName()).isEqualTo("测算表");
                        assertThat(ImageIO.read(new ByteArrayInputStream(
                                                picture.getPictureData().getData()))
                                        .getWidth())
                                .isEqualTo(30);
                    });
        }
    }

    @Test
    void anEmbeddedObjectOfASheetStaysAsThePictureThatItShowed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("公示");
            sheet.createRow(0).createCell(0).setCellValue("看得见");
            int image = book.addPicture(TestImages.png(30, 20), XSSFWorkbook.PICTURE_TYPE_PNG);
            int object = book.addOlePackage("底稿".getBytes(StandardCharsets.UTF_8), "底稿", "底稿.txt", "底稿.txt");
            sheet.createDrawingPatriarch()
                    .createObjectData(new XSSFClientAnchor(0, 0, 0, 0, 2, 3, 4, 6), object, image);
            book.write(bytes);
        }
        Map<String, byte[]> parts = parts(bytes.toByteArray());
        parts.keySet().removeIf(each -> each.contains("/drawings/"));
        String sheet = "xl/worksheets/sheet1.xml";
        String shape =
                new String(parts.get(sheet), StandardCharsets.UTF_8).replaceAll("(?s).*shapeId=\"(\\d+)\".*", "$1");
        String relations = "xl/worksheets/_rels/sheet1.xml.rels";
        OfficeFiles.put(
                parts,
                relations,
                new String(parts.get(relations), StandardCharsets.UTF_8)
                        .replaceAll("<Relationship [^>]*drawing[^>]*>", "")
                        .replace(
                                "</Relationships>",
                                OfficeFiles.relationship("rId99", "vmlDrawing", "../drawings/vmlDrawing9.vml")
                                        + "</Relationships>"));
        OfficeFiles.put(
                parts,
                sheet,
                new String(parts.get(sheet), StandardCharsets.UTF_8)
                        .replaceAll(
                                "<drawing [^>]*>",
                                "<legacyDrawing r:id=\"rId99\" "
                                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/>"));
        OfficeFiles.put(parts, "xl/drawings/vmlDrawing9.vml", """
                <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
                xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s%s"><v:imagedata o:relid="rId1"/><br>\
                <x:ClientData ObjectType="Pict"><x:Anchor>2, 0, 3, 0, 4, 0, 6, 0</x:Anchor></x:ClientData></v:shape></xml>""".formatted(shape));
        OfficeFiles.put(
                parts,
                "xl/drawings/_rels/vmlDrawing9.vml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + OfficeFiles.relationship("rId1", "image", "../media/image1.png") + "</Relationships>");
        edit(parts, "[Content_Types].xml", "</Types>", """
                <Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>""");
        Copying.Copied outcome = copied(OfficeFiles.zip(parts), FileKind.SHEET);
        assertThat(what(outcome)).contains(What.EMBEDDED_OBJECTS);
        assertThat(allParts(copy())).doesNotContain("底稿", "oleObject", "vmlDrawing");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy()))) {
            assertThat(book.getSheetAt(0).getDrawingPatriarch().getShapes())
                    .singleElement()
                    .satisfies(shown -> {
                        XSSFClientAnchor anchor = (XSSFClientAnchor) shown.getAnchor();
                        assertThat(anchor.getRow1()).isEqualTo(3);
                        assertThat(anchor.getCol2()).isEqualTo((short) 4);
                    });
        }
    }

    @Test
    void aWorkbookThatShowsNoSheetIsRefusedWithTheReason() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("底稿");
            book.setSheetHidden(0, true);
            book.write(bytes);
        }
        Path from = Files.write(folder.resolve("original"), bytes.toByteArray());
        assertThat(PublicCopies.copy(from, FileKind.SHEET, folder.resolve("copy")))
                .isEqualTo(new Copying.Refused(List.of(Reason.of("file.copy.nothingShown"))));
    }

    @Test
    void aChartKeepsWhatItShowsWhenTheSheetBehindItGoes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet shown = book.createSheet("公示");
            shown.createRow(0).createCell(0).setCellValue("看得见");
            XSSFSheet behind = book.createSheet("底稿");
            for (int row = 0; row < 3; row++) {
                behind.createRow(row).createCell(0).setCellValue("街道" + row);
                behind.getRow(row).createCell(1).setCellValue(41 + row);
            }
            XSSFChart chart = shown.createDrawingPatriarch().createChart(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 8, 20));
            XDDFChartData data = chart.createData(
                    ChartTypes.BAR,
                    chart.createCategoryAxis(AxisPosition.BOTTOM),
                    chart.createValueAxis(AxisPosition.LEFT));
            data.addSeries(
                            XDDFDataSourcesFactory.fromStringCellRange(behind, new CellRangeAddress(0, 2, 0, 0)),
                            XDDFDataSourcesFactory.fromNumericCellRange(behind, new CellRangeAddress(0, 2, 1, 1)))
                    .setTitle("户数", null);
            chart.plot(data);
            book.setSheetHidden(1, true);
            book.write(bytes);
        }
        copied(bytes.toByteArray(), FileKind.SHEET);
        String chart = new String(parts(copy()).get("xl/charts/chart1.xml"), StandardCharsets.UTF_8);
        assertThat(chart).contains("numLit", "strLit", "街道2", "43").doesNotContain("底稿");
    }

    private static Map<String, byte[]> parts(byte[] office) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static void edit(Map<String, byte[]> parts, String name, String old, String fresh) {
        String part = new String(parts.get(name), StandardCharsets.UTF_8);
        assertThat(part).contains(old);
        OfficeFiles.put(parts, name, part.replace(old, fresh));
    }

    @Test
    void macrosGoAndTheCopyIsAnOrdinaryDocument() throws IOException {
        Map<String, byte[]> parts = new HashMap<>(OfficeFiles.wordParts("<w:p><w:r><w:t>正文</w:t></w:r></w:p>"));
        parts.put("word/vbaProject.bin", "Sub AutoOpen".getBytes(StandardCharsets.US_ASCII));
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"
                        .getBytes(StandardCharsets.UTF_8));
        Copying.Copied outcome = copied(OfficeFiles.zip(parts), FileKind.WORD_WITH_MACROS);
        assertThat(outcome.kind()).isEqualTo(FileKind.WORD);
        assertThat(what(outcome)).contains(What.MACROS);
        assertThat(allParts(copy())).doesNotContain("AutoOpen", "vbaProject");
    }

    @Test
    void oldBinaryFilesAreRefusedWithAdvice() throws IOException {
        Path from = Files.write(folder.resolve("old"), new byte[] {1});
        Copying outcome = PublicCopies.copy(from, FileKind.OLD_WORD, folder.resolve("copy"));
        assertThat(((Copying.Refused) outcome).reasons()).containsExactly(Reason.of("file.copy.old", "docx"));
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            PDOptionalContentGroup shown = new PDOptionalContentGroup("shown");
            PDOptionalContentGroup hidden = new PDOptionalContentGroup("draft layer");
            layers.addGroup(shown);
            layers.addGroup(hidden);
            layers.setGroupEnabled(hidden, false);
            document.getDocumentCatalog().setOCProperties(layers);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, "face of the page", 700);
                content.beginMarkedContent(COSName.OC, shown);
                write(content, "layer shown", 600);
                content.endMarkedContent();
                content.beginMarkedContent(COSName.OC, hidden);
                write(content, "layer hidden", 500);
                content.endMarkedContent();
            }
            document.getDocumentInformation().setAuthor("Secret Author");
            PDMetadata xmp = new PDMetadata(document);
            xmp.importXMPMetadata(
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">Secret XMP</x:xmpmeta>".getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(xmp);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('secret script')"));
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("secret note");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            note.setInvisible(true);
            page.getAnnotations().add(note);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void write(PDPageContentStream content, String words, float y) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
        content.newLineAtOffset(72, y);
        content.showText(words);
        content.endText();
    }

    @Test
    void whatAPdfCarriesBesideItsPagesGoesAndThePagesLookTheSame() throws IOException {
        byte[] original = pdf();
        Copying.Copied outcome = copied(original, FileKind.PDF);
        assertThat(what(outcome)).contains(What.AUTHOR, What.XMP, What.HIDDEN_LAYERS, What.ANNOTATIONS, What.SCRIPTS);
        assertThat(PdfRecovery.everything(copy()))
                .contains("face of the page", "layer shown")
                .doesNotContain("layer hidden", "Secret", "secret");
        try (PDDocument before = Loader.loadPDF(original);
                PDDocument after = Loader.loadPDF(copy())) {
            for (PDPage page : before.getPages()) {
                page.setAnnotations(List.of());
            }
            assertThat(difference(
                            new PDFRenderer(before).renderImageWithDPI(0, 72),
                            new PDFRenderer(after).renderImageWithDPI(0, 72)))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SecretivePdf.class,
            names = {
                "INVISIBLE",
                "WHITE_ON_WHITE",
                "COVERED_BY_THE_OFFICE",
                "COVERED_BY_A_PICTURE",
                "REPLACED_WORDS",
                "COMMENTED",
                "STRUCTURED",
                "FONT_OF_DRAWINGS",
                "NOTES_ON_THE_PAGE",
                "THUMBNAILS",
                "ATTACHED",
                "PROPERTIES",
                "REVISED"
            })
    void whatThePagesOfAPdfDoNotShowCannotBeCopiedOutOfIt(SecretivePdf pdf) throws IOException {
        byte[] original = pdf.bytes();
        Copying.Copied outcome = copied(original, FileKind.PDF);
        String all = PdfRecovery.everything(copy());
        assertThat(all.replace("Bookmark " + SecretivePdf.SECRET, "")).doesNotContain(SecretivePdf.SECRET);
        assertThat(all.replace(" ", "")).contains(SecretivePdf.OPEN.replace(" ", ""));
        assertThat(what(outcome).contains(What.UNSEEN_WORDS))
                .isEqualTo(List.of("INVISIBLE", "WHITE_ON_WHITE", "COVERED_BY_THE_OFFICE", "COVERED_BY_A_PICTURE")
                        .contains(pdf.name()));
        try (PDDocument before = Loader.loadPDF(original);
                PDDocument after = Loader.loadPDF(copy())) {
            before.getPages().forEach(each -> each.getCOSObject().removeItem(COSName.ANNOTS));
            assertThat(unlike(
                            new PDFRenderer(before).renderImageWithDPI(0, 72),
                            new PDFRenderer(after).renderImageWithDPI(0, 72)))
                    .isLessThan(30);
        }
    }

    /** How many dots are dark in one and light in the other. */
    private static int unlike(BufferedImage one, BufferedImage other) {
        int unlike = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int lighter = new Color(one.getRGB(x, y)).getGreen() - new Color(other.getRGB(x, y)).getGreen();
                unlike += Math.abs(lighter) > 150 ? 1 : 0;
            }
        }
        return unlike;
    }

    @Test
    void earlierRevisionsOfAPdfAreCountedAndGone() throws IOException {
        byte[] original = pdf();
        ByteArrayOutputStream revised = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(original)) {
            document.getDocumentInformation().setAuthor("Second");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(revised);
        }
        assertThat(what(copied(revised.toByteArray(), FileKind.PDF))).contains(What.EARLIER_REVISIONS);
        assertThat(new String(copy(), StandardCharsets.ISO_8859_1).split("%%EOF", -1))
                .hasSize(2);
    }

    static int difference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void aPhotoLosesWhereItWasTakenAndKeepsItsPicture() throws IOException {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 4, Color.RED.getRGB());
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        byte[] exif = new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            46,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            2,
            (byte) 0x88,
            0x25,
            0,
            4,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            26,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(jpeg.toByteArray(), 0, 2);
        photo.write(exif);
        photo.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        Copying.Copied outcome = copied(photo.toByteArray(), FileKind.JPEG);
        assertThat(what(outcome)).contains(What.PHOTO_LOCATION, What.PHOTO_DATA);
        try (InputStream copy = new ByteArrayInputStream(copy())) {
            assertThat(difference(ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray())), ImageIO.read(copy)))
                    .isZero();
        }
        assertThat(new String(copy(), StandardCharsets.ISO_8859_1))
                .contains("\1\22\0\3\0\0\0\1\0\6")
                .doesNotContain("\210\45");
    }
}
