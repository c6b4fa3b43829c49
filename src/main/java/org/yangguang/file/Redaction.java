package org.yangguang.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.copying.PdfGuard;
import org.yangguang.file.internal.copying.RedactedPdf;
import org.yangguang.file.internal.reading.BadContent;

/**
 * Blackens areas of PDF pages so that nothing is left beneath: neither text nor pixels, on no layer, in no form, annotation, bookmark or
 * property. Knows nothing of who asks: grounds come with the marks.
 *
 * <p>A page with a mark is drawn anew as a picture of at least 200 dots an inch with the areas painted over; the words that stood
 * outside of them lie invisibly over it, so that it can still be searched and read aloud. Nothing of the old page is taken over.
 */
@Service
public class Redaction {

    private static final int SHOWN_WIDTH = 1000;

    private final FileStore files;

    Redaction(FileStore files) {
        this.files = files;
    }

    /** The outcome; {@code target} is written only when it is done. */
    public static Copying redact(Path pdf, List<RedactionMark> marks, Path target) {
        try {
            RedactedPdf.write(pdf, marks, target);
            return new Copying.Copied(FileKind.PDF, List.of());
        } catch (BadContent e) {
            return new Copying.Refused(e.reasons());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A redacted copy of a stored PDF, in the store; empty when it cannot be made. */
    public Optional<StoredFile> redact(StoredFile pdf, List<RedactionMark> marks) {
        return files.inFolder(pdf, path -> {
            Path target = path.resolveSibling("redacted");
            return redact(path, marks, target) instanceof Copying.Copied
                    ? Optional.of(files.keep(target, FileKind.PDF.type()))
                    : Optional.empty();
        });
    }

    /** How many pages it has; 0 when it cannot be read. */
    public int pages(StoredFile pdf) {
        return files.inFolder(pdf, path -> {
            try (PDDocument document = PdfGuard.open(path)) {
                return document.getNumberOfPages();
            } catch (BadContent e) {
                return 0;
            }
        });
    }

    /** The picture of a page as PNG, 1,000 dots wide; empty when there is no such page. */
    public Optional<byte[]> picture(StoredFile pdf, int page) {
        return files.inFolder(pdf, path -> {
            try (PDDocument document = PdfGuard.open(path)) {
                if (page < 1 || page > document.getNumberOfPages()) {
                    return Optional.empty();
                }
                BufferedImage image = RedactedPdf.picture(document, page - 1, SHOWN_WIDTH);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageIO.write(image, "png", bytes);
                return Optional.of(bytes.toByteArray());
            } catch (BadContent e) {
                return Optional.empty();
            }
        });
    }
}
