package org.yangguang.statistics.internal;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Claim;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Table;

/** Reads one scheme; a wrong one is refused with every mistake and its line. */
public final class SchemeFile {

    private final Mistakes mistakes;

    public SchemeFile(String file) {
        mistakes = new Mistakes(file);
    }

    public Scheme read(Reader text) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add(line, String.valueOf(e.getProblem()));
            mistakes.refuse();
            throw e;
        }
        if (root == null) {
            mistakes.add(1, "the file is empty");
        }
        mistakes.refuse();
        YamlPart file = YamlPart.of(root, mistakes)
                .knows(Set.of("scheme", "name", "basis", "years", "tables", "relations", "claims"));
        List<Integer> years = years(file);
        List<Table> tables = file.parts("tables").stream().map(this::table).toList();
        if (tables.isEmpty()) {
            file.wrong("there are no tables");
        }
        RelationReader relations = new RelationReader(tables);
        List<Relation> all = new ArrayList<>();
        file.parts("relations").forEach(part -> all.addAll(relations.read(part)));
        List<Claim> claims =
                file.parts("claims").stream().map(part -> claim(part, tables)).toList();
        Scheme scheme = new Scheme(
                file.text("scheme"),
                label(file.part("name")),
                file.text("basis"),
                years.get(0),
                years.get(1),
                tables,
                all,
                claims);
        mistakes.refuse();
        return scheme;
    }

    private static List<Integer> years(YamlPart file) {
        List<String> texts = file.texts("years");
        if (texts.size() != 2 || !texts.stream().allMatch(text -> text.matches("\\d{4}"))) {
            file.wrong("\"years\" wants the first and the last year");
            return List.of(0, 0);
        }
        return texts.stream().map(Integer::valueOf).toList();
    }

    private static Label label(YamlPart part) {
        return new Label(part.text("zh"), part.text("en"));
    }

    private Table table(YamlPart part) {
        part.knows(Set.of("id", "title", "layout", "columns", "rows"));
        List<Column> columns = part.parts("columns").stream()
                .map(column -> new Column(
                        column.knows(Set.of("id", "zh", "en", "also", "optional"))
                                .text("id"),
                        label(column),
                        column.texts("also"),
                        Boolean.parseBoolean(column.text("optional", "false"))))
                .toList();
        List<String> names = columns.stream().map(Column::id).toList();
        Set<String> codes = new HashSet<>();
        List<Row> rows =
                part.parts("rows").stream().map(row -> row(row, names, codes)).toList();
        return new Table(
                part.text("id"), label(part.part("title")), part.oneOf(Table.Layout.class, "layout"), columns, rows);
    }

    private static Row row(YamlPart part, List<String> columns, Set<String> codes) {
        part.knows(Set.of("code", "zh", "en", "also", "unit", "kind", "columns"));
        String code = part.text("code");
        if (!codes.add(code)) {
            part.wrong("the code \"" + code + "\" is there twice");
        }
        List<String> own = part.has("columns") ? part.texts("columns") : columns;
        own.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> part.wrong("the table has no column \"" + column + "\""));
        return new Row(
                code, label(part), part.texts("also"), part.text("unit", ""), part.oneOf(Row.Kind.class, "kind"), own);
    }

    private static Claim claim(YamlPart part, List<Table> tables) {
        part.knows(Set.of("rule", "pattern", "meanings"));
        List<List<Cell>> meanings = part.texts("meanings").stream()
                .map(text -> CellText.sum(text, tables, part))
                .toList();
        Pattern pattern = Pattern.compile("(?!)");
        try {
            pattern = Pattern.compile(part.text("pattern"));
            if (pattern.matcher("").groupCount() < 1) {
                part.wrong("the pattern has no group for the figure");
            }
        } catch (PatternSyntaxException e) {
            part.wrong("the pattern is wrong: " + e.getDescription());
        }
        return new Claim(part.text("rule"), pattern, meanings);
    }
}
