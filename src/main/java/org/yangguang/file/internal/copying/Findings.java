package org.yangguang.file.internal.copying;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yangguang.file.Carried;
import org.yangguang.file.Carried.What;

/** Counts what a file carries while it is copied. */
final class Findings {

    private static final int LONGEST = 60;

    private final Map<What, Carried> found = new EnumMap<>(What.class);

    void add(What what) {
        add(what, "");
    }

    void add(What what, String example) {
        String words = example.strip().replaceAll("\\s+", " ");
        String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        found.merge(
                what,
                new Carried(what, 1, shown),
                (one, more) -> new Carried(what, one.count() + 1, one.example().isEmpty() ? shown : one.example()));
    }

    boolean has(What what) {
        return found.containsKey(what);
    }

    List<Carried> all() {
        return List.copyOf(found.values());
    }
}
