package org.yangguang.search.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yangguang.search.Synonyms.Group;

/** Reads groups of synonyms as they were typed, and puts one word in the place of another. */
public final class SynonymWords {

    public static final int SHORTEST = 2;
    public static final int LONGEST = 20;
    public static final int MOST = 12;

    private static final int MOST_OTHERS = 6;

    private SynonymWords() {}

    /** The different words of a line such as 低保 = 最低生活保障, as the index compares them. */
    public static List<String> of(String typed) {
        return Arrays.stream(Folding.fold(Folding.limit(typed, 1_000)).split("[=,;、，；\\n\\r\\t|]+"))
                .map(word -> Folding.clean(word).strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * What a word may be called otherwise: with the first and longest of its pieces that is known replaced by each synonym; empty when
     * none is known.
     */
    static List<String> others(String word, List<Group> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<String, Group> known = new HashMap<>();
        for (Group group : groups) {
            for (String each : group.words()) {
                if (word.contains(each)) {
                    known.put(each, group);
                }
            }
        }
        return known.keySet().stream()
                .max(Comparator.comparingInt(String::length).thenComparing(each -> -word.indexOf(each)))
                .map(piece -> replaced(word, piece, Objects.requireNonNull(known.get(piece))))
                .orElse(List.of());
    }

    private static List<String> replaced(String word, String piece, Group group) {
        List<String> others = new ArrayList<>();
        for (String other : group.words()) {
            if (!other.equals(piece) && !word.contains(other) && others.size() < MOST_OTHERS) {
                others.add(word.replace(piece, other));
            }
        }
        return others;
    }
}
