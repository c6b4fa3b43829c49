package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Claim;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;

/**
 * Growth over the year before: {@code 3646件,同比增长1.05%} against the figures of the report of that year, and against the figure of that year where
 * the sentence names it.
 */
final class GrowthCheck {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final String UNIT = "(?:条|件|次|篇|个|人次|人|项|万元|元)";
    private static final String OVER = "(?:同比|比上年|较上年|与上年相比|比去年|较去年)(?:同期)?(?:相比)?,?";
    private static final String CHANGE = "(增长|增加|上升|提高|下降|减少|降低|\\+|-)了?(?:约)?(" + NUMBER + ")";
    private static final Pattern GROWTH =
            Pattern.compile("(" + NUMBER + ")(" + UNIT + ")[,、(]*" + OVER + CHANGE + "(%|\\2)");

    private static final Pattern SHARE_OF_GROWTH = Pattern.compile(CHANGE + "%");
    private static final Pattern BASE_NAMED =
            Pattern.compile("(?:上年|去年|上一年度?)(?:同期)?(?:的|为|是|共)?[^0-9,。;%增减升降提多少]{0,8}(" + NUMBER + ")(" + UNIT + ")");

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
            BigDecimal printed = new BigDecimal(growth.group(4));
            boolean less = isLess(growth.group(3));
            boolean relative = growth.group(5).equals("%");
            List<BigDecimal> before = figuresBefore(now);
            boolean explained = before.stream().anyMatch(each -> explains(each, now, printed, less, relative));
            if (!before.isEmpty() && !explained) {
                findings.add(finding(paragraph, growth, now, before.get(0), printed + growth.group(5)));
            }
        }
        for (String sentence : paragraph.split("[。;]")) {
            withinSentence(sentence).ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean isLess(String change) {
        return change.matches("下降|减少|降低|-");
    }

    private static boolean explains(
            BigDecimal before, BigDecimal now, BigDecimal printed, boolean less, boolean relative) {
        if (!relative) {
            return now.subtract(before)
                            .multiply(BigDecimal.valueOf(less ? -1 : 1))
                            .compareTo(printed)
                    == 0;
        }
        return before.signum() > 0
                && ProseFindings.isPrintedAs(
                        100 * (now.doubleValue() / before.doubleValue() - 1) * (less ? -1 : 1), printed);
    }

    /** A sentence that names the figure of the year before, one of this year and one rate: no two of its figures may give the rate. */
    private static Optional<Finding> withinSentence(String sentence) {
        Matcher rate = SHARE_OF_GROWTH.matcher(sentence);
        Matcher base = BASE_NAMED.matcher(sentence);
        if (!rate.find() || !base.find() || sentence.indexOf('%') != sentence.lastIndexOf('%')) {
            return Optional.empty();
        }
        BigDecimal before = new BigDecimal(base.group(1));
        BigDecimal printed = new BigDecimal(rate.group(2));
        List<BigDecimal> numbers = Pattern.compile("(?<![0-9.])(" + NUMBER + ")" + base.group(2))
                .matcher(sentence)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .toList();
        List<BigDecimal> others =
                numbers.stream().filter(each -> each.compareTo(before) != 0).toList();
        boolean less = isLess(rate.group(1));
        boolean explained = numbers.stream()
                .anyMatch(from -> numbers.stream().anyMatch(to -> explains(from, to, printed, less, true)));
        return explained || others.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(sentence, rate, others.get(0), before, printed + "%"));
    }

    private static Finding finding(
            String paragraph, Matcher growth, BigDecimal now, BigDecimal before, String printed) {
        String exact = printed.endsWith("%")
                ? before.signum() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.2f%%", 100 * (now.doubleValue() / before.doubleValue() - 1))
                : TableFindings.text(now.subtract(before));
        return new Finding(
                "growth",
                Severity.ERROR,
                List.of(),
                exact,
                printed,
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
