package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Claim;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;

/** Growth over the year before: {@code 3646件,同比增长1.05%} against the figures of the report of that year. */
final class GrowthCheck {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern GROWTH = Pattern.compile("(" + NUMBER
            + ")(?:条|件|次|篇|个|人次|人|项|万元|元)[,、(]?(?:,)?(?:同比|比上年|较上年|与上年相比|比去年|较去年)(?:同期)?(增长|增加|上升|提高|下降|减少|降低|\\+|-)了?(?:约)?("
            + NUMBER + ")%");

    private final Scheme scheme;
    private final Figures figures;
    private final Figures yearBefore;

    GrowthCheck(Scheme scheme, Figures figures, Figures yearBefore) {
        this.scheme = scheme;
        this.figures = figures;
        this.yearBefore = yearBefore;
    }

    List<Finding> findings(String paragraph) {
        List<Finding> findings = new ArrayList<>();
        Matcher growth = GROWTH.matcher(paragraph);
        while (growth.find()) {
            BigDecimal now = new BigDecimal(growth.group(1));
            boolean less = growth.group(2).matches("下降|减少|降低|-");
            BigDecimal printed = new BigDecimal(growth.group(3));
            List<BigDecimal> before = figuresBefore(now);
            boolean explained = before.stream()
                    .filter(each -> each.signum() > 0)
                    .mapToDouble(each -> 100 * (now.doubleValue() / each.doubleValue() - 1) * (less ? -1 : 1))
                    .anyMatch(exact -> ProseFindings.isPrintedAs(exact, printed));
            if (!before.isEmpty() && !explained) {
                findings.add(finding(paragraph, growth, now, before.get(0)));
            }
        }
        return findings;
    }

    private static Finding finding(String paragraph, Matcher growth, BigDecimal now, BigDecimal before) {
        String exact = before.signum() == 0
                ? ""
                : String.format(java.util.Locale.ROOT, "%.2f%%", 100 * (now.doubleValue() / before.doubleValue() - 1));
        return new Finding(
                "growth",
                Severity.ERROR,
                List.of(),
                exact,
                growth.group(3) + "%",
                Sentence.of(
                        "growth",
                        Quotation.around(paragraph, growth.start(), growth.end()),
                        TableFindings.text(now),
                        TableFindings.text(before),
                        exact));
    }

    /** What stood a year before in the cells, or sums of cells, that now make {@code now}. */
    private List<BigDecimal> figuresBefore(BigDecimal now) {
        List<BigDecimal> before = new ArrayList<>();
        for (Claim claim : scheme.claims()) {
            for (List<Cell> cells : claim.meanings()) {
                if (cells.stream()
                                .allMatch(cell -> figures.at(cell).isPresent()
                                        && yearBefore.at(cell).isPresent())
                        && sum(cells, figures).compareTo(now) == 0) {
                    before.add(sum(cells, yearBefore));
                }
            }
        }
        for (Map.Entry<Cell, BigDecimal> entry : figures.byCell().entrySet()) {
            BigDecimal then = yearBefore.byCell().get(entry.getKey());
            if (then != null && entry.getValue().compareTo(now) == 0) {
                before.add(then);
            }
        }
        return before;
    }

    private static BigDecimal sum(List<Cell> cells, Figures of) {
        return cells.stream()
                .map(cell -> of.byCell().get(cell))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
