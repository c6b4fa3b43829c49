package org.yangguang.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that can be attached, each known by its content. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    WORD_WITH_MACROS("application/vnd.ms-word.document.macroEnabled.12", "docm"),
    SHEET("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    SHEET_WITH_MACROS("application/vnd.ms-excel.sheet.macroEnabled.12", "xlsm"),
    SLIDES("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    SLIDES_WITH_MACROS("application/vnd.ms-powerpoint.presentation.macroEnabled.12", "pptm"),
    OPEN_TEXT("application/vnd.oasis.opendocument.text", "odt"),
    OPEN_SHEET("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    OPEN_SLIDES("application/vnd.oasis.opendocument.presentation", "odp"),
    OLD_WORD("application/msword", "doc", "wps"),
    OLD_SHEET("application/vnd.ms-excel", "xls", "et"),
    OLD_SLIDES("application/vnd.ms-powerpoint", "ppt", "dps"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    VIDEO("video/mp4", "mp4"),
    TEXT("text/plain", "txt", "csv", "md");

    private final String type;
    private final List<String> endings;

    FileKind(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** Endings of names, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    public boolean image() {
        return type.startsWith("image/");
    }

    /** Whether the file is of this kind. */
    public boolean fits(StoredFile file) {
        return type.equals(file.type());
    }

    public static Optional<FileKind> of(StoredFile file) {
        return Stream.of(values()).filter(kind -> kind.fits(file)).findFirst();
    }

    /** The usual ending of such files, {@code docx}; empty when the kind is not known. */
    public static String endingOf(StoredFile file) {
        return of(file).map(kind -> kind.endings.get(0)).orElse("");
    }
}
