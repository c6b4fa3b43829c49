package org.yangguang.report.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Table;

/**
 * A table of a form as it is printed: lines of cells, of which some reach over several columns or lines. The forms of 2019 and 2021 are
 * printed with their merged heads; any other table has a line for each row.
 *
 * @param heads how many lines at the top are the head
 * @param width columns of the whole grid
 */
record PrintedForm(List<List<Printed>> lines, int heads, int width) {

    /** What a cell is for. */
    enum Role {
        HEAD,
        LABEL,
        UNIT,
        FIGURE
    }

    /** One cell of the print. */
    record Printed(String text, int across, int down, Role role) {}

    private static final Set<String> APPLICANTS = Set.of("person", "business", "research", "charity", "legal", "other");
    private static final String RELATION = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

    PrintedForm {
        lines = lines.stream().map(List::copyOf).toList();
    }

    static PrintedForm of(Table table, Figures figures) {
        List<String> columns = table.columns().stream().map(Column::id).toList();
        if (table.layout() == Table.Layout.ONE_LINE) {
            return oneLine(table, figures);
        }
        if (columns.containsAll(APPLICANTS)) {
            return applicants(table, figures);
        }
        boolean same =
                table.rowsWithFigures().stream().allMatch(row -> row.columns().equals(columns));
        return same ? plain(table, figures) : inGroups(table, figures);
    }

    static String figure(Table table, Row row, String column, Figures figures) {
        return figures.at(new Cell(table.id(), row.code(), column))
                .map(Numbers::plain)
                .orElse("");
    }

    /** Label, unit, and all columns of the table for each row. */
    private static PrintedForm plain(Table table, Figures figures) {
        List<List<Printed>> lines = new ArrayList<>();
        List<Printed> head = new ArrayList<>();
        head.add(new Printed("指标名称", 1, 1, Role.HEAD));
        head.add(new Printed("单位", 1, 1, Role.HEAD));
        table.columns().forEach(column -> head.add(new Printed(column.label().zh(), 1, 1, Role.HEAD)));
        lines.add(head);
        for (Row row : table.rows()) {
            List<Printed> line = new ArrayList<>();
            if (row.hasFigures()) {
                line.add(new Printed(row.label().zh(), 1, 1, Role.LABEL));
                line.add(new Printed(row.unit(), 1, 1, Role.UNIT));
                table.columns()
                        .forEach(column ->
                                line.add(new Printed(figure(table, row, column.id(), figures), 1, 1, Role.FIGURE)));
            } else {
                line.add(new Printed(row.label().zh(), 2 + table.columns().size(), 1, Role.LABEL));
            }
            lines.add(line);
        }
        return new PrintedForm(lines, 1, 2 + table.columns().size());
    }

    /** Rows with figures in different columns: each run of rows with the same columns has a head of its own. */
    private static PrintedForm inGroups(Table table, Figures figures) {
        int wide = table.rowsWithFigures().stream()
                .mapToInt(row -> row.columns().size())
                .max()
                .orElse(1);
        List<List<Printed>> lines = new ArrayList<>();
        List<String> group = List.of();
        for (Row row : table.rowsWithFigures()) {
            if (!row.columns().equals(group)) {
                group = row.columns();
                List<Printed> head = new ArrayList<>();
                head.add(new Printed("信息内容", 1, 1, Role.HEAD));
                for (int i = 0; i < group.size(); i++) {
                    String name = group.get(i);
                    Column column = table.column(name).orElseThrow();
                    String unit = row.unit().equals("万元") ? "（单位：万元）" : "";
                    head.add(new Printed(column.label().zh() + unit, across(wide, group.size(), i), 1, Role.HEAD));
                }
                lines.add(head);
            }
            List<Printed> line = new ArrayList<>();
            line.add(new Printed(row.label().zh(), 1, 1, Role.LABEL));
            for (int i = 0; i < row.columns().size(); i++) {
                String column = row.columns().get(i);
                line.add(new Printed(
                        figure(table, row, column, figures),
                        across(wide, row.columns().size(), i),
                        1,
                        Role.FIGURE));
            }
            lines.add(line);
        }
        return new PrintedForm(lines, 0, 1 + wide);
    }

    private static int across(int wide, int parts, int index) {
        return index == parts - 1 ? wide - (parts - 1) : 1;
    }

