package org.yangguang.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yangguang.report.internal.ReportTemplate.Chapter;
import org.yangguang.report.internal.ReportTemplate.Chart;
import org.yangguang.report.internal.ReportTemplate.Comparison;
import org.yangguang.report.internal.ReportTemplate.Condition;
import org.yangguang.report.internal.ReportTemplate.Passage;

/** The shipped templates, one for each form; a wrong one stops the program at its start. */
@Component
public class ReportTemplates {

    private static final List<String> SHIPPED = List.of("2014", "2019", "2021");
    private static final Pattern CONDITION = Pattern.compile("(\\S+) (=|>) (\\d{1,9})");

    private final Map<String, ReportTemplate> byScheme = new LinkedHashMap<>();

    ReportTemplates() {
        SHIPPED.forEach(scheme -> byScheme.put(scheme, read(scheme)));
    }

    public Optional<ReportTemplate> of(String scheme) {
        return Optional.ofNullable(byScheme.get(scheme));
    }

    /** Forms for which there is a template. */
    public Set<String> schemes() {
        return Set.copyOf(byScheme.keySet());
    }

    private static ReportTemplate read(String scheme) {
        String file = "/reports/" + scheme + ".yaml";
        try (InputStream bytes = ReportTemplates.class.getResourceAsStream(file)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(bytes);
            if (!(root instanceof Map<?, ?> map)) {
                throw new IllegalStateException(file + " is missing or empty");
            }
            return new ReportTemplate(
                    scheme,
                    text(map, "title", file),
                    passages(map.get("preface"), file),
                    list(map.get("chapters")).stream()
                            .map(each -> chapter(each, file))
                            .toList(),
                    list(map.get("charts")).stream()
                            .map(each -> chart(each, file))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Chapter chapter(Object part, String file) {
        if (!(part instanceof Map<?, ?> map)) {
            throw new IllegalStateException(file + ": a chapter is expected instead of " + part);
        }
        return new Chapter(
                text(map, "code", file),
                text(map, "title", file),
                passages(map.get("text"), file),
                list(map.get("forms")).stream().map(String::valueOf).toList());
    }

    private static Chart chart(Object part, String file) {
        if (!(part instanceof Map<?, ?> map)) {
            throw new IllegalStateException(file + ": a chart is expected instead of " + part);
        }
        return new Chart(
                text(map, "title", file),
                text(map, "table", file),
                text(map, "column", file),
                list(map.get("rows")).stream().map(String::valueOf).toList());
    }

    private static List<Passage> passages(@Nullable Object part, String file) {
        List<Passage> passages = new ArrayList<>();
        for (Object each : list(part)) {
            if (each instanceof Map<?, ?> map) {
                passages.add(new Passage(text(map, "say", file), condition(text(map, "when", file), file)));
            } else {
                passages.add(new Passage(String.valueOf(each), null));
            }
        }
        return passages;
    }

    private static Condition condition(String text, String file) {
        Matcher condition = CONDITION.matcher(text);
        if (!condition.matches()) {
            throw new IllegalStateException(file + ": \"" + text + "\" is no condition such as \"main.7.year = 0\"");
        }
        return new Condition(
                condition.group(1),
                condition.group(2).equals("=") ? Comparison.EQUAL : Comparison.MORE,
                Integer.parseInt(condition.group(3)));
    }

    private static List<?> list(@Nullable Object part) {
        return part instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> map, String name, String file) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalStateException(file + ": \"" + name + "\" is missing in " + map.keySet());
        }
        return String.valueOf(value);
    }
}
