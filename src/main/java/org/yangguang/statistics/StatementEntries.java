package org.yangguang.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.statistics.StatementOutcome.Refusal;
import org.yangguang.statistics.internal.FigureTable;
import org.yangguang.statistics.internal.StatementTable;

/**
 * Enters figures beside the counted ones, each with a reason and held back until another officer approves it, and reasons for
 * warnings. A counted figure is never written over; what is entered can be dropped and stays in the history.
 */
@Service
public class StatementEntries {

    private final Statements statements;
    private final StatementTable table;
    private final FigureTable figures;
    private final StatementDuties duties;
    private final AuditTrail audit;
    private final Clock clock;

    StatementEntries(
            Statements statements,
            StatementTable table,
            FigureTable figures,
            StatementDuties duties,
            AuditTrail audit,
            Clock clock) {
        this.statements = statements;
        this.table = table;
        this.figures = figures;
        this.duties = duties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters a figure.
     *
     * @param value in the unit of the row
     */
    @Transactional
    public StatementOutcome enter(
            Officer officer, StatementKey key, int version, Cell cell, BigDecimal value, String reason) {
        return enterAll(officer, key, version, Map.of(cell, value), reason);
    }

    /** Enters several figures that have one reason. */
    @Transactional
    public StatementOutcome enterAll(
            Officer officer, StatementKey key, int version, Map<Cell, BigDecimal> values, String reason) {
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        if (!duties.drafts(officer, key.organ())) {
            reasons.add(Refusal.of("role"));
        }
        picture.ifPresent(each -> values.forEach(
                (cell, value) -> against(each.scheme(), cell, value).ifPresent(reasons::add)));
        reasons.addAll(words(reason));
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Statement statement = picture.flatMap(StatementPicture::statement).orElseThrow();
        Instant now = clock.instant();
        if (!table.touch(statement, now)) {
            return StatementOutcome.refused("quicker");
        }
        Figures counted = picture.orElseThrow().computed();
        values.forEach((cell, value) -> {
            BigDecimal computed = counted.at(cell).orElse(null);
            figures.enter(statement.id(), cell, computed, value, reason.strip(), officer, now);
            audit.record(
                    "statement.figure-entered",
                    StatementDesk.subject(statement.id()),
                    cell + " " + computed,
                    cell + " " + value + " " + reason.strip());
        });
        return new StatementOutcome.Done(key);
    }

    private static Optional<Refusal> against(Scheme scheme, Cell cell, BigDecimal value) {
        if (!scheme.cells().contains(cell)) {
            return Optional.of(Refusal.of("cell"));
        }
        boolean broken =
                scheme.countsWholeThings(cell) && value.stripTrailingZeros().scale() > 0;
        return !StatementDesk.isFigure(value) || value.signum() < 0 && !scheme.mayFall(cell) || broken
                ? Optional.of(Refusal.of("figure"))
                : Optional.empty();
    }

    /** Takes what was entered out of a cell, so that the counted figure holds again. */
    @Transactional
    public StatementOutcome drop(Officer officer, StatementKey key, int version, Cell cell) {
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        if (!duties.drafts(officer, key.organ())) {
            reasons.add(Refusal.of("role"));
        }
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Statement statement = picture.flatMap(StatementPicture::statement).orElseThrow();
        Instant now = clock.instant();
        if (!figures.drop(statement.id(), cell, now)) {
            return StatementOutcome.refused("no-entry");
        }
        if (!table.touch(statement, now)) {
            throw new IllegalStateException("the statement was changed while it was held");
        }
        audit.record("statement.figure-dropped", StatementDesk.subject(statement.id()), cell.toString(), null);
        return new StatementOutcome.Done(key);
    }

    /** Approves or declines what another officer has entered. */
    @Transactional
    public StatementOutcome decide(Officer officer, StatementKey key, int version, long entry, Decision decision) {
        return decide(officer, key, version, each -> each.id() == entry, decision);
    }

    /** Approves or declines everything that waits. */
    @Transactional
    public StatementOutcome decideAll(Officer officer, StatementKey key, int version, Decision decision) {
        return decide(officer, key, version, each -> true, decision);
    }

    private StatementOutcome decide(
            Officer officer, StatementKey key, int version, Predicate<Entry> wanted, Decision decision) {
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        if (!duties.approves(officer, key.organ())) {
            reasons.add(Refusal.of("approver"));
        }
        List<Entry> waiting = picture.map(StatementPicture::entries).orElse(List.of()).stream()
                .filter(each -> each.waits() && wanted.test(each))
                .toList();
        if (waiting.isEmpty()) {
            reasons.add(Refusal.of("no-entry"));
        }
        if (waiting.stream().anyMatch(each -> each.by().equals(officer.id()))) {
            reasons.add(Refusal.of("own-entry"));
        }
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Statement statement = picture.flatMap(StatementPicture::statement).orElseThrow();
        Instant now = clock.instant();
        if (!table.touch(statement, now)) {
            return StatementOutcome.refused("quicker");
        }
        for (Entry each : waiting) {
            figures.decide(statement.id(), each.id(), decision == Decision.APPROVE, officer, now);
            audit.record(
                    decision == Decision.APPROVE ? "statement.figure-approved" : "statement.figure-declined",
                    StatementDesk.subject(statement.id()),
                    null,
                    each.toString());
        }
        return new StatementOutcome.Done(key);
    }

    /** What becomes of an entered figure. */
    public enum Decision {
        APPROVE,
        DECLINE
    }

    /** Says why a figure is right although a rule warns of it. */
    @Transactional
    public StatementOutcome explain(Officer officer, StatementKey key, int version, String fingerprint, String reason) {
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        if (!duties.drafts(officer, key.organ())) {
            reasons.add(Refusal.of("role"));
        }
        if (picture.isPresent()
                && picture.get().warnings().stream()
                        .noneMatch(each -> each.fingerprint().equals(fingerprint))) {
            reasons.add(Refusal.of("no-warning"));
        }
        reasons.addAll(words(reason));
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Statement statement = picture.flatMap(StatementPicture::statement).orElseThrow();
        Instant now = clock.instant();
        if (!table.touch(statement, now)) {
            return StatementOutcome.refused("quicker");
        }
        table.reason(statement.id(), fingerprint, reason.strip(), officer, now);
        audit.record(
                "statement.warning-explained",
                StatementDesk.subject(statement.id()),
                null,
                fingerprint + ": " + reason.strip());
        return new StatementOutcome.Done(key);
    }

    private static List<Refusal> against(Optional<StatementPicture> picture, int version) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Statement> statement = picture.flatMap(StatementPicture::statement);
        if (statement.isEmpty()) {
            reasons.add(Refusal.of("nothing"));
        } else if (!statement.get().state().open()) {
            reasons.add(Refusal.of("closed"));
        } else if (statement.get().version() != version) {
            reasons.add(Refusal.of("quicker"));
        }
        return reasons;
    }

    private static List<Refusal> words(String reason) {
        if (reason.isBlank()) {
            return List.of(Refusal.of("reason"));
        }
        return reason.length() > StatementDesk.LONGEST_TEXT
                ? List.of(Refusal.of("long", StatementDesk.LONGEST_TEXT))
                : List.of();
    }
}
