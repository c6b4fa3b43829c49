package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Severity;

/**
 * Sums that prose draws up itself: {@code 119=47+28+44}, {@code 3607件:市政府349 各部门933 …}, {@code 10件,其中…4件,其余6件}.
 */
final class SumCheck {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final String UNIT = "(?:条|件|次|篇|个|人次|人|项|万元|元|期|处|家|起|份)";
    private static final Pattern EQUATION =
            Pattern.compile("(" + NUMBER + ")" + UNIT + "?(?:\\([^()]*\\))?=((?:[^=+;;。]*?" + NUMBER
                    + "[^=+;;。,]*\\+){1,60}[^=+;;。]*?" + NUMBER + ")(?![0-9.]|[^=+;;。,]*\\+)");
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?<![0-9.])(" + NUMBER + ")");
    private static final Pattern LIST = Pattern.compile("(" + NUMBER + ")(" + UNIT
            + ")(?:\\([^()]*\\))?:((?:\\s*[^0-9,。;:、%()=+]{2,16}" + NUMBER + "\\s*(?:\\2)?[ 、,]?){3,60})(?=[;。]|$)");
    private static final Pattern OF_WHICH =
            Pattern.compile("(" + NUMBER + ")(" + UNIT + ")[,。;](?:其中)[,:]?([^。;]{4,160})");

    /** Amounts and pieces: {@code 25件2950元(420/1+290/2+…)}. */
    private static final Pattern PAIRS =
            Pattern.compile("([0-9]+)件,?([0-9]+)元\\(((?:[0-9]+/[0-9]+\\+){1,60}[0-9]+/[0-9]+)\\)");

    /** The same information may be published in several ways. */
    private static final Pattern CHANNEL = Pattern.compile("网站|微博|微信|公报|平台|报纸|电视|媒体|客户端|公众号");

    private static final Pattern NOT_ALL = Pattern.compile("其中|包括|累计|历年|上年|去年|同比|占|截至|%|20[0-9]{2}年");

    private SumCheck() {}

    static List<Finding> findings(String paragraph) {
        List<Finding> findings = new ArrayList<>();
        equations(paragraph, findings);
        lists(paragraph, findings);
        parts(paragraph, findings);
        pairs(paragraph, findings);
        return findings;
    }

    private static void equations(String paragraph, List<Finding> findings) {
        Matcher matcher = EQUATION.matcher(paragraph);
        while (matcher.find()) {
            List<BigDecimal> terms = new ArrayList<>();
            for (String term : matcher.group(2).replaceAll("\\([^()]*\\)", "").split("\\+")) {
                firstNumber(term).ifPresent(terms::add);
            }
            compare(paragraph, matcher, terms).ifPresent(findings::add);
        }
    }

    private static void lists(String paragraph, List<Finding> findings) {
        Matcher matcher = LIST.matcher(paragraph);
        while (matcher.find()) {
            if (CHANNEL.matcher(matcher.group(3)).find()
                    || NOT_ALL.matcher(matcher.group(3)).find()) {
                continue;
            }
            List<BigDecimal> terms = new ArrayList<>();
            Matcher numbers = NUMBER_FIRST.matcher(matcher.group(3));
            while (numbers.find()) {
                terms.add(new BigDecimal(numbers.group(1)));
            }
            compare(paragraph, matcher, terms).ifPresent(findings::add);
        }
    }

    /** Parts are only compared when they are said to be all: the rest is named, or both kinds of applicants are. */
    private static void parts(String paragraph, List<Finding> findings) {
        Matcher matcher = OF_WHICH.matcher(paragraph);
        while (matcher.find()) {
            String parts = matcher.group(3);
            boolean nested = parts.contains("其中") || parts.contains("包括") || parts.contains("(");
            boolean all = parts.matches(".*(?:其余|剩余|其他).*")
                    || parts.contains("自然人") && parts.contains("法人")
                    || parts.contains("新收") && parts.contains("结转")
                    || parts.contains("本级") && parts.matches(".*(?:部门|街道|乡镇|下级).*");
            if (nested || NOT_ALL.matcher(parts).find()) {
                continue;
            }
            List<BigDecimal> terms = new ArrayList<>();
            Matcher numbers = Pattern.compile("(?<![0-9.])(" + NUMBER + ")" + matcher.group(2))
                    .matcher(parts);
            while (numbers.find()) {
                terms.add(new BigDecimal(numbers.group(1)));
            }
            if (all && !CHANNEL.matcher(parts).find()) {
                compare(paragraph, matcher, terms).ifPresent(findings::add);
            } else {
                larger(paragraph, matcher, terms).ifPresent(findings::add);
            }
        }
    }

    /** No part is more than the whole, whether or not all parts are named. */
    private static Optional<Finding> larger(String paragraph, Matcher matcher, List<BigDecimal> parts) {
        BigDecimal whole = new BigDecimal(matcher.group(1));
        return parts.stream()
                .filter(part -> part.compareTo(whole) > 0)
                .findFirst()
                .map(part -> {
                    String most = TableFindings.text(whole);
                    String found = TableFindings.text(part);
                    return new Finding(
                            "prose-part",
                            Severity.ERROR,
                            List.of(),
                            most,
                            found,
                            Sentence.of(
                                    "prose-part",
                                    Quotation.around(paragraph, matcher.start(), matcher.end()),
                                    found,
                                    most));
                });
    }

    private static void pairs(String paragraph, List<Finding> findings) {
        Matcher matcher = PAIRS.matcher(paragraph);
        while (matcher.find()) {
            List<BigDecimal> amounts = new ArrayList<>();
            List<BigDecimal> pieces = new ArrayList<>();
            for (String pair : matcher.group(3).split("\\+")) {
                amounts.add(new BigDecimal(pair.substring(0, pair.indexOf('/'))));
                pieces.add(new BigDecimal(pair.substring(pair.indexOf('/') + 1)));
            }
            compare(paragraph, matcher, new BigDecimal(matcher.group(2)), amounts)
                    .ifPresent(findings::add);
            compare(paragraph, matcher, new BigDecimal(matcher.group(1)), pieces)
                    .ifPresent(findings::add);
        }
    }

    private static Optional<BigDecimal> firstNumber(String term) {
        Matcher matcher = NUMBER_FIRST.matcher(term);
        return matcher.find() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Finding> compare(String paragraph, Matcher matcher, List<BigDecimal> terms) {
        return compare(paragraph, matcher, new BigDecimal(matcher.group(1)), terms);
    }

    private static Optional<Finding> compare(
            String paragraph, Matcher matcher, BigDecimal whole, List<BigDecimal> terms) {
        BigDecimal sum = terms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (terms.size() < 2 || sum.compareTo(whole) == 0) {
            return Optional.empty();
        }
        String expected = TableFindings.text(sum);
        String found = TableFindings.text(whole);
        return Optional.of(new Finding(
                "prose-sum",
                Severity.ERROR,
                List.of(),
                expected,
                found,
                Sentence.of(
                        "prose-sum",
                        Quotation.around(paragraph, matcher.start(), matcher.end()),
                        found,
                        String.join("＋", terms.stream().map(TableFindings::text).toList()),
                        expected)));
    }
}
