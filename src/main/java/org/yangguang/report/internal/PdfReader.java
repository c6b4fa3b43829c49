package org.yangguang.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.yangguang.report.internal.Document.Block;

/** The text layer of a PDF, with lines of figures and their labels put together by where words stand. */
final class PdfReader {

    private static final int MOST_PAGES = 300;
    private static final int LEAST_TEXT = 40;

    private PdfReader() {}

    static Document read(byte[] content, Patience patience) throws Unreadable {
        try (PDDocument pdf = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new Unreadable("unreadable.pages", String.valueOf(MOST_PAGES));
            }
            PdfWords words = new PdfWords(patience);
            words.getText(pdf);
            if (words.letters() < LEAST_TEXT) {
                throw new Unreadable("unreadable.pictures");
            }
            List<Block> blocks = new ArrayList<>();
            words.pages().forEach(page -> blocks.addAll(PdfPage.blocks(page)));
            return new Document(blocks);
        } catch (InvalidPasswordException e) {
            throw new Unreadable("unreadable.encrypted");
        } catch (Patience.Exhausted e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unreadable("unreadable.broken");
        }
    }
}
