package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yangguang.intake.Field;

/**
 * The headings of a sheet with its first rows, for an officer to say what they are.
 *
 * @param samples some rows, each with a text for each heading
 */
public record Headings(List<String> names, List<List<String>> samples) {

    private static final int SAMPLES = 3;

    /** @throws UnreadableSource when the file is no sheet, or empty */
    public static Headings of(Path file) {
        try (SheetRows rows = SheetRows.open(file)) {
            List<String> names = SheetSource.headings(rows);
            List<List<String>> samples = new ArrayList<>();
            for (SheetRows.SheetRow row = rows.next(); row != null && samples.size() < SAMPLES; row = rows.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    texts.add(row.cells().getOrDefault(i, ""));
                }
                samples.add(texts);
            }
            return new Headings(names, samples);
        }
    }

    /** What the headings probably mean, each field once. */
    public Map<String, Field> guess() {
        Map<String, Field> guessed = new LinkedHashMap<>();
        Set<Field> free = EnumSet.allOf(Field.class);
        for (String name : names) {
            Field.guess(name).filter(free::remove).ifPresent(field -> guessed.put(name, field));
        }
        return guessed;
    }
}
