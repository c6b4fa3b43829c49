package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Severity;

/** Shares: {@code 78条、占56.5%} must be a share of some figure that the report names nearby or in its tables. */
final class PercentageCheck {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern SHARE = Pattern.compile(
            "(" + NUMBER + ")(?:条|件|次|篇|个|人次|人|项|万元|元)[,、]?\\(?(?:约|共)?占([\\p{IsHan}]{0,12}?):?(" + NUMBER + ")%");

    /** A share of something else than what the report counts has a base that need not stand in it. */
    private static final Pattern OF_WHAT_IS_COUNTED = Pattern.compile("[主动公开申请答复办结理受收到政府信息全部总量数比例重约为其达件条的本年度]*");

    private static final Pattern ANY = Pattern.compile("(?<![0-9.])(" + NUMBER + ")(?![0-9.%])");

    private final List<BigDecimal> tableFigures;

    PercentageCheck(Scheme scheme, Figures figures) {
        this.tableFigures = scheme.relations().stream()
                .filter(PercentageCheck::isOfRows)
                .flatMap(relation -> Stream.concat(
                        relation.left().stream(),
                        relation.right().size() == 1
                                ? Stream.of(relation.right().get(0).cell())
                                : Stream.empty()))
                .distinct()
                .flatMap(cell -> figures.at(cell).stream())
                .toList();
    }

    /** Shares are shares of a whole: what other rows make up, or are part of. */
    private static boolean isOfRows(Relation relation) {
        return !relation.needsYearBefore()
                && relation.right().stream()
                        .noneMatch(term ->
                                term.cell().row().equals(relation.left().get(0).row()));
    }

    List<Finding> findings(String paragraph, List<String> before) {
        List<Finding> findings = new ArrayList<>();
        Matcher share = SHARE.matcher(paragraph);
        List<BigDecimal> bases = null;
        while (share.find()) {
            if (!OF_WHAT_IS_COUNTED.matcher(share.group(2)).matches()) {
                continue;
            }
            bases = bases == null ? bases(paragraph, before) : bases;
            double part = Double.parseDouble(share.group(1));
            BigDecimal printed = new BigDecimal(share.group(3));
            boolean explained = bases.stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .filter(base -> base >= part && base > 0)
                    .anyMatch(base -> ProseFindings.isPrintedAs(100 * part / base, printed));
            if (!explained) {
                findings.add(new Finding(
                        "percentage",
                        Severity.WARNING,
                        List.of(),
                        "",
                        printed + "%",
                        Sentence.of(
                                "percentage",
                                Quotation.around(paragraph, share.start(), share.end()),
                                share.group(1),
                                printed + "%")));
            }
        }
        return findings;
    }

    private List<BigDecimal> bases(String paragraph, List<String> before) {
        List<BigDecimal> bases = new ArrayList<>(tableFigures);
        Stream.concat(before.stream(), Stream.of(paragraph)).forEach(text -> {
            Matcher number = ANY.matcher(text);
            while (number.find()) {
                bases.add(new BigDecimal(number.group(1)));
            }
        });
        bases.add(SHARE.matcher(paragraph)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
        return bases;
    }
}
