package org.yangguang.visit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.visit.VisitCount;

/** Counts in memory and writes every ten seconds and at the end; each node does so for itself, and the database adds up. */
@Component
public class VisitCounter implements VisitCount, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VisitCounter.class);
    private static final int INTERVAL = 10;

    /** More pages than this between two writings are not counted one by one: somebody is trying addresses. */
    private static final int MOST_PAGES = 100_000;

    /** More visits than this that nobody has looked at yet are lost; they are looked at five times a second. */
    private static final int MOST_WAITING = 30_000;

    private static final int LOOKING_MILLIS = 200;

    /** Stands for the site among the pages; no path is empty. */
    private static final String SITE = "";

    private record Key(LocalDate day, String path) {}

    private final VisitTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SeenToday seen = new SeenToday();
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable ScheduledExecutorService writer;

    VisitCounter(VisitTable table, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void seen(String path, String visitor) {
        LocalDate today = LocalDate.now(clock);
        if (seen.first(today, visitor, path)) {
            count(new Key(today, path));
            if (seen.first(today, visitor, SITE)) {
                count(new Key(today, SITE));
            }
        }
    }

    /** Counts soon, on another thread; returns at once. */
    public void later(Runnable counting) {
        waiting.offer(counting);
    }

    private void look() {
        for (Runnable counting = waiting.poll(); counting != null; counting = waiting.poll()) {
            counting.run();
        }
    }

    private void count(Key key) {
        if (counts.size() < MOST_PAGES || counts.containsKey(key)) {
            counts.computeIfAbsent(key, each -> new LongAdder()).increment();
        }
    }

    /** Writes what was counted; what cannot be written now is written later. */
    public synchronized void write() {
        look();
        Map<LocalDate, Long> days = new HashMap<>();
        Map<LocalDate, Map<String, Long>> pages = new HashMap<>();
        for (Key key : counts.keySet()) {
            LongAdder count = counts.remove(key);
            if (key.path().equals(SITE)) {
                days.put(key.day(), count.sum());
            } else {
                pages.computeIfAbsent(key.day(), day -> new HashMap<>()).put(key.path(), count.sum());
            }
        }
        if (days.isEmpty() && pages.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> table.add(days, pages));
        } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
            log.warn("Visits could not be written and are kept until they can: {}", e.getMessage());
            days.forEach((day, number) -> again(new Key(day, SITE), number));
            pages.forEach((day, byPath) -> byPath.forEach((path, number) -> again(new Key(day, path), number)));
        }
    }

    private void again(Key key, long number) {
        counts.computeIfAbsent(key, each -> new LongAdder()).add(number);
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "visits");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(() -> quietly(this::write), INTERVAL, INTERVAL, TimeUnit.SECONDS);
        started.scheduleWithFixedDelay(
                () -> quietly(this::look), LOOKING_MILLIS, LOOKING_MILLIS, TimeUnit.MILLISECONDS);
        writer = started;
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Visits could not be counted", e);
        }
    }

    @Override
    public void stop() {
        if (writer != null) {
            writer.shutdownNow();
            writer = null;
            quietly(this::write);
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** After the web server, which would count on. */
    @Override
    public int getPhase() {
        return 0;
    }
}
