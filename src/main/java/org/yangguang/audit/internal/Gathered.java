package org.yangguang.audit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of one transaction that are not on the chain yet. Steps aside while another transaction runs within, and forgets what
 * was gathered since a savepoint that is returned to.
 */
final class Gathered implements TransactionSynchronization {

    private static final Object KEY = Gathered.class;

    private final ChainWriter writer;
    private final List<Unchained> entries = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private boolean chained;
    private ChainWriter.@Nullable Turn turn;
    private ChainWriter.@Nullable Turn untold;

    private Gathered(ChainWriter writer) {
        this.writer = writer;
    }

    /** Those of the running transaction. */
    static Gathered here(ChainWriter writer) {
        Gathered known = existing();
        if (known != null) {
            return known;
        }
        Gathered first = new Gathered(writer);
        TransactionSynchronizationManager.registerSynchronization(first);
        TransactionSynchronizationManager.bindResource(KEY, first);
        return first;
    }

    static @Nullable Gathered existing() {
        return (Gathered) TransactionSynchronizationManager.getResource(KEY);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void add(List<Unchained> more) {
        if (chained) {
            throw new IllegalStateException("the transaction is past its commit; its audit entries are written");
        }
        entries.addAll(more);
    }

    /** Puts them on the chain; nothing but the commit may come after it. */
    void chain() {
        chained = true;
        turn = writer.write(entries);
        untold = turn;
    }

    /** Before the others, who may tell somebody that the transaction is done, or begin another one. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
        endTurn(true);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        endTurn(false);
        if (status == STATUS_COMMITTED && untold != null) {
            untold.tell();
        }
        if (status == STATUS_COMMITTED && !chained) {
            throw new IllegalStateException(entries.size() + " audit entries came too late for their transaction");
        }
    }

    private void endTurn(boolean committed) {
        ChainWriter.Turn ending = turn;
        turn = null;
        if (ending != null) {
            ending.over(committed);
        }
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, entries.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int kept = savepoints.getOrDefault(savepoint, 0);
        entries.subList(Math.min(kept, entries.size()), entries.size()).clear();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }
}