    /** Table 3: results by kind of applicant, sub-rows behind the name of their group. */
    private static PrintedForm applicants(Table table, Figures figures) {
        List<Column> columns = table.columns();
        int organisations = columns.size() - 2;
        List<List<Printed>> lines = new ArrayList<>();
        lines.add(List.of(new Printed(RELATION, 3, 3, Role.HEAD), new Printed("申请人情况", columns.size(), 1, Role.HEAD)));
        lines.add(List.of(
                new Printed(columns.get(0).label().zh(), 1, 2, Role.HEAD),
                new Printed("法人或其他组织", organisations, 1, Role.HEAD),
                new Printed(columns.get(columns.size() - 1).label().zh(), 1, 2, Role.HEAD)));
        lines.add(columns.subList(1, columns.size() - 1).stream()
                .map(column -> new Printed(column.label().zh(), 1, 1, Role.HEAD))
                .toList());
        List<Row> rows = table.rows();
        int results = resultsFrom(rows);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.hasFigures()) {
                continue;
            }
            List<Printed> line = new ArrayList<>();
            boolean within = results >= 0 && i > results && !topLevel(row);
            if (within && i == firstFigureAfter(rows, results)) {
                line.add(new Printed(rows.get(results).label().zh(), 1, resultLines(rows, results), Role.LABEL));
            }
            boolean grouped = within && groupOf(rows, i) > results;
            if (grouped && i == firstFigureAfter(rows, groupOf(rows, i))) {
                line.add(new Printed(
                        rows.get(groupOf(rows, i)).label().zh(), 1, groupLines(rows, groupOf(rows, i)), Role.LABEL));
            }
            line.add(new Printed(row.label().zh(), grouped ? 1 : within ? 2 : 3, 1, Role.LABEL));
            columns.forEach(
                    column -> line.add(new Printed(figure(table, row, column.id(), figures), 1, 1, Role.FIGURE)));
            lines.add(line);
        }
        return new PrintedForm(lines, 3, 3 + columns.size());
    }

    /** The heading 三、本年度办理结果. */
    private static int resultsFrom(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).hasFigures() && topLevel(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean topLevel(Row row) {
        return row.label().zh().matches("[一二三四五六七八九十]+、.*");
    }

    private static boolean ofGroup(Row row) {
        return row.label().zh().matches("[0-9]+[.．、].*");
    }

    private static int firstFigureAfter(List<Row> rows, int heading) {
        for (int i = heading + 1; i < rows.size(); i++) {
            if (rows.get(i).hasFigures()) {
                return i;
            }
        }
        return -1;
    }

    private static int resultLines(List<Row> rows, int heading) {
        return (int) rows.subList(heading + 1, rows.size()).stream()
                .filter(row -> row.hasFigures() && !topLevel(row))
                .count();
    }

    /** The heading to which a numbered row belongs; -1 for rows of their own. */
    private static int groupOf(List<Row> rows, int index) {
        if (!ofGroup(rows.get(index))) {
            return -1;
        }
        for (int i = index - 1; i >= 0; i--) {
            if (!rows.get(i).hasFigures()) {
                return i;
            }
        }
        return -1;
    }

    private static int groupLines(List<Row> rows, int heading) {
        int lines = 0;
        for (int i = heading + 1; i < rows.size() && rows.get(i).hasFigures() && ofGroup(rows.get(i)); i++) {
            lines++;
        }
        return lines;
    }

    /** Table 4: all rows beside each other. */
    private static PrintedForm oneLine(Table table, Figures figures) {
        List<Row> rows = table.rowsWithFigures();
        int each = table.columns().size();
        List<Printed> top = new ArrayList<>();
        List<Printed> names = new ArrayList<>();
        boolean litigation = rows.size() == 3;
        if (litigation) {
            top.add(new Printed(rows.get(0).label().zh(), each, 2, Role.HEAD));
            top.add(new Printed("行政诉讼", 2 * each, 1, Role.HEAD));
            rows.subList(1, 3).forEach(row -> names.add(new Printed(row.label().zh(), each, 1, Role.HEAD)));
        } else {
            rows.forEach(row -> top.add(new Printed(row.label().zh(), each, 1, Role.HEAD)));
        }
        List<Printed> columns = new ArrayList<>();
        List<Printed> line = new ArrayList<>();
        for (Row row : rows) {
            for (Column column : table.columns()) {
                columns.add(new Printed(column.label().zh(), 1, 1, Role.HEAD));
                line.add(new Printed(figure(table, row, column.id(), figures), 1, 1, Role.FIGURE));
            }
        }
        List<List<Printed>> lines = litigation ? List.of(top, names, columns, line) : List.of(top, columns, line);
        return new PrintedForm(lines, lines.size() - 1, rows.size() * each);
    }

    /** For each line the columns at which its cells begin, counted from 0. */
    List<List<Integer>> places() {
        int[] reserved = new int[width];
        List<List<Integer>> places = new ArrayList<>();
        for (List<Printed> line : lines) {
            List<Integer> begins = new ArrayList<>();
            int column = 0;
            int[] next = reserved.clone();
            for (int i = 0; i < width; i++) {
                next[i] = Math.max(0, reserved[i] - 1);
            }
            for (Printed cell : line) {
                while (column < width && reserved[column] > 0) {
                    column++;
                }
                begins.add(column);
                for (int i = column; i < Math.min(width, column + cell.across()); i++) {
                    next[i] = cell.down() - 1;
                }
                column += cell.across();
            }
            reserved = next;
            places.add(Collections.unmodifiableList(begins));
        }
        return places;
    }
}
