package org.yangguang.catalogue.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the newest {@link CatalogueSnapshot} in memory. */
@Component
public class CatalogueSnapshots {

    private static final long CHECK_EVERY = Duration.ofSeconds(1).toNanos();

    private final CatalogueTable table;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Held held;

    CatalogueSnapshots(CatalogueTable table) {
        this.table = table;
    }

    /** @param changes how many changes of this node had been committed before the snapshot was read */
    private record Held(CatalogueSnapshot snapshot, long checkedAt, long changes) {}

    public CatalogueSnapshot now() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return table.load();
        }
        Held now = held;
        if (now == null || now.changes != changes.get() || outdated(now)) {
            long before = changes.get();
            now = new Held(table.load(), System.nanoTime(), before);
            held = now;
        }
        return now.snapshot;
    }

    private boolean outdated(Held now) {
        long time = System.nanoTime();
        if (time - now.checkedAt < CHECK_EVERY) {
            return false;
        }
        held = new Held(now.snapshot, time, now.changes);
        return table.version() != now.snapshot.version();
    }

    /** Called in the transaction of a change: this transaction reads afresh, everybody else once it is committed. */
    public void changed() {
        table.raiseVersion();
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            /** Before those who are told of the change after the commit can ask what it was. */
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(CatalogueSnapshots.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(CatalogueSnapshots.this, Boolean.TRUE);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CatalogueSnapshots.this);
                changes.incrementAndGet();
            }
        });
    }
}
