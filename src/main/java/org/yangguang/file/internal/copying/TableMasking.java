package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileKind;
import org.yangguang.file.FileTable;
import org.yangguang.file.internal.reading.BadContent;

/** The tables of a file, to be looked at and to be masked. */
public interface TableMasking {

    /** A file that cannot be read has none. */
    List<FileTable> tables() throws IOException, BadContent;

    /** @param masks by the place of the table and of the column */
    void mask(Map<Integer, Map<Integer, ColumnMask>> masks, Path target) throws IOException, BadContent;

    static TableMasking of(FileKind kind, Path file) {
        return switch (kind) {
            case SHEET -> new SheetTables(file);
            case WORD -> new WordTables(file);
            default -> new LineTables(file);
        };
    }
}
