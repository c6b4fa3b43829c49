package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

/** Compares what prose says of the tables with the tables. Sentences about a part of the organs or another year are let be. */
final class ClaimCheck {

    private static final Pattern OTHER_SCOPE = Pattern.compile(
            "本级|办公室|(?<![我本全])(?:局|委|院|中心)|其中|上年|去年|上一年|同期|部门|单位|街道|机关本身|[0-9]月|季度|半年|年来|近[两二三四五]年|截至|历年|以来|网站|平台|接到的");

    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");

    private final Scheme scheme;
    private final Figures figures;
    private final Optional<Integer> year;
    private final Optional<String> organ;

    /** @param prose says whose report it is and for which year */
    ClaimCheck(Scheme scheme, Figures figures, Prose prose) {
        this.scheme = scheme;
        this.figures = figures;
        this.year = prose.year();
        this.organ = prose.organ();
    }

    List<Finding> findings(String paragraph) {
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : scheme.claims()) {
            Matcher matcher = claim.pattern().matcher(paragraph);
            while (matcher.find()) {
                String clause = paragraph.substring(startOfSentence(paragraph, matcher.start()), matcher.end());
                String scope = claim.regardless().matcher(clause).replaceAll("");
                String others = organ.map(each -> scope.replace(each, "")).orElse(scope);
                if (!OTHER_SCOPE.matcher(others).find() && !isOfAnotherYear(clause)) {
                    finding(claim, matcher, paragraph).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private boolean isOfAnotherYear(String clause) {
        Optional<Integer> last = YEAR.matcher(clause)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .reduce((first, second) -> second);
        return last.isPresent() && year.isPresent() && !last.equals(year);
    }

    private static int startOfSentence(String text, int at) {
        int start = Math.max(text.lastIndexOf('。', at), Math.max(text.lastIndexOf(';', at), text.lastIndexOf(':', at)));
        return Math.max(start + 1, 0);
    }

    private Optional<Finding> finding(Claim claim, Matcher matcher, String paragraph) {
        BigDecimal said = new BigDecimal(matcher.group(1));
        List<BigDecimal> meant = claim.meanings().stream()
                .map(this::sum)
                .flatMap(Optional::stream)
                .toList();
        boolean unknown = meant.size() < claim.meanings().size();
        if (unknown || meant.isEmpty() || meant.stream().anyMatch(each -> each.compareTo(said) == 0)) {
            return Optional.empty();
        }
        String expected = String.join(
                " / ", meant.stream().map(TableFindings::text).distinct().toList());
        return Optional.of(new Finding(
                claim.rule(),
                Severity.ERROR,
                claim.meanings().get(0),
                expected,
                TableFindings.text(said),
                Sentence.of(
                        "claim",
                        Quotation.around(paragraph, matcher.start(), matcher.end()),
                        TableFindings.text(said),
                        expected)));
    }

    private Optional<BigDecimal> sum(List<Cell> cells) {
        List<BigDecimal> known = cells.stream()
                .map(cell -> figures.byCell().get(cell))
                .filter(Objects::nonNull)
                .toList();
        return known.size() < cells.size()
                ? Optional.empty()
                : Optional.of(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
