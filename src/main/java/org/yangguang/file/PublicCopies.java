package org.yangguang.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.copying.Copier;
import org.yangguang.file.internal.copying.CopyProcess.Task;
import org.yangguang.file.internal.copying.CopyProcess.Work;
import org.yangguang.file.internal.reading.BadContent;

/**
 * Makes of an original what may go out: the same pages to look at, without what the file carries besides its face ({@link Carried}).
 * The original stays inside.
 *
 * <p>Old binary office files, OpenDocument and OFD are refused with advice: nothing proves that all is removed from them. Bombs, damaged
 * and encrypted files are refused as well; memory and time are bounded.
 */
@Service
public class PublicCopies {

    private final FileStore files;
    private final FileReading reading;

    PublicCopies(FileStore files, FileReading reading) {
        this.files = files;
        this.reading = reading;
    }

    /** A public copy in the store, beside what the original carries. */
    public record Stored(StoredFile copy, List<Carried> carried) {}

    /**
     * Copies {@code original} to {@code target}, which is written only when the outcome is {@link Copying.Copied}. This runs where it is
     * called: it is for files of known origin; others go through {@link #store}.
     *
     * @param kind what the content of the original was found to be
     */
    public static Copying copy(Path original, FileKind kind, Path target) {
        try {
            return Copier.copy(original, kind, target);
        } catch (BadContent e) {
            return new Copying.Refused(e.reasons());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes and keeps the copy of a stored file, in a process of its own; the reasons when there can be none.
     */
    public Optional<Stored> store(StoredFile original, java.util.function.Consumer<List<Reason>> refused) {
        Path work = null;
        try {
            work = Files.createTempDirectory("copy");
            Path from = work.resolve("original");
            Path to = work.resolve("copy");
            try (var bytes = files.open(original)) {
                Files.copy(bytes, from);
            }
            Optional<FileKind> kind = FileKind.of(original);
            Copying outcome = kind.isEmpty()
                    ? new Copying.Refused(List.of(Reason.of("file.copy.kind")))
                    : reading.work(kind.get(), from, to, Task.of(Work.COPY)).copying();
            if (outcome instanceof Copying.Copied copied) {
                return Optional.of(new Stored(files.keep(to, copied.kind().type()), copied.carried()));
            }
            refused.accept(((Copying.Refused) outcome).reasons());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (work != null) {
                delete(work);
            }
        }
    }

    private static void delete(Path work) {
        try {
            org.springframework.util.FileSystemUtils.deleteRecursively(work);
        } catch (IOException leftForTheSystem) {
            // the directory of temporary files is cleared by the system
        }
    }
}
