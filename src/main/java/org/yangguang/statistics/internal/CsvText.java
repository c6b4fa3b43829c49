package org.yangguang.statistics.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Small CSV files (RFC 4180), read whole; UTF-8, or GB18030 where it is none. */
public final class CsvText {

    private static final Pattern FORMULA = Pattern.compile("\\s*[=+@＝＋＠-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private CsvText() {}

    /** Lines of cells, empty lines left out but counted. */
    public record Line(int number, List<String> cells) {}

    public static List<Line> read(byte[] bytes) {
        String text = decoded(bytes);
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '\n' && i < text.length()) {
                line++;
            }
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == ',' || c == '\t' || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    if (cells.stream().anyMatch(each -> !each.isEmpty())) {
                        lines.add(new Line(began, List.copyOf(cells)));
                    }
                    cells.clear();
                    began = line;
                }
            } else {
                cell.append(c);
            }
        }
        return lines;
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A line of a file; what a spreadsheet would run as a formula gets an apostrophe in front. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String safe = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches() ? "'" + value : value;
        boolean quote = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == '\t');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
