package org.yangguang.statistics.internal;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Column;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Table;

/** Reads one scheme; a wrong one is refused with every mistake and its line. */
public final class SchemeFile {

    private static final Set<String> DECIMAL_UNITS = Set.of("元", "万元", "亿元");
    private static final Set<String> NAMES =
            Set.of("scheme", "name", "basis", "years", "tables", "relations", "claims", "zero", "bands", "rates");

    private final Mistakes mistakes;
    private final Function<String, Optional<MappingNode>> known;
    private final FillReader fills = new FillReader();
    private final Set<Cell> broken = new LinkedHashSet<>();
    private final Set<Cell> negative = new LinkedHashSet<>();

    /** @param known schemes that the file may extend */
    public SchemeFile(String file, Function<String, Optional<MappingNode>> known) {
        mistakes = new Mistakes(file);
        this.known = known;
    }

    /** The text as nodes, with what it extends. */
    public MappingNode root(Reader text) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            mistakes.add(line, String.valueOf(e.getProblem()));
            mistakes.refuse();
            throw e;
        }
        if (!(root instanceof MappingNode mapping)) {
            mistakes.add(1, root == null ? "the file is empty" : "names and values are expected here");
            mistakes.refuse();
            throw new IllegalStateException("refused");
        }
        return extending(mapping);
    }

    private MappingNode extending(MappingNode own) {
        YamlPart file = YamlPart.of(own, mistakes);
        if (!file.has("extends")) {
            return own;
        }
        Optional<MappingNode> base = known.apply(file.text("extends"));
        if (base.isEmpty()) {
            file.wrong("there is no scheme \"" + file.text("extends") + "\" to extend");
        }
        mistakes.refuse();
        MappingNode merged = new ExtendedNodes(mistakes).merged(base.orElseThrow(), own);
        mistakes.refuse();
        return merged;
    }

    public Scheme read(MappingNode root) {
        YamlPart file = YamlPart.of(root, mistakes).knows(NAMES);
        List<Integer> years = years(file);
        List<Table> tables = file.parts("tables").stream().map(this::table).toList();
        if (tables.isEmpty()) {
            file.wrong("there are no tables");
        }
        RelationReader relations = new RelationReader(tables);
        List<Relation> all = new ArrayList<>();
        file.parts("relations").forEach(part -> all.addAll(relations.read(part)));
        BoundReader bounds = new BoundReader(tables);
        Scheme scheme = new Scheme(
                file.text("scheme"),
                label(file.part("name")),
                file.text("basis"),
                years.get(0),
                years.get(1),
                tables,
                all,
                file.parts("claims").stream()
                        .map(part -> ClaimReader.claim(part, tables))
                        .toList(),
                fills.fills(),
                Stream.of(bounds.zeros(file), bounds.bands(file), bounds.rates(file))
                        .flatMap(List::stream)
                        .toList(),
                new Scheme.Numbers(broken, negative));
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
        Map<String, YamlPart> columnParts = new LinkedHashMap<>();
        part.parts("columns").forEach(column -> columnParts.put(column.text("id"), column));
        List<Column> columns = columnParts.values().stream()
                .map(column -> new Column(
                        column.knows(Set.of(
                                        "id",
                                        "zh",
                                        "en",
                                        "also",
                                        "under",
                                        "optional",
                                        "where",
                                        "except",
                                        "brought-forward",
                                        "adds",
                                        "level",
                                        "decimal",
                                        "negative"))
                                .text("id"),
                        label(column),
                        column.texts("also"),
                        column.has("under") ? label(column.part("under")) : null,
                        Boolean.parseBoolean(column.text("optional", "false"))))
                .toList();
        Set<String> codes = new HashSet<>();
        String id = part.text("id");
        List<Row> rows = part.parts("rows").stream()
                .map(row -> row(id, row, columnParts, codes))
                .toList();
        return new Table(id, label(part.part("title")), part.oneOf(Table.Layout.class, "layout"), columns, rows);
    }

    private Row row(String table, YamlPart part, Map<String, YamlPart> columnParts, Set<String> codes) {
        part.knows(Set.of("code", "zh", "en", "also", "unit", "kind", "columns", "from", "cells"));
        List<String> columns = List.copyOf(columnParts.keySet());
        String code = part.text("code");
        if (!codes.add(code)) {
            part.wrong("the code \"" + code + "\" is there twice");
        }
        List<String> own = part.has("columns") ? part.texts("columns") : columns;
        own.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> part.wrong("the table has no column \"" + column + "\""));
        Row row = new Row(
                code, label(part), part.texts("also"), part.text("unit", ""), part.oneOf(Row.Kind.class, "kind"), own);
        fills.row(table, row, part, columnParts);
        own.forEach(column -> numbers(new Cell(table, code, column), row, columnParts.get(column)));
        return row;
    }

    private void numbers(Cell cell, Row row, @org.jspecify.annotations.Nullable YamlPart column) {
        if (DECIMAL_UNITS.contains(row.unit())
                || column != null && column.text("decimal", "false").equals("true")) {
            broken.add(cell);
        }
        if (column != null && column.text("negative", "false").equals("true")) {
            negative.add(cell);
        }
    }
}
