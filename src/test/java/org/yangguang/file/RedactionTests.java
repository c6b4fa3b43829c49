package org.yangguang.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SecretivePdf.class)
    void nothingOfTheSecretCanBeRecoveredAndTheRestIsAsItWas(SecretivePdf pdf) throws IOException {
        byte[] original = pdf.bytes();
        Path from = Files.write(folder.resolve("original"), original);
        Path to = folder.resolve("redacted");
        assertThat(Redaction.redact(from, List.of(pdf.mark()), to)).isInstanceOf(Copying.Copied.class);
        byte[] redacted = Files.readAllBytes(to);
        assertThat(PdfRecovery.everything(original)).contains(SecretivePdf.SECRET);
        assertThat(PdfRecovery.everything(redacted))
                .doesNotContain(SecretivePdf.SECRET)
                .doesNotContain("Bookmark");
        for (BufferedImage image : PdfRecovery.images(redacted)) {
            assertThat(blue(image)).isZero();
        }
        try (PDDocument before = Loader.loadPDF(original);
                PDDocument after = Loader.loadPDF(redacted)) {
            before.getPages().forEach(each -> each.getCOSObject().removeItem(COSName.ANNOTS));
            theRestIsAsItWas(before, after, pdf.mark());
        }
    }

    private static void theRestIsAsItWas(PDDocument before, PDDocument after, RedactionMark mark) throws IOException {
        assertThat(new PDFTextStripper().getText(after).replaceAll("\\s", ""))
                .contains(SecretivePdf.OPEN.replace(" ", ""))
                .contains(SecretivePdf.OTHER.replace(" ", ""));
        assertThat(after.getPage(0).getUserUnit()).isEqualTo(before.getPage(0).getUserUnit());
        BufferedImage face = new PDFRenderer(after).renderImageWithDPI(0, 72);
        BufferedImage faceBefore = new PDFRenderer(before).renderImageWithDPI(0, 72);
        assertThat(face.getWidth()).isCloseTo(faceBefore.getWidth(), within(1));
        assertThat(dark(face, mark.x() + mark.width() / 2, mark.y() + 0.004)).isTrue();
        assertThat(unlike(faceBefore, face, mark)).isLessThan(60);
        assertThat(PublicCopiesTests.difference(
                        new PDFRenderer(before).renderImageWithDPI(1, 72),
                        new PDFRenderer(after).renderImageWithDPI(1, 72)))
                .isZero();
    }

    @Test
    void chineseWordsInAFontThatThePdfDoesNotBringAlongAreStillOnThePage() throws IOException {
        Path from = Files.write(folder.resolve("original"), SecretivePdf.withFontByName("公开的话"));
        Path to = folder.resolve("redacted");
        RedactionMark foot = new RedactionMark(1, 0.1, 0.9, 0.5, 0.05, "个人隐私");
        assertThat(Redaction.redact(from, List.of(foot), to)).isInstanceOf(Copying.Copied.class);
        try (PDDocument after = Loader.loadPDF(to.toFile())) {
            assertThat(new PDFTextStripper().getText(after)).contains("公开的话");
            BufferedImage face = new PDFRenderer(after).renderImageWithDPI(0, 72);
            for (int sign = 0; sign < 4; sign++) {
                assertThat(ink(face.getSubimage(72 + 30 * sign, 110, 30, 40))).isBetween(60, 600);
            }
        }
    }

    private static int ink(BufferedImage image) {
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink += new Color(image.getRGB(x, y)).getGreen() < 128 ? 1 : 0;
            }
        }
        return ink;
    }

    /** How many dots outside of the area are dark in one and light in the other. */
    private static int unlike(BufferedImage one, BufferedImage other, RedactionMark mark) {
        int unlike = 0;
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                double across = (double) x / one.getWidth();
                double down = (double) y / one.getHeight();
                boolean covered = across > mark.x() - 0.01
                        && across < mark.x() + mark.width() + 0.01
                        && down > mark.y() - 0.01
                        && down < mark.y() + mark.height() + 0.01;
                int lighter = new Color(one.getRGB(x, y)).getGreen() - new Color(other.getRGB(x, y)).getGreen();
                unlike += !covered && Math.abs(lighter) > 150 ? 1 : 0;
            }
        }
        return unlike;
    }

    private static boolean dark(BufferedImage image, double x, double y) {
        Color color = new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
        return color.getRed() + color.getGreen() + color.getBlue() < 60;
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
