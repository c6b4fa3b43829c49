package org.yangguang.report.internal;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Paragraph;

/** The text layer of a PDF, line by line as it stands on the page. */
final class PdfReader {

    private static final int MOST_PAGES = 300;
    private static final int LEAST_TEXT = 40;

    private PdfReader() {}

    static Document read(byte[] content) throws Unreadable {
        try (PDDocument pdf = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new Unreadable("unreadable.pages", String.valueOf(MOST_PAGES));
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf);
            if (text.codePoints().filter(Character::isLetterOrDigit).limit(LEAST_TEXT).count() < LEAST_TEXT) {
                throw new Unreadable("unreadable.pictures");
            }
            List<Block> lines = text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> (Block) new Paragraph(line))
                    .toList();
            return new Document(lines);
        } catch (InvalidPasswordException e) {
            throw new Unreadable("unreadable.encrypted");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unreadable("unreadable.broken");
        }
    }
}
