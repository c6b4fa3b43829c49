package org.yangguang.report.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yangguang.report.ReportFile;

/** Reads a file of any of the known formats; the content decides which it is. */
final class FileReader {

    private static final int ZIP = 0x504B0304;
    private static final int PDF = 0x25504446;
    private static final int OLE = 0xD0CF11E0;
    private static final int MOST_PARAGRAPHS = 20_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private FileReader() {}

    static Document read(ReportFile file, Patience patience) throws Unreadable {
        byte[] content = file.content();
        if (content.length > ReportFile.LARGEST) {
            throw new Unreadable("unreadable.large", String.valueOf(ReportFile.LARGEST / 1024 / 1024));
        }
        if (content.length == 0) {
            throw new Unreadable("unreadable.empty");
        }
        Document document =
                switch (firstFour(content)) {
                    case ZIP -> OfficeReader.read(content);
                    case PDF -> PdfReader.read(content, patience);
                    case OLE -> throw new Unreadable("unreadable.old-office");
                    default -> text(SavedPage.isOne(content) ? SavedPage.page(content) : content);
                };
        long paragraphs = document.blocks().stream()
                .filter(Document.Paragraph.class::isInstance)
                .count();
        if (paragraphs > MOST_PARAGRAPHS || document.characters() > MOST_CHARACTERS) {
            throw new Unreadable("unreadable.long", String.valueOf(MOST_PARAGRAPHS), String.valueOf(MOST_CHARACTERS));
        }
        return document;
    }

    private static int firstFour(byte[] content) {
        return content.length < 4 ? 0 : java.nio.ByteBuffer.wrap(content).getInt();
    }

    private static Document text(byte[] content) throws Unreadable {
        String text = TextDecoder.decode(content);
        if (isBinary(text)) {
            throw new Unreadable("unreadable.unknown");
        }
        String start = text.substring(0, Math.min(text.length(), 20_000)).toLowerCase(Locale.ROOT);
        boolean html = start.contains("<html")
                || start.contains("<!doctype html")
                || start.contains("<table")
                || start.contains("<body")
                || start.contains("<div");
        return html ? HtmlReader.read(text) : TextReader.read(text);
    }

    private static boolean isBinary(String text) {
        long controls = text.chars()
                .limit(8000)
                .filter(each -> each < 32 && each != '\n' && each != '\r' && each != '\t' && each != '\f')
                .count();
        return controls > 40;
    }

    static String ascii(byte[] content, int most) {
        return new String(content, 0, Math.min(content.length, most), StandardCharsets.ISO_8859_1);
    }
}
