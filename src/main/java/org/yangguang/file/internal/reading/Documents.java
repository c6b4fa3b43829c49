package org.yangguang.file.internal.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import org.yangguang.file.Reading;
import org.yangguang.file.Reason;

/** Decides by content what a document is, and reads it. */
public final class Documents {

    private static final int LONGEST_TEXT = 4 << 20;
    private static final Set<String> PAGE_ENDINGS = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> MARKDOWN_ENDINGS = Set.of("md", "markdown");
    private static final Set<String> TEXT_ENDINGS = Set.of("txt", "text", "");
    private static final Pattern PAGE = Pattern.compile(
            "\\s*(<\\?xml[^>]*>)?\\s*(<!--.*?-->\\s*)*(<!doctype\\s+html|<html|<head|<body)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser MARKDOWN =
            Parser.builder().extensions(TABLES).maxOpenBlockParsers(100).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).build();

    private Documents() {}

    /** @throws BadContent when it is none of the kinds, or broken, or dangerous */
    public static Reading.Read read(String name, byte[] content, Pictures pictures) throws BadContent {
        List<Reason> warnings = new ArrayList<>();
        String ending = CleanName.ending(name);
        if (starts(content, "PK\3\4")) {
            if (!Set.of("docx", "docm", "dotx", "").contains(ending)) {
                throw new BadContent("file.document.type");
            }
            return ReadPage.of(WordDocument.html(content, pictures, warnings), name, pictures, warnings);
        }
        refuseOthers(content);
        DecodedText text = DecodedText.of(content).orElseThrow(() -> unreadable(ending));
        if (content.length > LONGEST_TEXT) {
            throw new BadContent("file.document.size", LONGEST_TEXT >> 20);
        }
        if (text.charset().equals("GB18030")) {
            warnings.add(Reason.of("file.warning.encoding", text.charset()));
        }
        return ReadPage.of(html(ending, text.text()), name, pictures, warnings);
    }

    /** A file that calls itself a Word document and is none is most likely a damaged one. */
    private static BadContent unreadable(String ending) {
        return new BadContent(ending.startsWith("doc") ? "file.document.damaged" : "file.document.type");
    }

    private static void refuseOthers(byte[] content) throws BadContent {
        if (starts(content, "\u00d0\u00cf\u0011\u00e0")) {
            throw new BadContent(
                    holds(content, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
                            ? "file.document.encrypted"
                            : "file.document.oldWord");
        }
        if (starts(content, "%PDF") || starts(content, "{\\rtf")) {
            throw new BadContent("file.document.type");
        }
    }

    private static String html(String ending, String text) throws BadContent {
        if (PAGE_ENDINGS.contains(ending) || PAGE.matcher(head(text)).lookingAt()) {
            return text;
        }
        if (MARKDOWN_ENDINGS.contains(ending)) {
            return RENDERER.render(MARKDOWN.parse(withoutFrontMatter(text)));
        }
        if (TEXT_ENDINGS.contains(ending)) {
            return paragraphs(text);
        }
        throw new BadContent(ending.startsWith("doc") ? "file.document.damaged" : "file.document.type");
    }

    /** Each line is a paragraph; an indent of wide blanks is a matter of style. */
    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder(text.length() + 1_000);
        text.lines()
                .map(line -> CleanName.line(line))
                .filter(line -> !line.isEmpty())
                .forEach(
                        line -> html.append("<p>").append(Entities.escape(line)).append("</p>"));
        return html.toString();
    }

    /** Settings at the head of a Markdown file between two lines of dashes are no text. */
    private static String withoutFrontMatter(String text) {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return text;
        }
        int end = text.indexOf("\n---", 3);
        return end < 0 ? text : text.substring(end + 4);
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    }

    private static boolean starts(byte[] content, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= bytes.length
                && java.util.Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static boolean holds(byte[] content, byte[] part) {
        for (int at = 0; at + part.length <= content.length; at++) {
            if (java.util.Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
