package org.yangguang.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement with its figures.
 *
 * @param statement empty while it is live
 * @param computed what was counted, brought forward or added up; a cell that nothing counts is missing
 * @param figures what the statement says: the entered figures where they were approved, the computed ones elsewhere
 * @param before figures of the period before, from its frozen statement or the opening one that was taken in
 * @param entries those that hold or wait
 * @param contradictions broken rules
 * @param reasons given for warnings, by fingerprint
 */
public record StatementPicture(
        StatementKey key,
        Scheme scheme,
        Optional<Statement> statement,
        Figures computed,
        Figures figures,
        Figures before,
        List<Entry> entries,
        List<Contradiction> contradictions,
        Map<String, String> reasons) {

    public StatementPicture {
        entries = List.copyOf(entries);
        contradictions = List.copyOf(contradictions);
        reasons = Map.copyOf(reasons);
    }

    public StatementState state() {
        return statement.map(Statement::state).orElse(StatementState.LIVE);
    }

    public Optional<Entry> entry(Cell cell) {
        return entries.stream().filter(entry -> entry.cell().equals(cell)).findFirst();
    }

    public List<Contradiction> errors() {
        return contradictions.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    public List<Contradiction> warnings() {
        return contradictions.stream()
                .filter(each -> each.severity() == Severity.WARNING)
                .toList();
    }

    public List<Contradiction> unexplained() {
        return warnings().stream()
                .filter(each -> !reasons.containsKey(each.fingerprint()))
                .toList();
    }

    /** The rules that a cell is concerned in. */
    public List<Contradiction> of(Cell cell) {
        return contradictions.stream()
                .filter(each -> each.cells().contains(cell))
                .toList();
    }

    /** How much more or less than in the period before; empty when one of them is unknown. */
    public Optional<BigDecimal> change(Cell cell) {
        return figures.at(cell).flatMap(now -> before.at(cell).map(now::subtract));
    }
}
