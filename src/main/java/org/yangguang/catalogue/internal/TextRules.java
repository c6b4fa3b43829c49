package org.yangguang.catalogue.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.yangguang.catalogue.Reason;
import org.yangguang.site.SafeHtml;

/** What may be typed in one line, and in a text. */
public final class TextRules {

    /** Longest single line, in characters as people count them. */
    public static final int LINE = 200;
    /** Longest text with its marks. */
    public static final int BODY = 200_000;

    private TextRules() {}

    public static boolean empty(String content) {
        return SafeHtml.plainText(content).isBlank();
    }

    /** One line without tags, line breaks and doubled blanks. */
    public static String line(String typed) {
        return typed.replaceAll("[\\s\\p{Cntrl}\\p{Z}]+", " ").strip();
    }

    /** Safe HTML of what was typed; lines of plain text become paragraphs. */
    public static String html(String typed) {
        if (typed.isBlank() || typed.stripLeading().startsWith("<")) {
            return SafeHtml.clean(typed);
        }
        return typed.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + SafeHtml.clean(escaped(line.strip())) + "</p>")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Adds a reason when {@code content} is longer than {@code longest}; {@code label} is the message key of the field's name. */
    public static void limit(List<Reason> reasons, String label, String content, int longest) {
        int length = content.codePointCount(0, content.length());
        if (length > longest) {
            reasons.add(new Reason("catalogue.refused.long", new Reason(label), longest, length));
        }
    }
}
