package org.yangguang.file.internal.copying;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.internal.reading.BadContent;

/** Writes the redacted document: marked pages as pictures with the words outside of the marks, the others as {@link PdfCopy} takes them over. */
public final class RedactedPdf {

    private RedactedPdf() {}

    public static void write(Path pdf, List<RedactionMark> marks, Path target) throws IOException, BadContent {
        try (PDDocument source = PdfGuard.open(pdf);
                PDDocument copy = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            int pages = source.getNumberOfPages();
            if (marks.stream().anyMatch(each -> each.page() > pages)) {
                throw new BadContent("file.redaction.page", pages);
            }
            PdfCopy faces = PdfCopy.of(source, copy);
            for (int i = 0; i < pages; i++) {
                int number = i + 1;
                List<RedactionMark> here =
                        marks.stream().filter(each -> each.page() == number).toList();
                PDPage page = source.getPage(i);
                copy.addPage(here.isEmpty() ? faces.take(page) : faces.covered(page, here));
            }
            copy.save(target.toFile());
        } catch (RuntimeException e) {
            throw new BadContent("file.document.damaged");
        }
    }

    /** The face of a page, on which areas are marked, so many dots wide. */
    public static BufferedImage picture(PDDocument document, int page, int width) throws IOException {
        try (PDDocument copy = new PDDocument()) {
            return PageAsPicture.picture(PdfCopy.of(document, copy).face(document.getPage(page)), width);
        }
    }
}
