package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Row;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;

/** Figures that cannot be counts: negative ones, and parts of a piece. */
final class FigureFindings {

    private final Scheme scheme;

    FigureFindings(Scheme scheme) {
        this.scheme = scheme;
    }

    List<Finding> of(Figures figures) {
        List<Finding> findings = new ArrayList<>();
        figures.byCell().forEach((cell, figure) -> {
            boolean money = unit(cell).contains("元");
            boolean change = cell.column().equals("change");
            boolean amount = cell.column().equals("amount");
            boolean fraction = figure.stripTrailingZeros().scale() > 0;
            if (figure.signum() < 0 && !change || fraction && !money && !amount) {
                findings.add(new Finding(
                        "count",
                        Severity.ERROR,
                        List.of(cell),
                        "",
                        TableFindings.text(figure),
                        Sentence.of("count", CellNames.of(scheme, cell), TableFindings.text(figure))));
            }
        });
        return findings;
    }

    private String unit(Cell cell) {
        return scheme.table(cell.table())
                .flatMap(table -> table.row(cell.row()))
                .map(Row::unit)
                .orElse("");
    }

    static boolean isPositive(BigDecimal figure) {
        return figure.signum() > 0;
    }
}
