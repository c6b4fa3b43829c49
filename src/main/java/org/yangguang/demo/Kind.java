package org.yangguang.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of document: where it is filed and the parts from which its texts are put together.
 *
 * @param audience domains of the bodies that write it; {@code *} for all but the government
 * @param weight how often it is written; 0 when only on purpose
 * @param firstMonth first and last month in which it is formed
 */
record Kind(
        String name,
        Set<String> audience,
        String column,
        String genre,
        String subject,
        int weight,
        int firstMonth,
        int lastMonth,
        List<String> groups,
        boolean numbered,
        boolean normative,
        List<String> titles,
        List<Part> parts) {

    /** A paragraph with its alternatives, a heading, or a table. */
    record Part(char type, List<String> alternatives) {}

    static Map<String, Kind> all() {
        Map<String, Kind> kinds = new HashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : Resource.lines("texts.txt")) {
            if (line.startsWith("[") && !section.isEmpty()) {
                add(kinds, section);
                section.clear();
            }
            section.add(line);
        }
        add(kinds, section);
        return Map.copyOf(kinds);
    }

    private static void add(Map<String, Kind> kinds, List<String> section) {
        Kind kind = of(section);
        kinds.put(kind.name(), kind);
    }

    private static Kind of(List<String> section) {
        String head = section.get(0);
        Map<String, String> traits = new HashMap<>();
        for (String trait : head.substring(head.indexOf(']') + 1).strip().split(" +")) {
            String[] pair = trait.split("=", 2);
            traits.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        List<String> titles = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (String line : section.subList(1, section.size())) {
            int blank = line.indexOf(' ');
            String text = line.substring(blank + 1);
            switch (line.substring(0, blank)) {
                case "t" -> titles.add(text);
                case "table" -> parts.add(new Part('t', List.of(text)));
                case "h" -> parts.add(new Part('h', List.of(text)));
                case "p" -> parts.add(new Part('p', List.of(text.split("\\|"))));
                default -> throw new IllegalStateException("Neither title, heading, paragraph nor table: " + line);
            }
        }
        String[] months = traits.getOrDefault("months", "1-12").split("-");
        return new Kind(
                head.substring(1, head.indexOf(']')),
                Set.of(needed(traits, "for").split(",")),
                needed(traits, "column"),
                needed(traits, "genre"),
                needed(traits, "subject"),
                Integer.parseInt(needed(traits, "weight")),
                Integer.parseInt(months[0]),
                Integer.parseInt(months[1]),
                traits.containsKey("groups") ? List.of(needed(traits, "groups").split(",")) : List.of(),
                traits.containsKey("numbered"),
                traits.containsKey("normative"),
                List.copyOf(titles),
                List.copyOf(parts));
    }

    private static String needed(Map<String, String> traits, String name) {
        return Objects.requireNonNull(traits.get(name), name);
    }
}
