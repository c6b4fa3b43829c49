package org.yangguang.disclosure.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as it may be kept: no NUL or other control characters, no half of a surrogate pair, no characters that turn the reading
 * direction. Every written character stays as it is, rare ones (𠮷, 㐂) and emoji too.
 */
public final class CleanText {

    private CleanText() {}

    /** One line, without blanks at its ends. */
    public static String line(@Nullable String text) {
        return kept(text, false).strip();
    }

    /** Null when nothing is left. */
    public static @Nullable String lineOrNull(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    /** Several lines. */
    public static String lines(@Nullable String text) {
        return kept(text == null ? null : text.replace("\r\n", "\n"), true).strip();
    }

    /** HTML or other text whose blanks are not ours to strip. */
    public static String raw(@Nullable String text) {
        return kept(text, true);
    }

    /** Words of a list that was typed with commas, semicolons or blanks between them. */
    public static List<String> words(@Nullable String text) {
        return Arrays.stream(line(text).split("[,，;；、\\s\u3000]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String kept(@Nullable String text, boolean breaks) {
        if (text == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || point == '\r') {
                kept.append(breaks ? (char) point : ' ');
            } else if (!forbidden(point)) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static boolean forbidden(int point) {
        return Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.SURROGATE
                || point == 0xFEFF
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point & 0xFFFE) == 0xFFFE;
    }
}
