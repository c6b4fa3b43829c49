package org.yangguang.audit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.yangguang.audit.internal.ChainWriter;
import org.yangguang.audit.internal.EntryTable;
import org.yangguang.platform.WhenServing;

/**
 * Tells {@link Recorded} on this node, whichever node recorded. As every change of data is an entry of the chain, and entries are
 * visible in the order of their numbers, whoever listens misses no change.
 */
@Component
@WhenServing
public class AuditNews implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditNews.class);

    /** How often the chain is looked at for entries of other nodes. */
    public static final long PERIOD_MILLIS = 200;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);
    private static final int MOST_AT_ONCE = 5_000;

    /** What so many entries at once did is not looked at one by one. */
    public static final String MANY = "many";

    private final EntryTable table;
    private final ApplicationEventPublisher events;
    private final ConcurrentSkipListMap<Long, Long> own = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "audit-news");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lookedAt = System.nanoTime() - PATIENCE_NANOS;
    private long known = -1;
    private boolean silent;

    AuditNews(EntryTable table, ChainWriter chain, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
        chain.onCommit(this::committed);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        worker.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether this node knows of everything that other nodes had committed a second ago. */
    public boolean current() {
        return System.nanoTime() - lookedAt < PATIENCE_NANOS;
    }

    private void committed(long first, long last, Set<Recorded.Deed> deeds) {
        own.put(first, last);
        events.publishEvent(new Recorded(deeds));
    }

    private void look() {
        long now = System.nanoTime();
        try {
            long head = table.head().seq();
            if (known >= 0 && head > known) {
                tell(known, head);
            }
            known = head;
            lookedAt = now;
            silent = false;
        } catch (DataAccessException e) {
            if (!silent) {
                log.warn("The audit chain cannot be read; what other nodes do is not known until it can");
            }
            silent = true;
        } catch (RuntimeException e) {
            log.error("What other nodes recorded could not be passed on", e);
        }
    }

    private void tell(long after, long head) {
        Set<Recorded.Deed> deeds = new LinkedHashSet<>();
        if (head - after > MOST_AT_ONCE) {
            deeds.add(new Recorded.Deed(MANY, ""));
        } else {
            table.deeds(after, head).forEach((seq, deed) -> {
                if (!isOwn(seq)) {
                    deeds.add(deed);
                }
            });
        }
        own.headMap(head, true).values().removeIf(last -> last <= head);
        if (!deeds.isEmpty()) {
            events.publishEvent(new Recorded(Set.copyOf(deeds)));
        }
    }

    private boolean isOwn(long seq) {
        Map.Entry<Long, Long> range = own.floorEntry(seq);
        return range != null && seq <= range.getValue();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
