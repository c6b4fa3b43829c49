package org.yangguang.search.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How titles sound, for readers who type letters: 政府信息公开 from zhengfuxinxi and from zfxx. One reading a character, the commonest
 * by the Unicode Consortium's data, and a second for the characters that official titles read in two ways.
 */
final class Pinyin {

    private static final int MOST_STARTS = 14;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_INITIALS = 12;
    private static final int LONGEST_SOUND = 30;
    private static final int MOST_VARIANTS = 4;
    private static final Pattern TYPED = Pattern.compile("[a-z]{2," + LONGEST_SOUND + "}");

    private static final Map<Character, String> READINGS = readings();
    private static final Map<Character, String> SECOND = Map.ofEntries(
            Map.entry('行', "hang"),
            Map.entry('长', "chang"),
            Map.entry('重', "zhong"),
            Map.entry('调', "tiao"),
            Map.entry('还', "huan"),
            Map.entry('会', "kuai"),
            Map.entry('乐', "yue"),
            Map.entry('率', "shuai"),
            Map.entry('参', "shen"),
            Map.entry('曾', "zeng"),
            Map.entry('单', "shan"),
            Map.entry('都', "dou"),
            Map.entry('的', "di"),
            Map.entry('宿', "xiu"),
            Map.entry('校', "jiao"),
            Map.entry('藏', "zang"),
            Map.entry('传', "zhuan"),
            Map.entry('处', "chu"),
            Map.entry('数', "shu"),
            Map.entry('种', "zhong"),
            Map.entry('省', "xing"),
            Map.entry('系', "ji"),
            Map.entry('朝', "zhao"),
            Map.entry('厦', "sha"));

    private Pinyin() {}

    /** The letters that a reader may have typed for a title; empty when these are none. */
    static String typed(String text) {
        String letters = Folding.fold(text).replaceAll("[\\s'’]", "").toLowerCase(Locale.ROOT);
        return TYPED.matcher(letters).matches() ? letters : "";
    }

    /** Sounds from each word of a title on, in letters; those of the whole title stand once more behind {@code ^}. */
    static List<String> sounds(String title) {
        String text = Folding.fold(Folding.limit(title, LONGEST_TITLE));
        Set<String> sounds = new LinkedHashSet<>();
        List<Integer> starts = ChineseAnalysis.starts(text);
        for (int start : starts.subList(0, Math.min(starts.size(), MOST_STARTS))) {
            sounds.addAll(from(text, start));
        }
        from(text, 0).forEach(sound -> sounds.add("^" + sound));
        return List.copyOf(sounds);
    }

    private record Said(String initials, String full) {}

    private static Set<String> from(String text, int start) {
        List<Said> variants = List.of(new Said("", ""));
        for (int i = start; i < text.length() && shorter(variants); i++) {
            char c = text.charAt(i);
            List<String> readings = readings(c);
            if (readings.isEmpty()) {
                continue;
            }
            List<Said> longer = new ArrayList<>();
            for (String reading : readings) {
                for (Said said : variants) {
                    if (longer.size() < MOST_VARIANTS) {
                        longer.add(new Said(said.initials() + reading.charAt(0), said.full() + reading));
                    }
                }
            }
            variants = longer;
        }
        Set<String> sounds = new LinkedHashSet<>();
        for (Said said : variants) {
            if (said.initials().length() > 1) {
                sounds.add(Folding.limit(said.initials(), LONGEST_INITIALS));
                sounds.add(Folding.limit(said.full(), LONGEST_SOUND));
            }
        }
        return sounds;
    }

    private static boolean shorter(List<Said> variants) {
        return variants.get(0).full().length() < LONGEST_SOUND
                || variants.get(0).initials().length() < LONGEST_INITIALS;
    }

    private static List<String> readings(char c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) ? List.of(String.valueOf(c)) : List.of();
        }
        String first = READINGS.get(c);
        String second = SECOND.get(c);
        if (first == null) {
            return List.of();
        }
        return second == null || second.equals(first) ? List.of(first) : List.of(first, second);
    }

    private static Map<Character, String> readings() {
        Map<Character, String> readings = new HashMap<>(40_000);
        for (String line : Table.read("pinyin.txt").split("\n")) {
            int space = line.indexOf(' ');
            String sound = line.substring(0, space).intern();
            line.substring(space + 1).chars().forEach(c -> readings.put((char) c, sound));
        }
        return readings;
    }
}
