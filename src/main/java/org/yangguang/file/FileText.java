package org.yangguang.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.yangguang.file.internal.reading.XmlPart;

/**
 * What can be read in a public copy, for the check before review: words, and how well its scans can be read. Only for copies that
 * {@link PublicCopies} made: their size is known to be reasonable.
 *
 * @param pagesWithoutWords pages of a PDF that are pictures and nothing else
 * @param poorPictures pictures that are too coarse to be read: fewer than 150 dots an inch on a page, or less than 600 dots wide
 */
public record FileText(String words, int pagesWithoutWords, int poorPictures) {

    private static final int MOST = 40_000_000;
    private static final int MOST_PAGES = 2_000;

    public static FileText of(InputStream bytes, StoredFile file) throws IOException {
        FileKind kind = FileKind.of(file).orElse(FileKind.TEXT);
        return switch (kind) {
            case PDF -> pdf(bytes);
            case WORD, SHEET, SLIDES -> new FileText(office(bytes), 0, 0);
            case TEXT -> new FileText(new String(bytes.readNBytes(MOST), StandardCharsets.UTF_8), 0, 0);
            case PNG, JPEG, GIF -> new FileText("", 0, coarse(bytes) ? 1 : 0);
            default -> new FileText("", 0, 0);
        };
    }

    private static FileText pdf(InputStream bytes) throws IOException {
        int wordless = 0;
        int coarse = 0;
        StringBuilder words = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
            for (int number = 1; number <= pages && words.length() < MOST; number++) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                String page = stripper.getText(document);
                words.append(page).append("\n\n");
                int widest = widest(document.getPage(number - 1));
                if (page.isBlank() && widest > 0) {
                    wordless++;
                    coarse += widest < document.getPage(number - 1).getCropBox().getWidth() / 72 * 150 ? 1 : 0;
                }
            }
        }
        return new FileText(words.toString(), wordless, coarse);
    }

    private static int widest(PDPage page) throws IOException {
        int widest = 0;
        if (page.getResources() != null) {
            for (COSName name : page.getResources().getXObjectNames()) {
                if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                    widest = Math.max(widest, image.getWidth());
                }
            }
        }
        return widest;
    }

    private static String office(InputStream bytes) throws IOException {
        StringBuilder words = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry part = zip.getNextEntry(); part != null && words.length() < MOST; part = zip.getNextEntry()) {
                if (part.getName().endsWith(".xml") && part.getName().contains("/")) {
                    xml(zip.readAllBytes(), words);
                }
            }
        }
        return words.toString();
    }

    /** Runs of one paragraph belong together, cells and paragraphs do not. */
    private static void xml(byte[] part, StringBuilder words) {
        try {
            XMLStreamReader reader = XmlPart.reader(new ByteArrayInputStream(part));
            String element = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> element = reader.getLocalName();
                    case XMLStreamConstants.CHARACTERS -> {
                        if (element.equals("t") || element.equals("v")) {
                            words.append(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        switch (reader.getLocalName()) {
                            case "p", "si", "c", "row" -> words.append("\n\n");
                            case "br", "tab" -> words.append('\n');
                            case "tc" -> words.append('\t');
                            default -> {}
                        }
                        element = "";
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException unreadable) {
            words.append('\n');
        }
    }

    private static boolean coarse(InputStream bytes) throws IOException {
        try (var input = ImageIO.createImageInputStream(bytes)) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return reader.getWidth(0) < 600 && reader.getHeight(0) > reader.getWidth(0) * 1.2;
            } finally {
                reader.dispose();
            }
        }
    }
}
