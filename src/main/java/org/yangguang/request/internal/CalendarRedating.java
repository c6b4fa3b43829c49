package org.yangguang.request.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditTrail;
import org.yangguang.calendar.CalendarYearImported;
import org.yangguang.request.By;
import org.yangguang.request.Case;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.CasesRedated;
import org.yangguang.request.Reckoning;
import org.yangguang.request.RequestClock;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Step;

/**
 * Computes the deadlines of all open cases anew when a new arrangement of holidays is known. A deadline that moved is an event of its case, an
 * entry of the audit chain and a line of the list. What is right already is left alone, so it may run twice, and go on after a crash.
 */
@Service
public class CalendarRedating {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarRedating.class);
    /** Cases that are written in one transaction, and locked meanwhile. */
    private static final int BATCH = 1_000;

    private final CaseTable cases;
    private final EventTable events;
    private final RedatingTable table;
    private final RequestClock requestClock;
    private final RequestRules rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate own;
    private final Clock clock;

    CalendarRedating(
            CaseTable cases,
            EventTable events,
            RedatingTable table,
            RequestClock requestClock,
            RequestRules rules,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.table = table;
        this.requestClock = requestClock;
        this.rules = rules;
        this.audit = audit;
        this.publisher = publisher;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What a run did. */
    public record Done(int examined, List<CaseId> moved) {}

    @ApplicationModuleListener
    void on(CalendarYearImported event) {
        redate(event.year());
    }

    /** @param year whose arrangement became known */
    public Done redate(int year) {
        long run = Objects.requireNonNull(own.execute(status -> table.begin(year, clock.instant())));
        List<CaseId> wrong = new ArrayList<>();
        int examined = Objects.requireNonNull(own.execute(status -> examine(wrong)));
        for (int from = 0; from < wrong.size(); from += BATCH) {
            List<CaseId> batch = wrong.subList(from, Math.min(wrong.size(), from + BATCH));
            own.executeWithoutResult(status -> write(run, batch));
        }
        List<CaseId> moved = Objects.requireNonNull(own.execute(status -> {
            List<CaseId> all = table.moved(run);
            table.finish(run, examined, clock.instant());
            audit.record("system", "cases.redated", "request.redating:" + run, null, year + " " + all);
            publisher.publishEvent(new CasesRedated(all));
            return all;
        }));
        LOG.info("Deadlines computed anew for {}: {} open cases, {} moved", year, examined, moved.size());
        return new Done(examined, moved);
    }

    private int examine(List<CaseId> wrong) {
        Map<CaseId, CaseTable.Due> kept = cases.openDeadlines();
        events.ofAllOpen((id, history) -> {
            CaseTable.Due due = kept.get(id);
            if (due != null && differs(due, reckon(id, due.number(), history))) {
                wrong.add(id);
            }
        });
        return kept.size();
    }

    private void write(long run, List<CaseId> batch) {
        Map<CaseId, CaseTable.Due> kept = cases.lockOpenDeadlines(batch);
        List<RedatingTable.Change> changes = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        events.ofThese(kept.keySet(), (id, history) -> {
            CaseTable.Due due = Objects.requireNonNull(kept.get(id));
            Reckoning reckoning = reckon(id, due.number(), history);
            boolean moves = !Objects.equals(due.on(), reckoning.due());
            if (differs(due, reckoning)) {
                Step step = new Step.Redate(due.on(), reckoning.due());
                changes.add(new RedatingTable.Change(
                        id,
                        due.on(),
                        reckoning,
                        moves ? new CaseEvent(history.size() + 1, today, now, By.PROGRAM, step) : null));
            }
            if (moves) {
                acts.add(new Act(
                        "case.redated",
                        "request.application:" + id.value(),
                        String.valueOf(due.on()),
                        String.valueOf(reckoning.due())));
            }
        });
        table.write(run, changes);
        audit.recordAll("system", acts);
    }

    private Reckoning reckon(CaseId id, String number, List<CaseEvent> history) {
        Case known = Fold.of(id, number, history, rules);
        return requestClock.reckon(known);
    }

    private static boolean differs(CaseTable.Due kept, Reckoning now) {
        return !Objects.equals(kept.on(), now.due()) || kept.provisional() != now.provisional() || stopMoved(kept, now);
    }

    /** The end of a stop hangs on the calendar too. */
    private static boolean stopMoved(CaseTable.Due kept, Reckoning now) {
        Reckoning.@Nullable Stop stop = now.longestStop();
        return !Objects.equals(kept.stoppedUntil(), stop == null ? null : stop.until());
    }
}
