package org.yangguang.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a table: a sheet, a table of a document, rows parted by commas.
 *
 * @param name of the sheet; empty when it has none
 * @param headingRow which row of the table has the headings, from 0; those above are titles
 * @param rows what stands below the headings, as far as it is looked at
 * @param count how many rows there are below the headings
 */
public record FileTable(String name, int headingRow, List<String> headings, List<List<String>> rows, int count) {

    /** How many rows are looked at. */
    public static final int SAMPLE = 100;

    private static final int TITLES = 10;
    private static final String KNOWN = ".*(姓名|身份证|证件号|电话|手机|住址|地址|卡号|账号|账户|户主|申请人|序号|编号).*";

    /** @param first the first rows, at least {@link #SAMPLE} and ten of them where there are as many; @param all how many there are */
    public static FileTable of(String name, List<List<String>> first, int all) {
        int heading = 0;
        for (int i = Math.min(TITLES, first.size()) - 1; i >= 0; i--) {
            List<String> row = first.get(i);
            long filled = row.stream().filter(each -> !each.isBlank()).count();
            boolean known = row.stream().anyMatch(each -> each.length() < 20 && each.matches(KNOWN));
            heading = filled > 1 && known ? i : heading;
        }
        if (first.isEmpty()) {
            return new FileTable(name, 0, List.of(), List.of(), 0);
        }
        int from = heading;
        while (from == 0 && heading + 1 < first.size() && filled(first.get(heading)) < 2) {
            heading++;
            from = heading;
        }
        List<String> headings = first.get(heading);
        List<List<String>> rows = first.subList(heading + 1, Math.min(first.size(), heading + 1 + SAMPLE));
        return new FileTable(name, heading, List.copyOf(headings), List.copyOf(rows), Math.max(0, all - heading - 1));
    }

    private static long filled(List<String> row) {
        return row.stream().filter(each -> !each.isBlank()).count();
    }

    public int columns() {
        return Math.max(
                headings.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    }

    /** Empty where the table has no heading. */
    public String heading(int column) {
        return column < headings.size() ? headings.get(column).strip().replaceAll("\\s+", " ") : "";
    }

    /** What stands in a column, as far as it is looked at. */
    public List<String> values(int column) {
        List<String> values = new ArrayList<>();
        rows.forEach(row -> values.add(column < row.size() ? row.get(column) : ""));
        return values;
    }
}
