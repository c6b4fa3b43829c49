package org.yangguang.organ.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the tree in memory. What this node commits is seen by its next reader; what another node commits within a second,
 * because the revision is compared that often. A transaction that has changed the tree reads its own state from the database.
 */
@Component
public class OrganSnapshot {

    private static final long CHECK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final OrganTable table;
    private final ReentrantLock loading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Held held;

    OrganSnapshot(OrganTable table) {
        this.table = table;
    }

    /** @param changes how many changes of this node had been committed before the tree was read */
    private record Held(OrganTree tree, long revision, long checkedAt, long changes) {}

    public OrganTree tree() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return table.tree();
        }
        Held now = held;
        if (now == null || now.changes != changes.get()) {
            return load();
        }
        return System.nanoTime() - now.checkedAt < CHECK_EVERY ? now.tree : check(now);
    }

    /** To be called in the transaction that is about to change the tree. */
    public void changing() {
        table.raiseRevision();
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                /** Before those who are told of the change after the commit can ask what it was. */
                @Override
                public int getOrder() {
                    return Ordered.HIGHEST_PRECEDENCE;
                }

                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResource(OrganSnapshot.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(OrganSnapshot.this, Boolean.TRUE);
                }

                @Override
                public void afterCommit() {
                    changes.incrementAndGet();
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(OrganSnapshot.this);
                    changes.incrementAndGet();
                }
            });
        }
    }

    private OrganTree load() {
        loading.lock();
        try {
            Held now = held;
            return now != null && now.changes == changes.get() ? now.tree : read();
        } finally {
            loading.unlock();
        }
    }

    /** One reader asks for the revision; the others go on with what they have. */
    private OrganTree check(Held now) {
        if (!loading.tryLock()) {
            return now.tree;
        }
        try {
            if (table.revision() != now.revision) {
                return read();
            }
            held = new Held(now.tree, now.revision, System.nanoTime(), now.changes);
            return now.tree;
        } finally {
            loading.unlock();
        }
    }

    private OrganTree read() {
        long before = changes.get();
        long revision = table.revision();
        OrganTree tree = table.tree();
        held = new Held(tree, revision, System.nanoTime(), before);
        return tree;
    }
}
