package org.yangguang.request.web;

import java.util.Locale;
import org.yangguang.file.FileKind;
import org.yangguang.file.StoredFile;

/**
 * A file that a form took in already and that goes with its next answer unless the box before it is cleared.
 *
 * @param seal what the form brings back
 */
public record KeptPaper(String seal, StoredFile file) {

    public String hash() {
        return file.hash();
    }

    /** {@code PDF}, {@code JPG}. */
    public String kind() {
        return FileKind.endingOf(file).toUpperCase(Locale.ROOT);
    }

    /** Kilobytes, at least one. */
    public long kilobytes() {
        return Math.max(1, file.size() / 1_000);
    }
}
