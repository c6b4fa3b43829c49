package org.yangguang.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        picture.ifPresent(each -> {
            if (!duties.drafts(officer, key.organ())) {
                reasons.add(Refusal.of("role"));
            }
            if (!each.scheme().cells().contains(cell)) {
                reasons.add(Refusal.of("cell"));
            } else if (!StatementDesk.isFigure(value)
                    || value.signum() < 0 && !each.scheme().mayFall(cell)
                    || each.scheme().countsWholeThings(cell)
                            && value.stripTrailingZeros().scale() > 0) {
                reasons.add(Refusal.of("figure"));
            }
        });
        reasons.addAll(words(reason));
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Statement statement = picture.flatMap(StatementPicture::statement).orElseThrow();
        BigDecimal computed = picture.get().computed().at(cell).orElse(null);
        Instant now = clock.instant();
        if (!table.touch(statement, now)) {
            return StatementOutcome.refused("quicker");
        }
        figures.enter(statement.id(), cell, computed, value, reason.strip(), officer, now);
        audit.record(
                "statement.figure-entered",
                StatementDesk.subject(statement.id()),
                cell + " " + computed,
                cell + " " + value + " " + reason.strip());
        return new StatementOutcome.Done(key);
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
        Optional<StatementPicture> picture = statements.picture(key);
        List<Refusal> reasons = against(picture, version);
        if (!duties.approves(officer, key.organ())) {
            reasons.add(Refusal.of("approver"));
        }
        Optional<Entry> waiting = picture.flatMap(each -> each.entries().stream()
                .filter(candidate -> candidate.id() == entry && candidate.waits())
                .findFirst());
        if (waiting.isEmpty()) {
            reasons.add(Refusal.of("no-entry"));
        } else if (waiting.get().by().equals(officer.id())) {
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
        figures.decide(statement.id(), entry, decision == Decision.APPROVE, officer, now);
        audit.record(
                decision == Decision.APPROVE ? "statement.figure-approved" : "statement.figure-declined",
                StatementDesk.subject(statement.id()),
                null,
                Objects.requireNonNull(waiting.orElseThrow()).toString());
        return new StatementOutcome.Done(key);
    }

    /** What becomes of an entered figure. */
    public enum Decision {
        APPROVE,
        DECLINE
    }

    /** Says why a figure is right although a rule warns of it. */
    @Transactional
    public StatementOutcome explain(
            Officer officer, StatementKey key, int version, String fingerprint, String reason) {
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
