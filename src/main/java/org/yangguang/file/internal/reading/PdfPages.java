package org.yangguang.file.internal.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What can be had of a PDF that opens without a password. Streams are unpacked to disk, not to memory. */
final class PdfPages {

    private static final int WIDTH = 1_000;
    private static final int HIGHEST = 3_000;
    private static final float POINTS = 72f;

    private PdfPages() {}

    static int count(Path file) throws IOException {
        try (PDDocument document = open(file)) {
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new IOException("no pages");
            }
            document.getPage(0);
            return pages;
        }
    }

    static void text(Path file, Writer text) throws IOException {
        try (PDDocument document = open(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.writeText(document, text);
        }
    }

    /** Draws the page with this number, from 1, as a PNG. */
    static void render(Path file, int number, Path target) throws IOException {
        try (PDDocument document = open(file)) {
            if (number < 1 || number > document.getNumberOfPages()) {
                throw new IOException("no such page");
            }
            PDRectangle box = document.getPage(number - 1).getCropBox();
            boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
            float width = turned ? box.getHeight() : box.getWidth();
            float height = turned ? box.getWidth() : box.getHeight();
            float scale = Math.min(WIDTH / Math.max(width, 1), HIGHEST / Math.max(height, 1));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImageWithDPI(number - 1, scale * POINTS, ImageType.RGB);
            ImageIO.write(image, "png", target.toFile());
        }
    }

    private static PDDocument open(Path file) throws IOException {
        ChineseFonts.use();
        return Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()), IOUtils.createTempFileOnlyStreamCache());
    }
}
