package org.yangguang.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yangguang.report.Finding;
import org.yangguang.report.Sentence;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Figures;
import org.yangguang.statistics.Label;
import org.yangguang.statistics.Relation;
import org.yangguang.statistics.Relation.Comparison;
import org.yangguang.statistics.Relation.Sign;
import org.yangguang.statistics.Relation.Term;
import org.yangguang.statistics.Relation.Year;
import org.yangguang.statistics.Scheme;
import org.yangguang.statistics.Verdict;

/** Says which relations of the tables are broken. */
final class TableFindings {

    private final Scheme scheme;
    private final Figures figures;
    private final Figures figuresBefore;

    TableFindings(Scheme scheme, Figures figures, Figures figuresBefore) {
        this.scheme = scheme;
        this.figures = figures;
        this.figuresBefore = figuresBefore;
    }

    List<Finding> of(List<Verdict> verdicts) {
        List<Finding> findings = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Broken broken) {
                findings.add(finding(broken));
            }
        }
        return findings;
    }

    private Finding finding(Verdict.Broken broken) {
        Relation relation = broken.relation();
        List<Cell> cells = new ArrayList<>(relation.left());
        relation.right().stream()
                .filter(term -> term.year() == Year.THIS)
                .map(Term::cell)
                .forEach(cells::add);
        String expected = text(broken.expected());
        String found = text(broken.found());
        String key = relation.comparison() == Comparison.EQUAL ? "relation.equal" : "relation.at-most";
        Sentence sentence = Sentence.of(key, left(relation), found, expected, right(relation), relation.source());
        return new Finding(relation.rule(), relation.severity(), cells, expected, found, sentence);
    }

    private Label left(Relation relation) {
        List<Label> names =
                relation.left().stream().map(cell -> CellNames.of(scheme, cell)).toList();
        return new Label(
                String.join("＋", names.stream().map(Label::zh).toList()),
                String.join(" + ", names.stream().map(Label::en).toList()));
    }

    /** The terms with their figures, each called by what tells it from the others: its row or its column. */
    private Label right(Relation relation) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        boolean sameRow = relation.right().stream()
                .allMatch(
                        term -> term.cell().row().equals(relation.left().get(0).row()));
        for (Term term : relation.right()) {
            Label name = sameRow ? CellNames.column(scheme, term.cell()) : CellNames.row(scheme, term.cell());
            boolean before = term.year() == Year.BEFORE;
            String figure = (before ? figuresBefore : figures)
                    .at(term.cell())
                    .map(TableFindings::text)
                    .orElse("?");
            boolean minus = term.sign() == Sign.MINUS;
            zh.append(zh.isEmpty() ? minus ? "－" : "" : minus ? "－" : "＋")
                    .append(before ? "上一年度" : "")
                    .append(name.zh())
                    .append(' ')
                    .append(figure);
            en.append(en.isEmpty() ? minus ? "- " : "" : minus ? " - " : " + ")
                    .append(name.en())
                    .append(before ? " of the year before " : " ")
                    .append(figure);
        }
        return new Label(zh.toString(), en.toString());
    }

    static String text(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
