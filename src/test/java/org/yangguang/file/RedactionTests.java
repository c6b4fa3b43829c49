package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTests {

    private static final String SECRET = "320102199001011232";
    private static final String OPEN = "public words";

    @TempDir
    Path folder;

    private interface Drawing {
        void on(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
    }

    /** Pages of all sorts; each shows the secret at 72, 400 and open words at 72, 700 of a page of A4. */
    enum Sort {
        PLAIN((document, page, content) -> text(content, SECRET, 400)),
        ROTATED((document, page, content) -> {
            page.setRotation(90);
            text(content, SECRET, 400);
        }),
        CROPPED((document, page, content) -> {
            page.setCropBox(new PDRectangle(50, 300, 400, 500));
            text(content, SECRET, 400);
            text(content, "beyond " + SECRET, 100);
        }),
        LAYERED((document, page, content) -> {
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            PDOptionalContentGroup shown = new PDOptionalContentGroup("shown");
            PDOptionalContentGroup hidden = new PDOptionalContentGroup("hidden");
            layers.addGroup(shown);
            layers.addGroup(hidden);
            layers.setGroupEnabled(hidden, false);
            document.getDocumentCatalog().setOCProperties(layers);
            for (PDOptionalContentGroup layer : List.of(shown, hidden)) {
                content.beginMarkedContent(COSName.OC, layer);
                text(content, SECRET, 400);
                content.endMarkedContent();
            }
        }),
        FORM((document, page, content) -> {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(PDRectangle.A4);
            form.setResources(new PDResources());
            COSName font = form.getResources().add(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            try (var inner = form.getStream().createOutputStream()) {
                inner.write(("BT /" + font.getName() + " 18 Tf 72 400 Td (" + SECRET + ") Tj ET").getBytes());
            }
            content.drawForm(form);
        }),
        TRANSPARENT((document, page, content) -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(0.2f);
            content.setGraphicsStateParameters(state);
            text(content, SECRET, 400);
        }),
        INVISIBLE((document, page, content) -> {
            content.setRenderingMode(RenderingMode.NEITHER);
            text(content, SECRET, 400);
            content.setRenderingMode(RenderingMode.FILL);
        }),
        SCANNED((document, page, content) -> {
            PDImageXObject scan = LosslessFactory.createFromImage(document, scan());
            content.drawImage(scan, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            content.setRenderingMode(RenderingMode.NEITHER);
            text(content, SECRET, 400);
            content.setRenderingMode(RenderingMode.FILL);
        });

        private final Drawing drawing;

        Sort(Drawing drawing) {
            this.drawing = drawing;
        }
    }

    private static BufferedImage scan() {
        BufferedImage scan = new BufferedImage(595, 842, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = scan.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, 595, 842);
        paint.setColor(Color.BLUE);
        paint.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        paint.fillRect(72, 842 - 416, 200, 16);
        paint.dispose();
        return scan;
    }

    private static void text(PDPageContentStream content, String words, float y) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
        content.newLineAtOffset(72, y);
        content.showText(words);
        content.endText();
    }

    private static byte[] pdf(Sort sort) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                text(content, OPEN, 700);
                sort.drawing.on(document, page, content);
            }
            PDPage other = new PDPage(PDRectangle.A4);
            document.addPage(other);
            try (PDPageContentStream content = new PDPageContentStream(document, other)) {
                text(content, "the other page", 700);
            }
            other.setResources(shared(page, other));
            PDAnnotationText note = new PDAnnotationText();
            note.setContents(SECRET);
            note.setRectangle(new PDRectangle(72, 400, 20, 20));
            page.getAnnotations().add(note);
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("Bookmark " + SECRET);
            item.setDestination(page);
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.getDocumentInformation().setSubject(SECRET);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** As many programs write it: all pages have the resources of all pages. */
    private static PDResources shared(PDPage page, PDPage other) {
        PDResources shared = new PDResources();
        for (PDResources each : List.of(page.getResources(), other.getResources())) {
            each.getFontNames().forEach(name -> {
                try {
                    shared.put(name, each.getFont(name));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            each.getXObjectNames().forEach(name -> {
                try {
                    shared.put(name, each.getXObject(name));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
        return shared;
    }

    /** The area around the secret, as a reader sees the page. */
    private static RedactionMark mark(Sort sort) {
        return switch (sort) {
            case ROTATED -> new RedactionMark(1, 390 / 842.0, 60 / 595.0, 40 / 842.0, 230 / 595.0, "个人隐私");
            case CROPPED -> new RedactionMark(1, 10 / 400.0, 370 / 500.0, 300 / 400.0, 45 / 500.0, "个人隐私");
            default -> new RedactionMark(1, 60 / 595.0, 415 / 842.0, 300 / 595.0, 40 / 842.0, "个人隐私");
        };
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void nothingOfTheAreaCanBeRecovered(Sort sort) throws IOException {
        byte[] original = pdf(sort);
        Path from = Files.write(folder.resolve("original"), original);
        Path to = folder.resolve("redacted");
        assertThat(Redaction.redact(from, List.of(mark(sort)), to)).isInstanceOf(Copying.Copied.class);
        byte[] redacted = Files.readAllBytes(to);

        assertThat(PdfRecovery.everything(original)).contains(SECRET);
        assertThat(PdfRecovery.everything(redacted)).doesNotContain(SECRET).doesNotContain("Bookmark");
        try (PDDocument document = Loader.loadPDF(redacted)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains(OPEN.replace(" ", "")).contains("theotherpage");
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            RedactionMark mark = mark(sort);
            assertThat(dark(page, mark.x() + mark.width() / 2, mark.y() + 0.003))
                    .isTrue();
            for (BufferedImage image : images(document)) {
                assertThat(blue(image)).isZero();
            }
        }
    }

    private static boolean dark(BufferedImage image, double x, double y) {
        Color color = new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
        return color.getRed() + color.getGreen() + color.getBlue() < 60;
    }

    private static List<BufferedImage> images(PDDocument document) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                    images.add(image.getImage());
                }
            }
        }
        return images;
    }

    private static int blue(BufferedImage image) {
        int blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                blue += color.getBlue() > 200 && color.getRed() < 60 ? 1 : 0;
            }
        }
        return blue;
    }
}
