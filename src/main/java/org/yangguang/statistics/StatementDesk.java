package org.yangguang.statistics;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.Sm3;
import org.yangguang.statistics.StatementOutcome.Refusal;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.statistics.StatementTransitions.Side;
import org.yangguang.statistics.internal.FigureTable;
import org.yangguang.statistics.internal.StatementTable;

/** Moves statements along {@link StatementTransitions} on behalf of officers; every move is in the audit chain. */
@Service
public class StatementDesk {

    static final int LONGEST_TEXT = 2_000;

    private final Statements statements;
    private final StatementTable table;
    private final FigureTable figures;
    private final StatementDuties duties;
    private final AuditTrail audit;
    private final Clock clock;

    StatementDesk(
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

    /** Begins the statement, so that figures can be entered and it can be submitted. */
    @Transactional
    public StatementOutcome begin(Officer officer, StatementKey key) {
        Optional<StatementPicture> picture = statements.picture(key);
        if (picture.isEmpty()) {
            return StatementOutcome.refused("nothing");
        }
        List<Refusal> reasons = new ArrayList<>();
        if (!duties.drafts(officer, key.organ())) {
            reasons.add(Refusal.of("role"));
        }
        if (!picture.get().scheme().isFor(key.period().year())) {
            reasons.add(Refusal.of("scheme", key.period().code()));
        }
        if (key.period().from().isAfter(LocalDate.now(clock))) {
            reasons.add(Refusal.of("future"));
        }
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Instant now = clock.instant();
        Optional<Long> begun = table.begin(key, StatementState.DRAFT, now);
        if (begun.isEmpty()) {
            return StatementOutcome.refused("begun");
        }
        table.step(begun.get(), Action.BEGIN.name(), StatementState.DRAFT, officer, "", null, now);
        audit.record("statement.begun", subject(begun.get()), null, key.toString());
        return new StatementOutcome.Done(key);
    }

    /**
     * Moves a statement.
     *
     * @param version that the officer saw
     * @param opinion asked for when it is returned
     */
    @Transactional
    public StatementOutcome move(Officer officer, StatementKey key, int version, Action action, String opinion) {
        Optional<StatementPicture> found = statements.picture(key);
        if (found.isEmpty() || found.get().statement().isEmpty()) {
            return StatementOutcome.refused("nothing");
        }
        StatementPicture picture = found.get();
        Statement statement = picture.statement().orElseThrow();
        Optional<StatementTransitions> move = StatementTransitions.of(statement.state(), action);
        if (move.isEmpty() || action == Action.BEGIN) {
            return StatementOutcome.refused("move");
        }
        String words = opinion.strip();
        List<Refusal> reasons = against(officer, picture, statement, version, move.get(), words);
        if (!reasons.isEmpty()) {
            return new StatementOutcome.Refused(reasons);
        }
        Instant now = clock.instant();
        StatementState to = move.get().to();
        String hash = to.open() ? null : hash(picture);
        boolean moved =
                table.move(statement, to, action == Action.SUBMIT ? officer.id() : statement.submittedBy(), hash, now);
        if (!moved) {
            return StatementOutcome.refused("quicker");
        }
        if (action == Action.SUBMIT) {
            figures.keep(statement.id(), picture.scheme().cells(), picture.computed(), picture.figures());
        } else if (to.open()) {
            figures.forget(statement.id());
        }
        table.step(statement.id(), action.name(), to, officer, words, hash, now);
        audit.record(
                "statement." + to.name().toLowerCase(java.util.Locale.ROOT),
                subject(statement.id()),
                statement.state() + " " + statement.contentHash(),
                to + " " + hash);
        return new StatementOutcome.Done(key);
    }

    private List<Refusal> against(
            Officer officer,
            StatementPicture picture,
            Statement statement,
            int version,
            StatementTransitions move,
            String opinion) {
        List<Refusal> reasons = new ArrayList<>();
        if (!duties.stands(officer, picture.key().organ(), move.side())) {
            reasons.add(Refusal.of("role"));
        }
        if (statement.version() != version) {
            reasons.add(Refusal.of("quicker"));
        }
        if (move.side() == Side.DISTRICT && officer.id().equals(statement.submittedBy())) {
            reasons.add(Refusal.of("same-officer"));
        }
        if (opinion.length() > LONGEST_TEXT) {
            reasons.add(Refusal.of("long", LONGEST_TEXT));
        }
        switch (move.action()) {
            case SUBMIT -> {
                long waiting = picture.entries().stream().filter(Entry::waits).count();
                if (waiting > 0) {
                    reasons.add(Refusal.of("waiting", waiting));
                }
                if (!picture.unexplained().isEmpty()) {
                    reasons.add(Refusal.of("unexplained", picture.unexplained().size()));
                }
                if (!picture.key().period().until().isBefore(LocalDate.now(clock))) {
                    reasons.add(Refusal.of("period", picture.key().period().until()));
                }
            }
            case ACCEPT, FREEZE -> {
                if (!picture.errors().isEmpty()) {
                    reasons.add(Refusal.of("errors", picture.errors().size()));
                }
                if (!picture.unexplained().isEmpty()) {
                    reasons.add(Refusal.of("unexplained", picture.unexplained().size()));
                }
            }
            case RETURN -> {
                if (opinion.isEmpty()) {
                    reasons.add(Refusal.of("opinion"));
                }
            }
            case BEGIN, TAKE_BACK -> {}
        }
        return reasons;
    }

    /** SM3 over the key and every figure, a line each in the order of the form. */
    static String hash(StatementPicture picture) {
        StringBuilder text = new StringBuilder(4_000).append(picture.key()).append('\n');
        for (Cell cell : picture.scheme().cells()) {
            text.append(cell)
                    .append('=')
                    .append(picture.figures()
                            .at(cell)
                            .map(figure -> figure.signum() == 0
                                    ? "0"
                                    : figure.stripTrailingZeros().toPlainString())
                            .orElse(""))
                    .append('\n');
        }
        return Sm3.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String subject(long statement) {
        return "statistics.statement:" + statement;
    }

    static boolean isFigure(BigDecimal value) {
        return value.precision() - value.scale() <= 15 && value.scale() <= 6;
    }
}
