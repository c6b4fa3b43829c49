package org.yangguang.statistics.internal;

import java.math.BigDecimal;
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

/** A mapping of a YAML file that knows its line and collects what is wrong with it. */
final class YamlPart {

    private final Mistakes mistakes;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlPart(Node node, Mistakes mistakes) {
        this.node = node;
        this.mistakes = mistakes;
    }

    static YamlPart of(Node node, Mistakes mistakes) {
        YamlPart part = new YamlPart(node, mistakes);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
                if (part.values.put(name, entry.getValueNode()) != null) {
                    mistakes.add(entry.getKeyNode(), "\"" + name + "\" is there twice");
                }
            }
        } else {
            mistakes.add(node, "names and values are expected here");
        }
        return part;
    }

    /** Refuses names that nobody reads: they are mostly misspelt ones. */
    YamlPart knows(Set<String> names) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                mistakes.add(value, "\"" + name + "\" is not known here; known are " + String.join(", ", names));
            }
        });
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        if (values.get(name) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        mistakes.add(values.getOrDefault(name, node), "\"" + name + "\" is missing or not a text");
        return "";
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        String wanted = text(name).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        mistakes.add(
                values.getOrDefault(name, node), "\"" + name + "\" is none of " + List.of(type.getEnumConstants()));
        return type.getEnumConstants()[0];
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node each : nodes(name)) {
            if (each instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                mistakes.add(each, "a text is expected here");
            }
        }
        return texts;
    }

    YamlPart part(String name) {
        Node part = values.get(name);
        if (part == null) {
            mistakes.add(node, "\"" + name + "\" is missing");
            return new YamlPart(node, mistakes);
        }
        return of(part, mistakes);
    }

    List<YamlPart> parts(String name) {
        return nodes(name).stream().map(each -> of(each, mistakes)).toList();
    }

    /** Names with their values, a single text being a list of one. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof ScalarNode scalar) {
                lists.put(name, List.of(scalar.getValue()));
            } else if (value instanceof SequenceNode) {
                lists.put(name, texts(name));
            } else {
                lists.put(name, List.of());
            }
        });
        return lists;
    }

    boolean isList(String name) {
        return values.get(name) instanceof SequenceNode;
    }

    boolean isPart(String name) {
        return values.get(name) instanceof MappingNode;
    }

    BigDecimal number(String name, BigDecimal otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            mistakes.add(values.getOrDefault(name, node), "\"" + name + "\" is not a number");
            return otherwise;
        }
    }

    /** File and line, as messages name it. */
    String place() {
        return mistakes.place(node.getStartMark().getLine() + 1);
    }

    void wrong(String reason) {
        mistakes.add(node, reason);
    }

    private List<Node> nodes(String name) {
        @Nullable Node list = values.get(name);
        if (list == null) {
            return List.of();
        }
        if (list instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistakes.add(list, "\"" + name + "\" is not a list");
        return List.of();
    }
}
