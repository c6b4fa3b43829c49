package org.yangguang.audit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.Head;
import org.yangguang.audit.Recorded;

/**
 * Puts the entries of a transaction on the chain as the very last thing before its commit, when all other work, also that of
 * synchronisations, is done. From then until the commit is through no other transaction can do the same.
 *
 * <p>The writers of this program take turns in memory, so each knows the head that the one before it left and needs a single
 * statement. Other programs on the same database are kept apart by the row of the head: when one of them moved it, it is locked and
 * read again. Where others queue for their turn, the transaction does not wait for the disk until its turn is over ({@link
 * SharedFlush}).
 */
@Component
public class ChainWriter {

    private static final int PATIENCE_SECONDS = 20;

    /** Of more entries in one transaction only the actions are told, not what each was done to. */
    private static final int ONE_BY_ONE = 100;

    private final EntryTable table;
    private final SharedFlush flush;
    private final ReentrantLock turn = new ReentrantLock();
    /** Where the last turn left the head; null when that is not certain. Only touched by who has the turn. */
    private @Nullable Head known;

    private volatile Committed listener = (first, last, deeds) -> {};

    /** Is told of the entries of each transaction of this program that has committed, before the call that committed returns. */
    @FunctionalInterface
    public interface Committed {
        void entries(long first, long last, Set<Recorded.Deed> deeds);
    }

    ChainWriter(EntryTable table, SharedFlush flush, ConfigurableTransactionManager transactions) {
        this.table = table;
        this.flush = flush;
        transactions.addListener(new TransactionExecutionListener() {
            @Override
            public void beforeCommit(TransactionExecution transaction) {
                Gathered gathered = transaction.isNewTransaction() ? Gathered.existing() : null;
                if (gathered != null && !gathered.isEmpty()) {
                    gathered.chain();
                }
            }
        });
    }

    public void onCommit(Committed told) {
        listener = told;
    }

    /** Keeps entries until the running transaction commits. */
    public void gather(List<Unchained> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry needs the transaction of the change it tells of");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a transaction that only reads has nothing to record");
        }
        Gathered.here(this).add(entries);
    }

    /** Takes the turn and writes; the turn lasts until it is {@link Turn#over}. */
    Turn write(List<Unchained> entries) {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new CannotAcquireLockException("the audit chain is held up by another transaction");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("interrupted while waiting for the audit chain", e);
        }
        try {
            boolean othersWait = turn.hasQueuedThreads();
            Head start = known == null ? table.lockHead() : known;
            List<AuditEntry> chained = chained(start, entries);
            if (!table.append(start, chained, othersWait)) {
                chained = chained(table.lockHead(), entries);
                table.append(head(chained.get(0)), chained, othersWait);
            }
            return new Turn(chained, othersWait);
        } catch (RuntimeException | Error e) {
            known = null;
            turn.unlock();
            throw e;
        }
    }

    private static List<AuditEntry> chained(Head start, List<Unchained> entries) {
        List<AuditEntry> chained = new ArrayList<>(entries.size());
        Head head = start;
        for (Unchained entry : entries) {
            AuditEntry next = entry.after(head);
            head = new Head(next.seq(), next.hash());
            chained.add(next);
        }
        return chained;
    }

    private static Head head(AuditEntry first) {
        return new Head(first.seq() - 1, first.previous());
    }

    /** The time from the writing of entries to the end of their transaction. */
    final class Turn {

        private final Head head;
        private final long first;
        private final Set<Recorded.Deed> deeds;
        private final boolean unflushed;

        private Turn(List<AuditEntry> chained, boolean unflushed) {
            AuditEntry last = chained.get(chained.size() - 1);
            head = new Head(last.seq(), last.hash());
            first = chained.get(0).seq();
            boolean many = chained.size() > ONE_BY_ONE;
            deeds = chained.stream()
                    .map(entry -> new Recorded.Deed(entry.action(), many ? "" : entry.subject()))
                    .collect(Collectors.toUnmodifiableSet());
            this.unflushed = unflushed;
        }

        /** Lets the next one write; where the commit did not wait for the disk, waits now. */
        void over(boolean committed) {
            known = committed ? head : null;
            turn.unlock();
            if (committed && unflushed) {
                flush.await();
            }
        }

        /** Tells of the entries; to be called when everybody who acts on the commit has done so. */
        void tell() {
            listener.entries(first, head.seq(), deeds);
        }
    }
}
