package org.yangguang.statistics.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Relation.Comparison;
import org.yangguang.statistics.Relation.Sign;
import org.yangguang.statistics.Relation.Term;
import org.yangguang.statistics.Relation.Year;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Severity;
import org.yangguang.statistics.Table;

/**
 * Relations as scheme files write them: between rows, for each column that all of them have; or between columns, for each
 * row of a kind or for the rows named. A term may begin with {@code -} (taken away) or {@code before } (of the year before).
 */
final class RelationReader {

    private final List<Table> tables;

    RelationReader(List<Table> tables) {
        this.tables = tables;
    }

    List<Relation> read(YamlPart part) {
        part.knows(Set.of("rule", "table", "kind", "rows-of", "rows", "columns", "severity", "source"));
        String name = part.text("table");
        Table table = tables.stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElse(null);
        if (table == null) {
            part.wrong("there is no table \"" + name + "\"");
            return List.of();
        }
        if (part.has("rows")) {
            YamlPart rows = part.part("rows");
            return betweenRows(part, rows, table);
        }
        if (part.has("columns")) {
            return betweenColumns(part, part.part("columns"), table);
        }
        part.wrong("a relation is between \"rows\" or between \"columns\"");
        return List.of();
    }

    private List<Relation> betweenRows(YamlPart part, YamlPart rows, Table table) {
        List<String> left = rows.texts("left");
        List<String> right = rows.texts("right");
        List<String> codes = java.util.stream.Stream.concat(left.stream(), right.stream())
                .map(RelationReader::bare)
                .toList();
        codes.stream()
                .filter(code -> table.row(code).filter(Row::hasFigures).isEmpty())
                .forEach(code -> part.wrong("the table has no row \"" + code + "\" with figures"));
        return table.columns().stream()
                .map(column -> column.id())
                .filter(column -> codes.stream().allMatch(code -> table.row(code)
                        .filter(row -> row.columns().contains(column))
                        .isPresent()))
                .map(column -> relation(part, rows, code -> new Cell(table.id(), code, column)))
                .toList();
    }

    private List<Relation> betweenColumns(YamlPart part, YamlPart columns, Table table) {
        java.util.stream.Stream.concat(columns.texts("left").stream(), columns.texts("right").stream())
                .map(RelationReader::bare)
                .filter(column -> table.column(column).isEmpty())
                .forEach(column -> part.wrong("the table has no column \"" + column + "\""));
        return rows(part, table).stream()
                .map(row -> relation(part, columns, column -> new Cell(table.id(), row.code(), column)))
                .toList();
    }

    private static List<Row> rows(YamlPart part, Table table) {
        if (part.has("rows-of")) {
            return part.texts("rows-of").stream()
                    .flatMap(code -> {
                        if (table.row(code).isEmpty()) {
                            part.wrong("the table has no row \"" + code + "\"");
                        }
                        return table.row(code).stream();
                    })
                    .toList();
        }
        Row.Kind kind = part.oneOf(Row.Kind.class, "kind");
        return table.rows().stream().filter(row -> row.kind() == kind).toList();
    }

    private static Relation relation(YamlPart part, YamlPart sides, Function<String, Cell> cell) {
        sides.knows(Set.of("left", "compare", "right"));
        return new Relation(
                part.text("rule"),
                sides.texts("left").stream().map(cell).toList(),
                comparison(sides),
                sides.texts("right").stream().map(text -> term(text, cell)).toList(),
                part.oneOf(Severity.class, "severity"),
                part.text("source"));
    }

    private static Comparison comparison(YamlPart sides) {
        String text = sides.text("compare");
        if (!text.equals("=") && !text.equals("<=")) {
            sides.wrong("\"compare\" is \"=\" or \"<=\"");
        }
        return text.equals("=") ? Comparison.EQUAL : Comparison.AT_MOST;
    }

    private static Term term(String text, Function<String, Cell> cell) {
        return new Term(
                cell.apply(bare(text)),
                text.contains("before ") ? Year.BEFORE : Year.THIS,
                text.startsWith("-") ? Sign.MINUS : Sign.PLUS);
    }

    /** "before" alone is the name of a column. */
    private static String bare(String text) {
        String positive = text.startsWith("-") ? text.substring(1) : text;
        return positive.startsWith("before ") ? positive.substring("before ".length()) : positive;
    }
}
