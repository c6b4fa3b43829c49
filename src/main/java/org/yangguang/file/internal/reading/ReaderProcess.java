package org.yangguang.file.internal.reading;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.yangguang.file.FileKind;

/**
 * The program that reads files of unknown origin, in a process of its own whose memory and time are capped from outside. It knows
 * neither database nor network; it reads one file and writes to one place.
 *
 * <p>Arguments: what to do ({@code examine, text, page, html}), the file's kind, the file, where to write, and for {@code page} its
 * number.
 */
public final class ReaderProcess {

    public static final int DONE = 0;
    public static final int ENCRYPTED = 10;
    public static final int DAMAGED = 11;
    /** Most characters of text that are taken from a file. */
    public static final int MOST_TEXT = 1_000_000;

    private ReaderProcess() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String[] arguments) {
        try {
            FileKind kind = FileKind.valueOf(arguments[1]);
            Path file = Path.of(arguments[2]);
            Path target = Path.of(arguments[3]);
            switch (arguments[0]) {
                case "examine" -> Files.writeString(target, examine(kind, file));
                case "text" -> text(kind, file, target);
                case "page" -> PdfPages.render(file, Integer.parseInt(arguments[4]), target);
                case "html" -> Files.writeString(target, html(kind, file));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            return DONE;
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            return ENCRYPTED;
        } catch (IOException | BadContent | RuntimeException | StackOverflowError e) {
            return DAMAGED;
        }
    }

    private static String examine(FileKind kind, Path file) throws IOException {
        return switch (kind) {
            case PDF -> Integer.toString(PdfPages.count(file));
            case OLD_WORD, OLD_SHEET, OLD_SLIDES -> OldOffice.kind(file).name();
            default -> "";
        };
    }

    private static void text(FileKind kind, Path file, Path target) throws IOException, BadContent {
        try (Writer text = new LimitedWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8), MOST_TEXT)) {
            switch (kind) {
                case PDF -> PdfPages.text(file, text);
                case OLD_WORD, OLD_SHEET, OLD_SLIDES -> OldOffice.text(file, text);
                case TEXT ->
                    text.write(DecodedText.of(Files.readAllBytes(file))
                            .map(DecodedText::text)
                            .orElse(""));
                case PNG, JPEG, GIF, WEBP -> {}
                default -> PackageText.write(kind, file, text);
            }
        } catch (LimitedWriter.Full enough) {
            // so much can be found
        }
    }

    private static String html(FileKind kind, Path file) throws IOException, BadContent {
        return switch (kind) {
            case WORD -> PreviewPages.word(file);
            case SHEET -> PreviewPages.sheets(file);
            default -> throw new BadContent("file.document.type");
        };
    }
}
