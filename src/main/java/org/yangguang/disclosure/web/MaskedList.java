package org.yangguang.disclosure.web;

import java.util.ArrayList;
import java.util.List;
import org.yangguang.disclosure.ListMasking.Listed;
import org.yangguang.file.ColumnMask;

/** A table with what would become of it. @param key of its fields in the form */
public record MaskedList(String key, Listed listed, List<ColumnMask> masks, List<List<String>> after) {

    private static final int ROWS = 5;

    static MaskedList of(Listed listed, List<ColumnMask> masks) {
        List<List<String>> after = new ArrayList<>();
        for (List<String> row : before(listed)) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < masks.size(); i++) {
                cells.add(masks.get(i).of(i < row.size() ? row.get(i) : ""));
            }
            after.add(cells);
        }
        return new MaskedList(listed.source() + "-" + listed.number(), listed, masks, after);
    }

    private static List<List<String>> before(Listed listed) {
        List<List<String>> rows = listed.table().rows();
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    /** A cell as it is now. */
    public String now(int row, int column) {
        List<String> cells = listed.table().rows().get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
