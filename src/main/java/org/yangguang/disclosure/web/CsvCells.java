package org.yangguang.disclosure.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into CSV files (RFC 4180). A value that a spreadsheet would run as a formula gets an apostrophe in front, so that
 * opening a file of other people's titles executes nothing.
 */
final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n\\t]");

    private CsvCells() {}

    static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
        return QUOTED.matcher(safe).find() || !safe.strip().equals(safe)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
