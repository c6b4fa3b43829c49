package org.yangguang.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fills the gaps of one document: {@code {topic}} from a list of words, {@code {n:1-9}} with a number, {@code {d:1-9}} with a number of one
 * decimal, {@code {a/b/c}} with one of them. A word that was chosen once is kept through the document; a second one in the same
 * sentence is another one.
 */
final class Filling {

    private static final List<String> ROW_WORDS =
            List.of("shop", "company", "school", "community", "road", "street", "surname");

    private final Words words;
    private final Random random;
    private final Map<String, String> kept = new HashMap<>();

    Filling(Words words, Random random, Body body, LocalDate formed) {
        this.words = words;
        this.random = random;
        kept.put("organ", body.name());
        kept.put("short", body.shortName());
        kept.put("year", String.valueOf(formed.getYear()));
        kept.put("last", String.valueOf(formed.getYear() - 1));
        kept.put("month", String.valueOf(formed.getMonthValue()));
        kept.put("quarter", String.valueOf((formed.getMonthValue() + 2) / 3));
        kept.put("date", chinese(formed));
        kept.put("soon", chinese(formed.plusDays(7 + random.nextInt(9))));
        kept.put("deadline", chinese(formed.plusDays(10 + random.nextInt(20))));
        kept.put("topic", one(words.topics(body.domain())));
        if (body.domain().equals("street")) {
            kept.put("street", body.shortName());
        }
    }

    static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    String topic() {
        return kept.getOrDefault("topic", "");
    }

    void topic(String topic) {
        kept.put("topic", topic);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int number(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** A word of a list, not kept. */
    String word(String list) {
        return one(words.list(list));
    }

    String fill(String text) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        Set<String> used = new HashSet<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(gap(text.substring(open + 1, close), used));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** As {@link #fill}, with words that are neither those kept nor kept: for the rows of a table. */
    String afresh(String text) {
        String filled = text;
        for (String list : ROW_WORDS) {
            String gap = "{" + list + "}";
            while (filled.contains(gap)) {
                filled = filled.replace(gap, word(list));
            }
        }
        return fill(filled);
    }

    private String gap(String gap, Set<String> used) {
        if (gap.startsWith("n:")) {
            String[] range = gap.substring(2).split("-");
            return String.valueOf(number(Integer.parseInt(range[0]), Integer.parseInt(range[1])));
        }
        if (gap.startsWith("d:")) {
            String[] range = gap.substring(2).split("-");
            int tenths = number(Integer.parseInt(range[0]) * 10, Integer.parseInt(range[1]) * 10);
            return tenths / 10 + "." + tenths % 10;
        }
        if (gap.indexOf('/') >= 0) {
            return one(List.of(gap.split("/")));
        }
        String known = kept.get(gap);
        if (known != null && (used.add(gap) || !words.has(gap))) {
            return known;
        }
        String other = word(gap);
        while (other.equals(known)) {
            other = word(gap);
        }
        if (known == null && !gap.equals("problem") && !gap.equals("measure")) {
            kept.put(gap, other);
            used.add(gap);
        }
        return other;
    }
}
