package org.yangguang.file.internal.copying;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.RedactionMark;

/**
 * Draws a page anew as a picture with areas painted over; the words that can be seen outside of them lie invisibly over it, so that it can
 * still be searched and read aloud. Nothing of the old page is taken over.
 */
final class PageAsPicture {

    private static final int DOTS = 200;
    private static final long MOST_DOTS = 40_000_000;
    private static final double MARGIN = 1.5;
    private static final String FONT = "/fonts/NotoSerifSC-Regular.ttf";

    private final PDDocument copy;
    private @Nullable PDFont font;

    PageAsPicture(PDDocument copy) {
        this.copy = copy;
    }

    /** The new page, not yet part of the copy. */
    PDPage draw(PDPage face, List<RedactionMark> marks) throws IOException {
        Rectangle2D shown = shown(face);
        float width = (float) shown.getWidth();
        float height = (float) shown.getHeight();
        PDPage page = new PDPage(new PDRectangle(width, height));
        if (face.getUserUnit() != 1) {
            page.setUserUnit(face.getUserUnit());
        }
        try (PDDocument alone = new PDDocument()) {
            alone.addPage(face);
            BufferedImage image = render(alone, DOTS / 72.0);
            List<Rectangle2D> areas = cover(image, marks, width, height);
            try (PDPageContentStream content = new PDPageContentStream(copy, page)) {
                content.drawImage(LosslessFactory.createFromImage(copy, image), 0, 0, width, height);
                words(new SeenWords(alone, image, areas), content, height);
                grounds(marks, content, width, height);
            }
        }
        return page;
    }

    /** The page as it is shown, so many dots wide. */
    static BufferedImage picture(PDPage face, int width) throws IOException {
        try (PDDocument alone = new PDDocument()) {
            alone.addPage(face);
            return render(alone, width / shown(face).getWidth());
        }
    }

    private static BufferedImage render(PDDocument alone, double wanted) throws IOException {
        Rectangle2D shown = shown(alone.getPage(0));
        double most = Math.sqrt(MOST_DOTS / (shown.getWidth() * shown.getHeight()));
        return new PDFRenderer(alone).renderImage(0, (float) Math.min(wanted, most), ImageType.RGB);
    }

    /** Paints the areas black; answers where they are, in points from the top left. */
    private static List<Rectangle2D> cover(BufferedImage image, List<RedactionMark> marks, float width, float height) {
        List<Rectangle2D> areas = new ArrayList<>();
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.BLACK);
        for (RedactionMark each : marks) {
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
        return areas;
    }

    private void words(SeenWords words, PDPageContentStream content, float height) throws IOException {
        content.beginText();
        content.setRenderingMode(RenderingMode.NEITHER);
        for (SeenWords.Run run : words.runs()) {
            String known = known(run.text());
            if (!known.isBlank()) {
                content.setFont(font(), Math.max(1, run.size()));
                content.setTextMatrix(Matrix.getTranslateInstance(run.x(), height - run.y()));
                content.showText(known);
            }
        }
        content.endText();
    }

    private void grounds(List<RedactionMark> marks, PDPageContentStream content, float width, float height)
            throws IOException {
        for (RedactionMark each : marks) {
            float size = (float) Math.min(9, each.height() * height - 2);
            String ground = known(each.ground());
            if (size >= 5 && font().getStringWidth(ground) / 1000 * size < each.width() * width - 4) {
                content.beginText();
                content.setRenderingMode(RenderingMode.FILL);
                content.setNonStrokingColor(Color.WHITE);
                content.setFont(font(), size);
                float base = (float) (height - (each.y() + each.height() / 2) * height - size * 0.35);
                content.newLineAtOffset((float) (each.x() * width) + 2, base);
                content.showText(ground);
                content.endText();
            }
        }
    }

    private PDFont font() throws IOException {
        PDFont loaded = font;
        if (loaded == null) {
            try (InputStream glyphs = Objects.requireNonNull(PageAsPicture.class.getResourceAsStream(FONT))) {
                loaded = PDType0Font.load(copy, glyphs, true);
            }
            font = loaded;
        }
        return loaded;
    }

    private String known(String text) throws IOException {
        PDFont glyphs = font();
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(each -> {
            String sign = Character.toString(each);
            try {
                glyphs.encode(sign);
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
}
