package org.yangguang.file.internal.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.extractor.POITextExtractor;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.yangguang.file.FileKind;

/** Office files from before 2007, and WPS's own, which are the same inside. */
final class OldOffice {

    private OldOffice() {}

    /** Opens it wholly, as its own program would. */
    static FileKind kind(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            FileKind kind = kind(container.getRoot());
            try (POITextExtractor opened = extractor(container.getRoot(), kind)) {
                return kind;
            }
        }
    }

    static void text(Path file, Writer text) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                POITextExtractor extractor = extractor(container.getRoot(), kind(container.getRoot()))) {
            text.write(extractor.getText());
        }
    }

    private static FileKind kind(DirectoryNode root) throws IOException {
        if (root.hasEntry("EncryptedPackage")) {
            throw new EncryptedDocumentException("a package with a password");
        }
        if (root.hasEntry("WordDocument")) {
            return FileKind.OLD_WORD;
        }
        if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
            return FileKind.OLD_SHEET;
        }
        if (root.hasEntry("PowerPoint Document")) {
            return FileKind.OLD_SLIDES;
        }
        throw new IOException("none of the kinds");
    }

    private static POITextExtractor extractor(DirectoryNode root, FileKind kind) throws IOException {
        return switch (kind) {
            case OLD_WORD -> new WordExtractor(root);
            case OLD_SHEET -> new ExcelExtractor(root);
            default -> new SlideShowExtractor<>(new HSLFSlideShow(root));
        };
    }
}
