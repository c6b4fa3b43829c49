package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yangguang.file.Carried;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.Copying;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileTable;
import org.yangguang.file.Reason;
import org.yangguang.file.RedactionMark;
import org.yangguang.file.internal.reading.BadContent;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program that copies, masks and blackens files of unknown origin, in a process of its own whose memory and time are capped from
 * outside. It knows neither database nor network; it reads one file with its task and writes one file with an answer.
 *
 * <p>Arguments: the file's kind, the file, where to write what is made of it, the task, and where to write the answer; both are JSON.
 */
public final class CopyProcess {

    public static final int DONE = 0;
    public static final int FAILED = 11;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What to do with the file. */
    public enum Work {
        COPY,
        REDACT,
        TABLES,
        MASK,
        PAGES,
        PICTURE
    }

    /**
     * @param page of the picture, from 1
     * @param width of the picture in dots
     */
    public record Task(
            Work work, List<RedactionMark> marks, Map<Integer, Map<Integer, ColumnMask>> masks, int page, int width) {

        public static Task of(Work work) {
            return new Task(work, List.of(), Map.of(), 0, 0);
        }
    }

    /**
     * What came of it.
     *
     * @param made kind of what was written; null when nothing was
     * @param reasons why nothing was made
     * @param pages how many the file has, where that was asked
     */
    public record Answer(
            @Nullable FileKind made, List<Carried> carried, List<FileTable> tables, int pages, List<Reason> reasons) {

        private static Answer made(FileKind kind) {
            return new Answer(kind, List.of(), List.of(), 0, List.of());
        }

        public static Answer refused(List<Reason> reasons) {
            return new Answer(null, List.of(), List.of(), 0, reasons);
        }

        /** As the outcome of a copy. */
        public Copying copying() {
            return made == null ? new Copying.Refused(reasons) : new Copying.Copied(made, carried);
        }
    }

    private CopyProcess() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Task task = JSON.readValue(Path.of(arguments[3]).toFile(), Task.class);
            JSON.writeValue(
                    Path.of(arguments[4]).toFile(),
                    answer(FileKind.valueOf(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), task));
            return DONE;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return FAILED;
        }
    }

    private static Answer answer(FileKind kind, Path file, Path target, Task task) throws IOException {
        try {
            return switch (task.work()) {
                case COPY -> copy(kind, file, target);
                case REDACT -> {
                    RedactedPdf.write(file, task.marks(), target);
                    yield Answer.made(FileKind.PDF);
                }
                case TABLES ->
                    new Answer(null, List.of(), TableMasking.of(kind, file).tables(), 0, List.of());
                case MASK -> {
                    TableMasking.of(kind, file).mask(task.masks(), target);
                    yield Answer.made(kind);
                }
                case PAGES -> pages(file);
                case PICTURE -> picture(file, target, task);
            };
        } catch (BadContent e) {
            return Answer.refused(e.reasons());
        }
    }

    private static Answer copy(FileKind kind, Path file, Path target) throws IOException, BadContent {
        Copying outcome = Copier.copy(file, kind, target);
        return outcome instanceof Copying.Copied copied
                ? new Answer(copied.kind(), copied.carried(), List.of(), 0, List.of())
                : Answer.refused(((Copying.Refused) outcome).reasons());
    }

    private static Answer pages(Path file) throws IOException, BadContent {
        try (PDDocument document = PdfGuard.open(file)) {
            return new Answer(null, List.of(), List.of(), document.getNumberOfPages(), List.of());
        }
    }

    private static Answer picture(Path file, Path target, Task task) throws IOException, BadContent {
        try (PDDocument document = PdfGuard.open(file)) {
            if (task.page() < 1 || task.page() > document.getNumberOfPages()) {
                return Answer.refused(List.of());
            }
            ImageIO.write(RedactedPdf.picture(document, task.page() - 1, task.width()), "png", target.toFile());
            return Answer.made(FileKind.PNG);
        }
    }
}
