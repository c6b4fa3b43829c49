package org.yangguang.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.internal.reading.DecodedText;

/**
 * What can be read in a public copy, for the check before review: words, and how well its scans can be read. Only for copies that
 * {@link PublicCopies} made: their size is known to be reasonable.
 *
 * @param pagesWithoutWords pages of a PDF that are pictures and nothing else
 * @param poorPictures pictures that are too coarse to be read: fewer than 150 dots an inch on a page, or less than 600 dots wide
 * @param undescribedPictures pictures of an office file that have no words for those who cannot see them
 * @param links web addresses to which it leads, each with the words that it is written on, where they are known
 */
public record FileText(
        String words, int pagesWithoutWords, int poorPictures, int undescribedPictures, Map<String, String> links) {

    private static final int MOST = 40_000_000;
    private static final int MOST_PAGES = 2_000;
    static final int MOST_LINKS = 1_000;
    /** To an inch, in each direction: below it small print cannot be read. */
    private static final int LEAST_DOTS = 150;

    private static final int DEEPEST_FORM = 3;

    public static FileText of(InputStream bytes, StoredFile file) throws IOException {
        FileKind kind = FileKind.of(file).orElse(FileKind.TEXT);
        return switch (kind) {
            case PDF -> pdf(bytes);
            case WORD, SHEET, SLIDES -> OfficeWords.in(bytes, MOST);
            case TEXT -> new FileText(text(bytes.readNBytes(MOST)), 0, 0, 0, Map.of());
            case PNG, JPEG, GIF -> new FileText("", 0, coarse(bytes) ? 1 : 0, 0, Map.of());
            default -> new FileText("", 0, 0, 0, Map.of());
        };
    }

    /** In whatever encoding: spreadsheet programs write sixteen-bit text and GB 18030. */
    private static String text(byte[] bytes) {
        return DecodedText.of(bytes).map(DecodedText::text).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static FileText pdf(InputStream bytes) throws IOException {
        int wordless = 0;
        int coarse = 0;
        Map<String, String> links = new LinkedHashMap<>();
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
                links(document.getPage(number - 1), links);
                Optional<PDImageXObject> picture =
                        largest(document.getPage(number - 1).getResources(), 0);
                if (picture.isPresent()) {
                    PDRectangle paper = document.getPage(number - 1).getCropBox();
                    wordless += page.isBlank() ? 1 : 0;
                    coarse += (page.isBlank() || fills(picture.get(), paper)) && coarse(picture.get(), paper) ? 1 : 0;
                }
            }
        }
        return new FileText(words.toString(), wordless, coarse, 0, links);
    }

    private static void links(PDPage page, Map<String, String> links) throws IOException {
        for (PDAnnotation each : page.getAnnotations()) {
            if (each instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                String address = action.getURI();
                if (address != null && links.size() < MOST_LINKS) {
                    links.putIfAbsent(address, "");
                }
            }
        }
    }

    /** A page that is one picture, whether or not words were laid over it afterwards. */
    private static boolean fills(PDImageXObject picture, PDRectangle paper) {
        double sides = Math.log((double) picture.getWidth() / picture.getHeight());
        double paperSides = Math.log(paper.getWidth() / paper.getHeight());
        return Math.abs(sides - paperSides) < 0.08 || Math.abs(sides + paperSides) < 0.08;
    }

    private static boolean coarse(PDImageXObject picture, PDRectangle paper) {
        double dots = (double) picture.getWidth() * picture.getHeight();
        double squareInches = paper.getWidth() / 72 * paper.getHeight() / 72;
        return dots < squareInches * LEAST_DOTS * LEAST_DOTS;
    }

    private static Optional<PDImageXObject> largest(@Nullable PDResources resources, int depth) throws IOException {
        Optional<PDImageXObject> largest = Optional.empty();
        if (resources == null || depth > DEEPEST_FORM) {
            return largest;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            Optional<PDImageXObject> picture = object instanceof PDImageXObject image
                    ? Optional.of(image)
                    : object instanceof PDFormXObject form ? largest(form.getResources(), depth + 1) : Optional.empty();
            if (picture.isPresent() && (largest.isEmpty() || dots(picture.get()) > dots(largest.get()))) {
                largest = picture;
            }
        }
        return largest;
    }

    private static long dots(PDImageXObject picture) {
        return (long) picture.getWidth() * picture.getHeight();
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
