package org.yangguang.statistics.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yangguang.statistics.Bound;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Severity;
import org.yangguang.statistics.Standing;
import org.yangguang.statistics.Table;

/** Bounds as scheme files write them: {@code zero} by law, a {@code band} of plausible figures, a {@code rate} with its base. */
final class BoundReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Table> tables;

    BoundReader(List<Table> tables) {
        this.tables = tables;
    }

    List<Bound> zeros(YamlPart file) {
        return file.parts("zero").stream().map(this::zero).toList();
    }

    List<Bound> bands(YamlPart file) {
        return file.parts("bands").stream().map(this::band).toList();
    }

    List<Bound> rates(YamlPart file) {
        return file.parts("rates").stream().map(this::rate).toList();
    }

    private Bound zero(YamlPart part) {
        part.knows(Set.of("rule", "cells", "unless", "severity", "source"));
        Set<Standing> unless = part.texts("unless").stream()
                .flatMap(text -> standing(text, part))
                .collect(Collectors.toSet());
        return new Bound.ZeroByLaw(
                part.text("rule"), cells("cells", part), unless, severity(part), part.text("source"));
    }

    private static java.util.stream.Stream<Standing> standing(String text, YamlPart part) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        List<Standing> found = java.util.Arrays.stream(Standing.values())
                .filter(each -> each.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            part.wrong("\"" + text + "\" is none of " + List.of(Standing.values()));
        }
        return found.stream();
    }

    private Bound band(YamlPart part) {
        part.knows(Set.of("rule", "cells", "least", "most", "from", "severity", "source"));
        return new Bound.Band(
                part.text("rule"),
                cells("cells", part),
                part.number("least", BigDecimal.ZERO),
                part.number("most", BigDecimal.ONE),
                part.number("from", BigDecimal.ONE),
                severity(part),
                part.text("source"));
    }

    private Bound rate(YamlPart part) {
        part.knows(Set.of("rule", "zh", "en", "part", "base", "most", "severity", "source"));
        return new Bound.Rate(
                part.text("rule"),
                new Label(part.text("zh"), part.text("en")),
                cells("part", part),
                cells("base", part),
                part.number("most", HUNDRED),
                severity(part),
                part.text("source"));
    }

    private List<Cell> cells(String name, YamlPart part) {
        if (part.texts(name).isEmpty()) {
            part.wrong("\"" + name + "\" is missing");
        }
        return part.texts(name).stream()
                .flatMap(text -> CellText.sum(text, tables, part).stream())
                .toList();
    }

    private static Severity severity(YamlPart part) {
        return part.oneOf(Severity.class, "severity");
    }
}
