package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check before review sees in a public copy. */
class FileTextTests {

    @ParameterizedTest
    @CsvSource({"100, false, 1, 1", "200, false, 1, 0", "100, true, 0, 1", "200, true, 0, 0"})
    void aScanIsJudgedByItsDotsAndByWhetherItHasWords(int dots, boolean words, int wordless, int coarse)
            throws IOException {
        FileText text = read(FileKind.PDF, scan(dots, words));
        assertThat(text.pagesWithoutWords()).isEqualTo(wordless);
        assertThat(text.poorPictures()).isEqualTo(coarse);
    }

    @Test
    void aSmallPictureBesideWordsIsNoScan() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                BufferedImage seal = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
                content.drawImage(LosslessFactory.createFromImage(document, seal), 300, 100, 80, 80);
                write(content, "words of the page");
            }
            document.save(bytes);
        }
        assertThat(read(FileKind.PDF, bytes.toByteArray()).poorPictures()).isZero();
    }

    @Test
    void linksOfAPdfAreFound() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI action = new PDActionURI();
            action.setURI("http://www.example.gov.cn/a");
            link.setAction(action);
            link.setRectangle(new PDRectangle(10, 10, 50, 20));
            page.getAnnotations().add(link);
            document.save(bytes);
        }
        assertThat(read(FileKind.PDF, bytes.toByteArray()).links()).containsOnlyKeys("http://www.example.gov.cn/a");
    }

    @Test
    void linksAndPicturesWithoutWordsOfAWordFileAreFound() throws IOException {
        Map<String, byte[]> parts = OfficeFiles.wordParts(
                OfficeFiles.picture("r:embed=\"rId4\"", "") + OfficeFiles.picture("r:embed=\"rId4\"", "分布图"));
        OfficeFiles.put(
                parts,
                "word/_rels/document.xml.rels",
                new String(parts.get("word/_rels/document.xml.rels"), StandardCharsets.UTF_8)
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId30\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\""
                                        + " Target=\"http://www.example.gov.cn/b\" TargetMode=\"External\"/></Relationships>"));
        FileText text = read(FileKind.WORD, OfficeFiles.zip(parts));
        assertThat(text.undescribedPictures()).isOne();
        assertThat(text.links()).containsOnlyKeys("http://www.example.gov.cn/b");
    }

    private static byte[] scan(int dots, boolean words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            int width = (int) (PDRectangle.A4.getWidth() / 72 * dots);
            int height = (int) (PDRectangle.A4.getHeight() / 72 * dots);
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
                if (words) {
                    content.setRenderingMode(RenderingMode.NEITHER);
                    write(content, "recognised words");
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void write(PDPageContentStream content, String words) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(words);
        content.endText();
    }

    private static FileText read(FileKind kind, byte[] bytes) throws IOException {
        return FileText.of(new ByteArrayInputStream(bytes), new StoredFile("0".repeat(64), kind.type(), bytes.length));
    }
}
