package org.yangguang.intake.internal;

import java.util.EnumMap;
import java.util.Map;
import org.yangguang.intake.Field;

/** What a Markdown file says of itself between two lines of three dashes: {@code title: …}, one line each, English or Chinese. */
final class FrontMatter {

    private static final int LONGEST = 20_000;

    private FrontMatter() {}

    static Map<Field, String> of(String text) {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        String head = text.substring(0, Math.min(text.length(), LONGEST)).replace("\r\n", "\n");
        if (!head.startsWith("---\n")) {
            return facts;
        }
        int end = head.indexOf("\n---", 3);
        if (end < 0) {
            return facts;
        }
        for (String line : head.substring(4, Math.max(4, end)).split("\n")) {
            int colon = line.indexOf(':') < 0 ? line.indexOf('：') : line.indexOf(':');
            if (colon > 0 && !line.startsWith(" ") && !line.startsWith("#")) {
                String value = line.substring(colon + 1).strip();
                Field.guess(line.substring(0, colon)).ifPresent(field -> facts.putIfAbsent(field, bare(value)));
            }
        }
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    /** Without quotation marks, and without the brackets of a list. */
    private static String bare(String value) {
        if (value.length() >= 2 && (value.startsWith("[") && value.endsWith("]"))) {
            return value.substring(1, value.length() - 1)
                    .replaceAll("[\"']", "")
                    .strip();
        }
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
