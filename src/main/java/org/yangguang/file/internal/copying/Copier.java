package org.yangguang.file.internal.copying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yangguang.file.Copying;
import org.yangguang.file.FileKind;
import org.yangguang.file.internal.reading.BadContent;

/** Chooses by its kind how a file is copied. */
public final class Copier {

    private Copier() {}

    public static Copying copy(Path original, FileKind kind, Path target) throws IOException, BadContent {
        Findings found = new Findings();
        FileKind made = kind;
        switch (kind) {
            case PDF -> PdfCopy.write(original, target, found);
            case WORD, WORD_WITH_MACROS, SHEET, SHEET_WITH_MACROS, SLIDES, SLIDES_WITH_MACROS ->
                made = OfficeCopy.write(original, kind, target, found);
            case JPEG -> Files.write(target, ImageCopy.jpeg(Files.readAllBytes(original), found));
            case PNG -> Files.write(target, ImageCopy.png(Files.readAllBytes(original), found));
            case WEBP -> Files.write(target, ImageCopy.webp(Files.readAllBytes(original), found));
            case GIF -> Files.write(target, ImageCopy.gif(Files.readAllBytes(original), found));
            case VIDEO -> VideoCopy.write(original, target, found);
            case TEXT -> Files.copy(original, target);
            case OLD_WORD -> throw new BadContent("file.copy.old", "docx");
            case OLD_SHEET -> throw new BadContent("file.copy.old", "xlsx");
            case OLD_SLIDES -> throw new BadContent("file.copy.old", "pptx");
            case OFD, OPEN_TEXT, OPEN_SHEET, OPEN_SLIDES -> throw new BadContent("file.copy.convert");
        }
        return new Copying.Copied(made, found.all());
    }
}
