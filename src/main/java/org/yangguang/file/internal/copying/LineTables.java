package org.yangguang.file.internal.copying;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yangguang.file.ColumnMask;
import org.yangguang.file.FileTable;
import org.yangguang.file.internal.reading.BadContent;
import org.yangguang.file.internal.reading.DecodedText;

/** Rows of text parted by commas, semicolons or tabs (RFC 4180), in whatever encoding; written as UTF-8 with its mark, which office programs know. */
final class LineTables implements TableMasking {

    private final Path file;

    LineTables(Path file) {
        this.file = file;
    }

    @Override
    public List<FileTable> tables() throws IOException, BadContent {
        List<List<String>> rows = rows(text());
        boolean table = rows.stream().filter(row -> row.size() > 1).count() > 1;
        return table
                ? List.of(FileTable.of("", rows.subList(0, Math.min(rows.size(), FileTable.SAMPLE + 10)), rows.size()))
                : List.of();
    }

    @Override
    public void mask(Map<Integer, Map<Integer, ColumnMask>> masks, Path target) throws IOException, BadContent {
        String text = text();
        char separator = separator(text);
        List<List<String>> rows = rows(text);
        Map<Integer, ColumnMask> columns = masks.getOrDefault(0, Map.of());
        int heading = tables().stream().findFirst().map(FileTable::headingRow).orElse(0);
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    String cell = cells.get(column);
                    String shown = row > heading
                            ? columns.getOrDefault(column, ColumnMask.KEEP).of(cell)
                            : cell;
                    out.write(column > 0 ? String.valueOf(separator) : "");
                    out.write(quoted(shown, separator));
                }
                out.write("\r\n");
            }
        }
    }

    private String text() throws IOException, BadContent {
        return DecodedText.of(Files.readAllBytes(file))
                .map(DecodedText::text)
                .orElseThrow(() -> new BadContent("file.document.damaged"));
    }

    private static char separator(String text) {
        String line = text.lines().filter(each -> !each.isBlank()).limit(20).reduce("", String::concat);
        long commas = line.chars().filter(each -> each == ',').count();
        long tabs = line.chars().filter(each -> each == '\t').count();
        long semicolons = line.chars().filter(each -> each == ';').count();
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static List<List<String>> rows(String text) {
        char separator = separator(text);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quoted) {
                if (each != '"') {
                    cell.append(each);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (each == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (each == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (each == '\n') {
                end(rows, row, cell);
                row = new ArrayList<>();
            } else if (each != '\r' || i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                cell.append(each);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            end(rows, row, cell);
        }
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(row);
    }

    private static String quoted(String cell, char separator) {
        boolean needed = cell.indexOf(separator) >= 0 || cell.contains("\"") || cell.contains("\n");
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
