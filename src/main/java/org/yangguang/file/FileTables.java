package org.yangguang.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.copying.CopyProcess.Task;
import org.yangguang.file.internal.copying.CopyProcess.Work;

/**
 * Tables in public copies, and copies of these in which columns are masked. Knows workbooks, Word documents and rows parted by commas,
 * semicolons or tabs. What a formula made of a masked cell is a value, and stays only where it does not show it.
 */
@Service
public class FileTables {

    private static final Set<FileKind> KINDS = Set.of(FileKind.SHEET, FileKind.WORD, FileKind.TEXT);

    private final FileStore files;
    private final FileReading reading;

    FileTables(FileStore files, FileReading reading) {
        this.files = files;
        this.reading = reading;
    }

    /** Whether files of this kind are looked at. */
    public static boolean knows(StoredFile copy) {
        return FileKind.of(copy).filter(KINDS::contains).isPresent();
    }

    /** Its tables in their order; none when it cannot be read. */
    public List<FileTable> in(StoredFile copy) {
        return files.inFolder(
                copy, path -> reading.work(kind(copy), path, path.resolveSibling("none"), Task.of(Work.TABLES))
                        .tables());
    }

    /**
     * A copy, in the store, of a copy.
     *
     * @param masks of each table, by its place, and each of its columns, what becomes of it; what is not there stays
     * @return empty when it cannot be made
     */
    public Optional<StoredFile> masked(StoredFile copy, Map<Integer, Map<Integer, ColumnMask>> masks) {
        return files.inFolder(copy, path -> {
            Path target = path.resolveSibling("masked");
            Task task = new Task(Work.MASK, List.of(), masks, 0, 0);
            return reading.work(kind(copy), path, target, task).made() == null
                    ? Optional.empty()
                    : Optional.of(files.keep(target, copy.type()));
        });
    }

    private static FileKind kind(StoredFile copy) {
        return FileKind.of(copy).orElse(FileKind.TEXT);
    }
}
