package org.yangguang.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Label;

/**
 * What the text of a report may refer to: the cells of its form as {@code table.row.column}, indicators by their name, and the words
 * {@code organ} and {@code year}.
 *
 * @param yearBefore the cells of the year before, where they are known
 */
public record Known(String organ, int year, Figures figures, Figures yearBefore, List<Indicator> indicators) {

    public Known {
        indicators = List.copyOf(indicators);
    }

    public Optional<BigDecimal> figure(String reference) {
        return named(reference)
                .flatMap(indicator -> indicator instanceof Indicator.Figure figure
                        ? Optional.of(figure.value())
                        : Optional.<BigDecimal>empty())
                .or(() -> Cell.parse(reference).flatMap(figures::at));
    }

    public Optional<BigDecimal> before(String reference) {
        return Cell.parse(reference).flatMap(yearBefore::at);
    }

    public Optional<Indicator.Parts> parts(String reference) {
        return named(reference)
                .flatMap(indicator ->
                        indicator instanceof Indicator.Parts parts ? Optional.of(parts) : Optional.empty());
    }

    public Optional<String> word(String reference) {
        return switch (reference) {
            case "organ" -> Optional.of(organ);
            case "year" -> Optional.of(String.valueOf(year));
            default -> Optional.empty();
        };
    }

    /** Every figure that could be meant by a number, by its reference. */
    public Map<String, BigDecimal> all() {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        indicators.forEach(indicator -> {
            if (indicator instanceof Indicator.Figure figure) {
                all.put(figure.name(), figure.value());
            }
        });
        figures.byCell().forEach((cell, figure) -> all.put(cell.toString(), figure));
        return all;
    }

    private Optional<Indicator> named(String reference) {
        return indicators.stream()
                .filter(indicator -> indicator.name().equals(reference))
                .findFirst();
    }

    /** A figure outside the form that a report may name. */
    public sealed interface Indicator {

        /** By which texts refer to it: lower case with dots, {@code items.own}. */
        String name();

        Label label();

        record Figure(String name, Label label, BigDecimal value) implements Indicator {}

        /** Figures that make up a whole, such as the information of a year by category. */
        record Parts(String name, Label label, String unit, List<Part> parts) implements Indicator {

            public Parts {
                parts = List.copyOf(parts);
            }
        }

        record Part(String label, BigDecimal value) {}
    }
}
