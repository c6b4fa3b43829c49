package org.yangguang.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The lists of words that texts draw from. */
final class Words {

    private final Map<String, List<String>> lists = Resource.lines("words.txt").stream()
            .map(line -> line.split(" = ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Arrays.asList(pair[1].split(" "))));

    boolean has(String list) {
        return lists.containsKey(list);
    }

    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    List<String> topics(String domain) {
        return list("topic." + domain);
    }
}
