package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yangguang.report.internal.Document.Block;
import org.yangguang.report.internal.Document.Grid;
import org.yangguang.report.internal.Document.Paragraph;

/** Plain text: lines, and where lines are parted by tabs or bars, tables. */
final class TextReader {

    private TextReader() {}

    static Document read(String text) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> grid = new ArrayList<>();
        text.lines().forEach(line -> {
            List<String> cells = cells(line);
            if (cells.size() > 2) {
                grid.add(cells);
            } else {
                endOfGrid(grid, blocks);
                blocks.add(new Paragraph(line));
            }
        });
        endOfGrid(grid, blocks);
        return new Document(blocks);
    }

    private static List<String> cells(String line) {
        if (line.contains("\t")) {
            return Arrays.asList(line.split("\t", -1));
        }
        String bars = line.strip();
        if (bars.startsWith("|") && bars.endsWith("|") && bars.length() > 1) {
            return Arrays.asList(bars.substring(1, bars.length() - 1).split("\\|", -1));
        }
        return List.of(line);
    }

    private static void endOfGrid(List<List<String>> grid, List<Block> blocks) {
        if (!grid.isEmpty()) {
            blocks.add(new Grid(List.copyOf(grid)));
            grid.clear();
        }
    }
}
