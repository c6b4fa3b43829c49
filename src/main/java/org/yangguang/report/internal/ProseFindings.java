package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yangguang.report.Finding;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Scheme;

/**
 * Compares the sentences of a report with its tables and with themselves. A sentence is only found fault with when no reading
 * of it is right.
 */
final class ProseFindings {

    private final Scheme scheme;
    private final Figures figures;
    private final Figures yearBefore;
    private final Patience patience;

    ProseFindings(Scheme scheme, Figures figures, Figures yearBefore, Patience patience) {
        this.patience = patience;
        this.scheme = scheme;
        this.figures = figures;
        this.yearBefore = yearBefore;
    }

    List<Finding> of(Prose prose) {
        List<Finding> findings = new ArrayList<>();
        ClaimCheck claims = new ClaimCheck(scheme, figures, prose);
        GrowthCheck growth = new GrowthCheck(scheme, figures, yearBefore);
        PercentageCheck percentages = new PercentageCheck(scheme, figures);
        for (int i = 0; i < prose.paragraphs().size(); i++) {
            patience.check();
            String paragraph = prose.paragraphs().get(i);
            List<String> before = prose.paragraphs().subList(Math.max(0, i - 4), i);
            Stream.of(
                            claims.findings(paragraph),
                            SumCheck.findings(paragraph),
                            percentages.findings(paragraph, before),
                            growth.findings(paragraph),
                            RateCheck.findings(paragraph))
                    .forEach(findings::addAll);
        }
        return findings;
    }

    /** Whether {@code printed} is {@code exact}, rounded or cut off at the digits that are printed. */
    static boolean isPrintedAs(double exact, BigDecimal printed) {
        double unit = Math.pow(10, -Math.max(printed.scale(), 0));
        return Math.abs(exact - printed.doubleValue()) < unit;
    }
}
