package org.yangguang.file.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.yangguang.file.FileKind;
import org.yangguang.file.internal.Image;
import org.yangguang.file.internal.NotAnImage;

/** Decides by its content what a file is, wholly and nothing else besides. Names say nothing here. */
public final class KindByContent {

    private static final int LONGEST_IMAGE = 50 << 20;
    private static final int LONGEST_TEXT = 20 << 20;
    private static final int TAIL = 66_000;
    /** What a browser would run, or take for a page, if it were asked to. */
    private static final Pattern PAGE =
            Pattern.compile("<(!doctype|html|head|body|script|iframe|svg|\\?xml|math|object|embed)\\b|<!entity");

    private static final Map<String, FileKind> OFFICE = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.WORD,
            "application/vnd.ms-word.document.macroEnabled.main+xml", FileKind.WORD_WITH_MACROS,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.SHEET,
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml", FileKind.SHEET_WITH_MACROS,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.SLIDES,
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", FileKind.SLIDES,
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", FileKind.SLIDES_WITH_MACROS);

    private KindByContent() {}

    /**
     * The kind of the file. Old office files are all given as {@link FileKind#OLD_WORD}: which it is can only be told by opening it.
     *
     * @throws BadContent when it is none of the kinds, not whole, or something else as well
     */
    public static FileKind of(Path file) throws BadContent, IOException {
        byte[] head = head(file, 16);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4")) {
            return packaged(file);
        }
        if (start.startsWith("%PDF-")) {
            return pdf(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return FileKind.OLD_WORD;
        }
        if (start.startsWith("\u0089PNG")
                || start.startsWith("\u00ff\u00d8\u00ff")
                || start.startsWith("GIF8")
                || start.startsWith("RIFF")) {
            return image(file);
        }
        if (VideoBoxes.begin(head)) {
            VideoBoxes.check(file);
            return FileKind.VIDEO;
        }
        return text(file);
    }

    private static FileKind packaged(Path file) throws BadContent, IOException {
        try (OfficePackage parts = OfficePackage.open(Files.newByteChannel(file), PackageText.LIMITS)) {
            Optional<byte[]> types = parts.part("[Content_Types].xml");
            if (types.isPresent()) {
                FileKind kind = office(types.get());
                return parts.has("word/vbaproject.bin", "xl/vbaproject.bin", "ppt/vbaproject.bin")
                        ? withMacros(kind)
                        : kind;
            }
            if (parts.has("ofd.xml")) {
                return FileKind.OFD;
            }
            String type = parts.part("mimetype")
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                    .orElse("");
            for (FileKind kind : new FileKind[] {FileKind.OPEN_TEXT, FileKind.OPEN_SHEET, FileKind.OPEN_SLIDES}) {
                if (kind.type().equals(type)) {
                    if (encryptedOpen(parts)) {
                        throw new BadContent("file.document.encrypted");
                    }
                    return kind;
                }
            }
            throw new BadContent("file.attachment.archive");
        }
    }

    private static boolean encryptedOpen(OfficePackage parts) throws IOException {
        return parts.part("META-INF/manifest.xml")
                .filter(manifest -> new String(manifest, StandardCharsets.UTF_8).contains("encryption-data"))
                .isPresent();
    }

    private static FileKind withMacros(FileKind kind) {
        return switch (kind) {
            case WORD -> FileKind.WORD_WITH_MACROS;
            case SHEET -> FileKind.SHEET_WITH_MACROS;
            case SLIDES -> FileKind.SLIDES_WITH_MACROS;
            default -> kind;
        };
    }

    private static FileKind office(byte[] contentTypes) throws BadContent {
        try {
            XMLStreamReader xml = XmlPart.reader(new ByteArrayInputStream(contentTypes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    FileKind kind = OFFICE.get(String.valueOf(xml.getAttributeValue(null, "ContentType")));
                    if (kind != null) {
                        return kind;
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new BadContent("file.document.damaged");
        }
        throw new BadContent("file.attachment.type");
    }

    /** Its end mark stands at its end, and behind it is no container that another program would open. */
    private static FileKind pdf(Path file) throws BadContent, IOException {
        String tail = new String(tail(file), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        if (end < 0) {
            throw new BadContent("file.document.damaged");
        }
        if (tail.length() - end > 1_024 || tail.contains("PK\5\6")) {
            throw new BadContent("file.document.mixed");
        }
        return FileKind.PDF;
    }

    private static FileKind image(Path file) throws BadContent, IOException {
        if (Files.size(file) > LONGEST_IMAGE) {
            throw new BadContent("file.attachment.size", LONGEST_IMAGE >> 20);
        }
        try {
            String type = Image.examine(Files.readAllBytes(file)).type();
            for (FileKind kind : FileKind.values()) {
                if (kind.type().equals(type)) {
                    return kind;
                }
            }
            throw new BadContent("file.attachment.type");
        } catch (NotAnImage e) {
            throw new BadContent(
                    switch (e.flaw()) {
                        case OTHER_TYPE -> "file.attachment.type";
                        case DAMAGED -> "file.document.damaged";
                        case MIXED -> "file.document.mixed";
                    });
        }
    }

    private static FileKind text(Path file) throws BadContent, IOException {
        byte[] head = head(file, 65_536);
        DecodedText opening =
                DecodedText.of(wholeLines(head)).orElseThrow(() -> new BadContent("file.attachment.type"));
        if (PAGE.matcher(opening.text().toLowerCase(Locale.ROOT)).find()) {
            throw new BadContent("file.attachment.page");
        }
        if (opening.text().startsWith("{\\rtf")) {
            throw new BadContent("file.attachment.type");
        }
        if (Files.size(file) > LONGEST_TEXT) {
            throw new BadContent("file.attachment.size", LONGEST_TEXT >> 20);
        }
        if (DecodedText.of(Files.readAllBytes(file)).isEmpty()) {
            throw new BadContent("file.attachment.type");
        }
        return FileKind.TEXT;
    }

    /** Not half of a character at the end. */
    private static byte[] wholeLines(byte[] head) {
        if (head.length < 65_536) {
            return head;
        }
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(head, end == 0 ? head.length : end);
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(length);
        }
    }

    private static byte[] tail(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            content.skipNBytes(Math.max(0, Files.size(file) - TAIL));
            return content.readAllBytes();
        }
    }
}
