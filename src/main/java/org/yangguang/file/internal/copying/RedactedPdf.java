package org.yangguang.file.internal.copying;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.internal.reading.BadContent;

/** Writes the redacted document: marked pages as pictures with the words outside of the marks, the others as {@link PdfCopy} takes them over. */
public final class RedactedPdf {

    private static final int DOTS = 200;
    private static final long MOST_DOTS = 40_000_000;
    private static final double MARGIN = 1.5;
    private static final String FONT = "/fonts/NotoSerifSC-Regular.ttf";

    private final PDDocument source;
    private final PDDocument copy;
    private final List<RedactionMark> marks;
    private final PDFont font;

    private RedactedPdf(PDDocument source, PDDocument copy, List<RedactionMark> marks) throws IOException {
        this.source = source;
        this.copy = copy;
        this.marks = marks;
        try (InputStream glyphs = Objects.requireNonNull(RedactedPdf.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(copy, glyphs, true);
        }
    }

    public static void write(Path pdf, List<RedactionMark> marks, Path target) throws IOException, BadContent {
        try (PDDocument source = PdfGuard.open(pdf);
                PDDocument copy = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            int pages = source.getNumberOfPages();
            if (marks.stream().anyMatch(each -> each.page() > pages)) {
                throw new BadContent("file.redaction.page", pages);
            }
            RedactedPdf redacted = new RedactedPdf(source, copy, marks);
            PdfCopy others = PdfCopy.of(source, copy);
            for (int page = 0; page < pages; page++) {
                if (redacted.marked(page).isEmpty()) {
                    others.take(source.getPage(page));
                } else {
                    redacted.draw(page);
                }
            }
            copy.save(target.toFile());
        } catch (RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    /** The page as it is shown, so many dots wide. */
    public static BufferedImage picture(PDDocument document, int page, int width) throws IOException {
        Rectangle2D shown = shown(document.getPage(page));
        float scale = (float)
                Math.min(width / shown.getWidth(), Math.sqrt(MOST_DOTS / (shown.getWidth() * shown.getHeight())));
        return new PDFRenderer(document).renderImage(page, scale, ImageType.RGB);
    }

    private List<RedactionMark> marked(int page) {
        return marks.stream().filter(each -> each.page() == page + 1).toList();
    }

    private void draw(int number) throws IOException {
        Rectangle2D shown = shown(source.getPage(number));
        float width = (float) shown.getWidth();
        float height = (float) shown.getHeight();
        float scale = (float) Math.min(DOTS / 72.0, Math.sqrt(MOST_DOTS / (shown.getWidth() * shown.getHeight())));
        BufferedImage image = new PDFRenderer(source).renderImage(number, scale, ImageType.RGB);
        List<Rectangle2D> areas = new ArrayList<>();
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.BLACK);
        for (RedactionMark each : marked(number)) {
            int left = (int) Math.floor(each.x() * image.getWidth()) - 1;
            int top = (int) Math.floor(each.y() * image.getHeight()) - 1;
            int right = (int) Math.ceil((each.x() + each.width()) * image.getWidth()) + 1;
            int bottom = (int) Math.ceil((each.y() + each.height()) * image.getHeight()) + 1;
            paint.fillRect(left, top, right - left, bottom - top);
            areas.add(new Rectangle2D.Double(
                    each.x() * width - MARGIN,
                    each.y() * height - MARGIN,
                    each.width() * width + 2 * MARGIN,
                    each.height() * height + 2 * MARGIN));
        }
        paint.dispose();
        PDPage page = new PDPage(new PDRectangle(width, height));
        copy.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
            content.drawImage(LosslessFactory.createFromImage(copy, image), 0, 0, width, height);
            words(number, areas, content, width, height);
            grounds(number, content, width, height);
        }
    }

    private void words(int number, List<Rectangle2D> areas, PDPageContentStream content, float width, float height)
            throws IOException {
        Words words = new Words(areas, width, height);
        words.setStartPage(number + 1);
        words.setEndPage(number + 1);
        words.getText(source);
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        for (Words.Run run : words.runs) {
            String known = known(run.text());
            if (!known.isBlank()) {
                content.setFont(font, Math.max(1, run.size()));
                content.setTextMatrix(Matrix.getTranslateInstance(run.x(), height - run.y()));
                content.showText(known);
            }
        }
        content.endText();
    }

    private void grounds(int number, PDPageContentStream content, float width, float height) throws IOException {
        for (RedactionMark each : marked(number)) {
            float size = (float) Math.min(9, each.height() * height - 2);
            String ground = known(each.ground());
            if (size >= 5 && font.getStringWidth(ground) / 1000 * size < each.width() * width - 4) {
                content.beginText();
                content.setRenderingMode(RenderingMode.FILL);
                content.setNonStrokingColor(Color.WHITE);
                content.setFont(font, size);
                float base = (float) (height - (each.y() + each.height() / 2) * height - size * 0.35);
                content.newLineAtOffset((float) (each.x() * width) + 2, base);
                content.showText(ground);
                content.endText();
            }
        }
    }

    private String known(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(each -> {
            String sign = Character.toString(each);
            try {
                font.encode(sign);
                known.append(sign);
            } catch (IOException | IllegalArgumentException unknown) {
                known.append(' ');
            }
        });
        return known.toString();
    }

    /** The page's box as it is shown: cropped and turned. */
    private static Rectangle2D shown(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        return new Rectangle2D.Double(
                0, 0, lying ? box.getHeight() : box.getWidth(), lying ? box.getWidth() : box.getHeight());
    }

    /** Gathers the words of a page, glyph by glyph, but none that touches an area or lies outside of the page. */
    private static final class Words extends PDFTextStripper {

        record Run(String text, float x, float y, float size) {}

        private final List<Rectangle2D> areas;
        private final float width;
        private final float height;
        private final List<Run> runs = new ArrayList<>();

        Words(List<Rectangle2D> areas, float width, float height) {
            this.areas = areas;
            this.width = width;
            this.height = height;
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        protected void writeString(String text, List<TextPosition> glyphs) {
            StringBuilder run = new StringBuilder();
            TextPosition first = null;
            for (TextPosition glyph : glyphs) {
                if (outside(glyph)) {
                    first = first == null ? glyph : first;
                    run.append(glyph.getUnicode());
                } else {
                    end(run, first);
                    first = null;
                }
            }
            end(run, first);
        }

        private void end(StringBuilder run, @org.jspecify.annotations.Nullable TextPosition first) {
            if (first != null && !run.isEmpty()) {
                runs.add(new Run(run.toString(), first.getX(), first.getY(), Math.min(200, first.getFontSizeInPt())));
            }
            run.setLength(0);
        }

        /** However the glyph is turned, it lies within a square around its origin as wide as it is high or broad. */
        private boolean outside(TextPosition glyph) {
            double reach =
                    Math.max(Math.max(glyph.getWidth(), glyph.getHeight()), Math.max(2, glyph.getFontSizeInPt()));
            boolean level = glyph.getDir() == 0;
            Rectangle2D box = level
                    ? new Rectangle2D.Double(
                            glyph.getX(), glyph.getY() - reach, Math.max(glyph.getWidth(), 1), reach * 1.35)
                    : new Rectangle2D.Double(glyph.getX() - reach, glyph.getY() - reach, 2 * reach, 2 * reach);
            boolean onPage = glyph.getX() >= 0 && glyph.getY() >= 0 && glyph.getX() <= width && glyph.getY() <= height;
            return onPage && areas.stream().noneMatch(box::intersects);
        }
    }
}
