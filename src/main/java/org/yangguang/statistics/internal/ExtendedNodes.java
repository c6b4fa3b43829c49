package org.yangguang.statistics.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A scheme that extends another one: its rows stand in the tables of that one, each after the row that it names or at the end, its
 * rules come after those of that one, and what else it says holds instead.
 */
final class ExtendedNodes {

    private static final Set<String> ADDED = Set.of("relations", "claims", "zero", "bands", "rates");
    private static final Set<String> PLACE = Set.of("table", "after");

    private final Mistakes mistakes;

    ExtendedNodes(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    MappingNode merged(MappingNode base, MappingNode own) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        base.getValue().forEach(entry -> entries.put(text(entry.getKeyNode()), entry));
        for (NodeTuple entry : own.getValue()) {
            String name = text(entry.getKeyNode());
            NodeTuple before = entries.get(name);
            if (name.equals("rows")) {
                NodeTuple tables = entries.get("tables");
                if (tables != null) {
                    entries.put("tables", new NodeTuple(tables.getKeyNode(), rows(tables.getValueNode(), entry)));
                }
            } else if (before != null && ADDED.contains(name)) {
                List<Node> all = new ArrayList<>(nodes(before.getValueNode()));
                all.addAll(own(entry));
                entries.put(name, new NodeTuple(entry.getKeyNode(), list(before.getValueNode(), all)));
            } else if (!name.equals("extends")) {
                entries.put(name, entry);
            }
        }
        return mapping(own, List.copyOf(entries.values()));
    }

    private Node rows(Node tables, NodeTuple rows) {
        List<Node> result = new ArrayList<>(nodes(tables));
        for (Node row : own(rows)) {
            YamlPart part = YamlPart.of(row, mistakes);
            if (!(row instanceof MappingNode)) {
                continue;
            }
            String wanted = part.text("table", result.size() == 1 ? id(result.get(0)) : "");
            int at = -1;
            for (int i = 0; i < result.size(); i++) {
                at = id(result.get(i)).equals(wanted) ? i : at;
            }
            if (at < 0) {
                part.wrong("there is no table \"" + wanted + "\"");
            } else {
                result.set(at, with((MappingNode) result.get(at), (MappingNode) row, part));
            }
        }
        return list(tables, result);
    }

    private static Node with(MappingNode table, MappingNode row, YamlPart part) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : table.getValue()) {
            if (text(entry.getKeyNode()).equals("rows")) {
                List<Node> all = new ArrayList<>(nodes(entry.getValueNode()));
                all.add(place(all, part), bare(row));
                entries.add(new NodeTuple(entry.getKeyNode(), list(entry.getValueNode(), all)));
            } else {
                entries.add(entry);
            }
        }
        return mapping(table, entries);
    }

    private static int place(List<Node> rows, YamlPart part) {
        if (!part.has("after")) {
            return rows.size();
        }
        String after = part.text("after");
        for (int i = 0; i < rows.size(); i++) {
            if (after.equals(value(rows.get(i), "code"))) {
                return i + 1;
            }
        }
        part.wrong("the table has no row \"" + after + "\"");
        return rows.size();
    }

    private static Node bare(MappingNode row) {
        return mapping(
                row,
                row.getValue().stream()
                        .filter(entry -> !PLACE.contains(text(entry.getKeyNode())))
                        .toList());
    }

    private static String id(Node table) {
        String id = value(table, "id");
        return id == null ? "" : id;
    }

    private static @Nullable String value(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> text(entry.getKeyNode()).equals(name))
                        .map(entry -> text(entry.getValueNode()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The list that a file of one's own gives. */
    private List<Node> own(NodeTuple entry) {
        if (!(entry.getValueNode() instanceof SequenceNode)) {
            mistakes.add(entry.getValueNode(), "\"" + text(entry.getKeyNode()) + "\" is not a list");
        }
        return nodes(entry.getValueNode());
    }

    private static List<Node> nodes(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static SequenceNode list(Node like, List<Node> nodes) {
        return new SequenceNode(
                like.getTag(),
                true,
                nodes,
                like.getStartMark(),
                like.getEndMark(),
                org.yaml.snakeyaml.DumperOptions.FlowStyle.AUTO);
    }

    private static MappingNode mapping(Node like, List<NodeTuple> entries) {
        return new MappingNode(
                like.getTag(),
                true,
                entries,
                like.getStartMark(),
                like.getEndMark(),
                org.yaml.snakeyaml.DumperOptions.FlowStyle.AUTO);
    }
}
