package org.yangguang.intake.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.Field;
import org.yangguang.intake.ImportPlan;

/** How a delivery is to be read, as the form sends it. */
record ImportForm(
        @Nullable String mode,
        @Nullable String source,
        @Nullable String column,
        @Nullable String formedOn,
        @Nullable String oldSite,
        @Nullable String columns,
        @Nullable List<String> heading,
        @Nullable List<String> field,
        @Nullable String saveAs) {

    /** The plan; what cannot be read is told in {@code reasons}. */
    ImportPlan plan(ImportPlan before, List<Reason> reasons) {
        return new ImportPlan(
                before.kind(),
                "LOAD".equals(mode) ? ImportPlan.Mode.LOAD : ImportPlan.Mode.TRY,
                text(source).isEmpty() ? before.source() : text(source),
                before.organ(),
                headings(),
                columns(reasons),
                orNull(text(column)),
                date(reasons),
                oldSite(reasons));
    }

    private Map<String, Field> headings() {
        Map<String, Field> headings = new LinkedHashMap<>();
        if (heading != null && field != null) {
            for (int i = 0; i < Math.min(heading.size(), field.size()); i++) {
                String name = heading.get(i);
                Field.of(field.get(i)).ifPresent(meant -> headings.put(name, meant));
            }
        }
        return headings;
    }

    /** A line for each: {@code 政策文件 = documents}. */
    private Map<String, String> columns(List<Reason> reasons) {
        Map<String, String> pairs = new LinkedHashMap<>();
        text(columns).lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            int sign = line.lastIndexOf('=');
            if (sign <= 0 || sign == line.length() - 1) {
                reasons.add(Reason.at("columns", "intake.form.columns.bad", line));
            } else {
                pairs.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        });
        return pairs;
    }

    private @Nullable LocalDate date(List<Reason> reasons) {
        String written = text(formedOn);
        try {
            return written.isEmpty() ? null : LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            reasons.add(Reason.at("formedOn", "disclosure.invalid.date", written));
            return null;
        }
    }

    private @Nullable String oldSite(List<Reason> reasons) {
        String written = text(oldSite);
        if (!written.isEmpty() && !written.matches("https?://[^\\s/]+(/\\S*)?")) {
            reasons.add(Reason.at("oldSite", "intake.form.oldSite.bad"));
        }
        return orNull(written);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
