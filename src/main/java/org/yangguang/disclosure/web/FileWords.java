package org.yangguang.disclosure.web;

import java.util.Locale;
import org.yangguang.file.FileKind;
import org.yangguang.file.StoredFile;

/** How a file is spoken of. */
public final class FileWords {

    private FileWords() {}

    /** {@code PDF, 1.2 MB}. */
    public static String of(StoredFile file) {
        String ending = FileKind.endingOf(file);
        return (ending.isEmpty() ? "" : ending.toUpperCase(Locale.ROOT) + ", ") + size(file.size());
    }

    /** {@code 1.2 MB}. */
    public static String size(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1_024.0;
        return kilobytes < 1_000
                ? String.format(Locale.ROOT, "%.0f KB", Math.max(1, kilobytes))
                : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1_024);
    }

    /** Whether it can be looked at on a page of this site. */
    public static boolean shown(StoredFile file) {
        return FileKind.of(file)
                .map(kind -> kind.image()
                        || kind == FileKind.PDF
                        || kind == FileKind.WORD
                        || kind == FileKind.SHEET
                        || kind == FileKind.VIDEO)
                .orElse(false);
    }
}
