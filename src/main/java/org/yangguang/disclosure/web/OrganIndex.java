package org.yangguang.disclosure.web;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;

/**
 * The organs from A to Z: by the first sound of the Chinese name (without the name of the region, which all share), or by the
 * English name.
 */
public final class OrganIndex {

    /** GB 2312 orders its first-level characters by sound; where each letter begins (there is no I, U, V). */
    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";

    private static final int[] BEGINNINGS = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };
    private static final int END = 0xD7FA;
    private static final Charset GB2312 = Charset.forName("GB2312");

    /** @param letter {@code A} to {@code Z}, {@code #} for what has no known sound */
    public record Entry(char letter, char englishLetter, Organ organ, String name) {

        public String href() {
            return "/organs/" + organ.id().value();
        }
    }

    private OrganIndex() {}

    static List<Entry> of(Organs organs) {
        record Sounding(Entry entry, String sound) {}
        List<Sounding> entries = new ArrayList<>();
        for (Organ organ : organs.all()) {
            if (organ.open()) {
                Optional<Region> region = organs.region(organ.regionCode());
                String own = own(organ.shortName(), region.map(Region::name).orElse(""));
                entries.add(new Sounding(new Entry(letter(own), englishLetter(organ), organ, own), sound(own)));
            }
        }
        entries.sort(
                Comparator.comparing((Sounding each) -> each.entry().letter()).thenComparing(Sounding::sound));
        return entries.stream().map(Sounding::entry).toList();
    }

    /** The name without the region's; a government itself keeps it. */
    private static String own(String name, String region) {
        String rest = !region.isEmpty() && name.startsWith(region) ? name.substring(region.length()) : name;
        rest = rest.length() > 2 && "区市县".indexOf(rest.charAt(0)) >= 0 ? rest.substring(1) : rest;
        return rest.length() < 2 || rest.endsWith("政府") ? name : rest;
    }

    private static char englishLetter(Organ organ) {
        String name = organ.nameEn() == null ? "" : organ.nameEn().strip();
        return name.isEmpty()
                ? '#'
                : name.substring(0, 1).toUpperCase(Locale.ROOT).charAt(0);
    }

    /** The letter that the sound of the first character begins with. */
    static char letter(String name) {
        if (name.isEmpty()) {
            return '#';
        }
        char first = name.charAt(0);
        if (first < 128) {
            return Character.isLetter(first) ? Character.toUpperCase(first) : '#';
        }
        int code = code(first);
        if (code < BEGINNINGS[0] || code >= END) {
            return '#';
        }
        int letter = 0;
        while (letter + 1 < BEGINNINGS.length && BEGINNINGS[letter + 1] <= code) {
            letter++;
        }
        return LETTERS.charAt(letter);
    }

    private static int code(char character) {
        if (character < 128) {
            return 0;
        }
        byte[] bytes = String.valueOf(character).getBytes(GB2312);
        return bytes.length == 2 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
    }

    /** Orders names by sound, as GB 2312 does. */
    private static String sound(String name) {
        StringBuilder sound = new StringBuilder();
        name.chars().forEach(character -> sound.append((char) code((char) character)));
        return sound.toString();
    }
}
