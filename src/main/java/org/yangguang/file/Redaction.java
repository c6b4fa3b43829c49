package org.yangguang.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.copying.CopyProcess.Task;
import org.yangguang.file.internal.copying.CopyProcess.Work;
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
    private final FileReading reading;

    Redaction(FileStore files, FileReading reading) {
        this.files = files;
        this.reading = reading;
    }

    /**
     * The outcome; {@code target} is written only when it is done. This runs where it is called: it is for files of known origin; stored
     * ones are read in a process of their own.
     */
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
            Task task = new Task(Work.REDACT, List.copyOf(marks), Map.of(), 0, 0);
            return reading.work(FileKind.PDF, path, target, task).made() == null
                    ? Optional.empty()
                    : Optional.of(files.keep(target, FileKind.PDF.type()));
        });
    }

    /** How many pages it has; 0 when it cannot be read. */
    public int pages(StoredFile pdf) {
        return files.inFolder(
                pdf, path -> reading.work(FileKind.PDF, path, path.resolveSibling("none"), Task.of(Work.PAGES))
                        .pages());
    }

    /** The picture of a page as PNG, 1,000 dots wide; empty when there is no such page. */
    public Optional<byte[]> picture(StoredFile pdf, int page) {
        return files.inFolder(pdf, path -> {
            Path target = path.resolveSibling("picture");
            Task task = new Task(Work.PICTURE, List.of(), Map.of(), page, SHOWN_WIDTH);
            return reading.work(FileKind.PDF, path, target, task).made() == null
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(target));
        });
    }
}
