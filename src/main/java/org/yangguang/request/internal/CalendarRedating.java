package org.yangguang.request.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditTrail;
import org.yangguang.calendar.CalendarYearImported;
import org.yangguang.request.By;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.CasesRedated;
import org.yangguang.request.RequestClock;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Step;
import org.yangguang.request.internal.DeadlineTable.Kept;
import org.yangguang.request.internal.DeadlineTable.Said;

/**
 * Computes the deadlines of all open cases anew when a new arrangement of holidays is known. A deadline that moved is an event of its case, an
 * entry of the audit chain and a line of the list. What is right already is left alone, so it may run twice, and go on after a crash. All events are read
 * once; a case to which something happens meanwhile is read again under its lock.
 */
@Service
public class CalendarRedating {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarRedating.class);
    /** Cases that are written in one transaction, and locked meanwhile. */
    private static final int BATCH = 2_000;

    private static final Executor THREADS = new SimpleAsyncTaskExecutor("redating-");

    private final DeadlineTable deadlines;
    private final EventTable events;
    private final RedatingTable table;
    private final RequestClock requestClock;
    private final RequestRules rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate own;
    private final Clock clock;

    CalendarRedating(
            DeadlineTable deadlines,
            EventTable events,
            RedatingTable table,
            RequestClock requestClock,
            RequestRules rules,
            AuditTrail audit,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.deadlines = deadlines;
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
        int examined = Objects.requireNonNull(own.execute(status -> examine(new Writing(run))));
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

    private int examine(Writing writing) {
        Map<CaseId, Kept> kept = deadlines.open();
        events.ofAllOpen((id, history) -> {
            Kept lists = kept.get(id);
            if (lists != null) {
                Said right = reckon(id, lists.number(), history);
                if (!right.equals(lists.said())) {
                    writing.add(new Wrong(id, history.size(), right));
                }
            }
        });
        writing.finish();
        return kept.size();
    }

    /** A case that stood wrong in the lists, and what its clock said when it had so many events. */
    private record Wrong(CaseId id, int version, Said right) {}

    /** Writes a batch on a thread of its own while the next one is examined. */
    private final class Writing {

        private final long run;
        private List<Wrong> batch = new ArrayList<>();
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        Writing(long run) {
            this.run = run;
        }

        void add(Wrong wrong) {
            batch.add(wrong);
            if (batch.size() == BATCH) {
                write();
            }
        }

        void finish() {
            write();
            last.join();
        }

        private void write() {
            last.join();
            List<Wrong> full = batch;
            batch = new ArrayList<>();
            last = CompletableFuture.runAsync(
                    () -> own.executeWithoutResult(status -> CalendarRedating.this.write(run, full)), THREADS);
        }
    }

    private void write(long run, List<Wrong> batch) {
        Map<CaseId, Kept> kept = deadlines.lock(batch.stream().map(Wrong::id).toList());
        Map<CaseId, Said> right = right(batch, kept);
        List<DeadlineTable.Line> lines = new ArrayList<>();
        List<RedatingTable.Move> moved = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        right.forEach((id, said) -> {
            Kept lists = Objects.requireNonNull(kept.get(id));
            LocalDate from = lists.said() == null ? null : lists.said().due();
            boolean moves = !Objects.equals(from, said.due());
            lines.add(new DeadlineTable.Line(id, lists.version() + (moves ? 1 : 0), said));
            if (moves) {
                CaseEvent event =
                        new CaseEvent(lists.version() + 1, today, now, By.PROGRAM, new Step.Redate(from, said.due()));
                moved.add(new RedatingTable.Move(id, from, said.due(), event));
                acts.add(new Act(
                        "case.redated",
                        "request.application:" + id.value(),
                        String.valueOf(from),
                        String.valueOf(said.due())));
            }
        });
        deadlines.write(lines);
        table.write(run, moved);
        audit.recordAll("system", acts);
    }

    /** What the clocks say of those that are still open; what happened since they were examined is taken into account. */
    private Map<CaseId, Said> right(List<Wrong> batch, Map<CaseId, Kept> kept) {
        Map<CaseId, Said> right = new LinkedHashMap<>();
        List<CaseId> since = new ArrayList<>();
        for (Wrong each : batch) {
            Kept lists = kept.get(each.id());
            if (lists != null && lists.version() == each.version()) {
                right.put(each.id(), each.right());
            } else if (lists != null) {
                since.add(each.id());
            }
        }
        events.ofThese(
                since,
                (id, history) -> right.put(
                        id, reckon(id, Objects.requireNonNull(kept.get(id)).number(), history)));
        return right;
    }

    private Said reckon(CaseId id, String number, List<CaseEvent> history) {
        return Said.by(requestClock.reckon(Fold.of(id, number, history, rules)));
    }
}
