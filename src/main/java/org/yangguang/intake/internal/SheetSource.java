package org.yangguang.intake.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.Field;

/** The rows of a sheet under its headings. */
final class SheetSource implements RowSource {

    private final SheetRows rows;
    private final Map<Integer, Field> fields = new HashMap<>();

    /** @throws UnreadableSource when it has no headings, or lacks one that the plan names */
    SheetSource(Path file, Map<String, Field> headings) {
        rows = SheetRows.open(file);
        try {
            List<String> found = headings(rows);
            List<String> missing = new ArrayList<>();
            headings.forEach((heading, field) -> {
                int at = found.indexOf(heading);
                if (at < 0) {
                    missing.add(heading);
                } else {
                    fields.put(at, field);
                }
            });
            if (!missing.isEmpty()) {
                throw new UnreadableSource(
                        "intake.unreadable.headingsMissing", String.join("、", missing), String.join("、", found));
            }
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** The headings, a second one of the same name with its number behind it. */
    static List<String> headings(SheetRows rows) {
        SheetRows.SheetRow first = rows.next();
        if (first == null || first.cells().isEmpty()) {
            throw new UnreadableSource("intake.unreadable.empty");
        }
        List<String> headings = new ArrayList<>();
        for (String text : first.texts()) {
            String unique = text;
            for (int n = 2; !unique.isEmpty() && headings.contains(unique); n++) {
                unique = text + " (" + n + ")";
            }
            headings.add(unique);
        }
        return headings;
    }

    @Override
    public @Nullable Pending next() {
        SheetRows.SheetRow cells = rows.next();
        if (cells == null) {
            return null;
        }
        long weight = cells.cells().values().stream().mapToLong(String::length).sum() * 2;
        return new Pending(weight + 200, () -> row(cells));
    }

    private SourceRow row(SheetRows.SheetRow cells) {
        SourceRow row = new SourceRow(cells.number());
        fields.forEach((at, field) -> row.put(field, cells.cells().get(at)));
        row.refusals.addAll(cells.refusals());
        row.warnings.addAll(cells.warnings());
        if (row.refusals.isEmpty() && row.values.isEmpty()) {
            row.refusals.add(Reason.of("intake.refused.empty"));
        }
        return row;
    }

    @Override
    public @Nullable Long total() {
        return null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
