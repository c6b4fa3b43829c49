package org.yangguang.calendar.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The arrangement that holds now: the file that comes with the program, a newer one that was put in its place
 * ({@code yangguang.calendar.holidays}), and over it what was imported. An import is seen at once here and within a second by other nodes.
 */
@Component
public class CurrentArrangement implements Supplier<Arrangement> {

    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Arrangement shipped;
    private final ArrangementTable table;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Held held;

    CurrentArrangement(
            @Value("${yangguang.calendar.holidays:classpath:calendar/holidays-cn.csv}") Resource holidays,
            ArrangementTable table)
            throws IOException {
        try (Reader source = new InputStreamReader(holidays.getInputStream(), StandardCharsets.UTF_8)) {
            this.shipped = Arrangement.read(holidays.getDescription(), source);
        }
        this.table = table;
    }

    private record Held(Arrangement arrangement, long revision, long lookedAt) {}

    @Override
    public Arrangement get() {
        Held now = held;
        if (now == null) {
            looking.lock();
            try {
                now = held;
                return now == null ? read().arrangement : now.arrangement;
            } finally {
                looking.unlock();
            }
        }
        return System.nanoTime() - now.lookedAt < LOOK_EVERY ? now.arrangement : look(now);
    }

    /** To be called in the transaction that imports. */
    public void changing() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCommit() {
                held = null;
            }
        });
    }

    /** One asks; the others go on with what they have, and so does everybody while the database is silent. */
    private Arrangement look(Held now) {
        if (!looking.tryLock()) {
            return now.arrangement;
        }
        try {
            if (table.revision() != now.revision) {
                return read().arrangement;
            }
            held = new Held(now.arrangement, now.revision, System.nanoTime());
        } catch (DataAccessException silent) {
            held = new Held(now.arrangement, now.revision, System.nanoTime());
        } finally {
            looking.unlock();
        }
        return now.arrangement;
    }

    private Held read() {
        long revision = table.revision();
        Held read = new Held(shipped.with(table.days()), revision, System.nanoTime());
        held = read;
        return read;
    }
}
