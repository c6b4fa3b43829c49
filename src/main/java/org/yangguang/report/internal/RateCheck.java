package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Severity;

/**
 * Rates of a sentence that names both of their figures: {@code 受理申请10件,答复9件,答复率100%}. A sentence that speaks of what was carried over, or of what
 * is not due yet, is let be.
 */
final class RateCheck {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern RATE = Pattern.compile("(?:答复|办结|回复|办理)率(?:均|已)?(?:达到?|为|是)?了?:?(" + NUMBER + ")%");
    private static final Pattern RECEIVED = Pattern.compile("(?:收到|受理|接收|接到|新收)[^0-9,。;、]{0,16}([0-9]+)件");
    private static final Pattern ANSWERED =
            Pattern.compile("(?:答复|办结|回复)(?:了|完毕|申请|数量|数|共|为)*([0-9]+)件|([0-9]+)件(?:均|都|已|全部|按时|按期)*(?:答复|办结|回复)");
    private static final Pattern MORE = Pattern.compile("结转|到期|正在|尚|在办|期限内|撤回|撤销|延期|其余|不予受理|转[办交]|上年|去年|建议|提案|累计");

    private RateCheck() {}

    static List<Finding> findings(String paragraph) {
        List<Finding> findings = new ArrayList<>();
        for (String sentence : paragraph.split("[。;]")) {
            Matcher rate = RATE.matcher(sentence);
            Matcher received = RECEIVED.matcher(sentence);
            Matcher answered = ANSWERED.matcher(sentence);
            boolean one = sentence.indexOf('%') == sentence.lastIndexOf('%');
            if (one
                    && rate.find()
                    && received.find()
                    && answered.find()
                    && !MORE.matcher(sentence).find()) {
                double all = Double.parseDouble(received.group(1));
                double done = Double.parseDouble(answered.group(1) == null ? answered.group(2) : answered.group(1));
                BigDecimal printed = new BigDecimal(rate.group(1));
                boolean more = received.find() || answered.find();
                if (!more && all > 0 && !ProseFindings.isPrintedAs(100 * done / all, printed)) {
                    findings.add(finding(sentence, rate, done, all, printed));
                }
            }
        }
        return findings;
    }

    private static Finding finding(String sentence, Matcher rate, double done, double all, BigDecimal printed) {
        String exact = String.format(java.util.Locale.ROOT, "%.2f%%", 100 * done / all);
        return new Finding(
                "rate",
                Severity.WARNING,
                List.of(),
                exact,
                printed + "%",
                Sentence.of(
                        "rate",
                        Quotation.around(sentence, rate.start(), rate.end()),
                        TableFindings.text(BigDecimal.valueOf(done)),
                        TableFindings.text(BigDecimal.valueOf(all)),
                        exact));
    }
}
