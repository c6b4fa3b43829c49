package org.yangguang.audit.internal;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Waits until what was committed is on the disk, many transactions at a time.
 *
 * <p>While a transaction holds the lock on the head of the chain, waiting for the disk would make all other writers wait with it. So
 * such transactions commit without waiting, give the lock free, and only then wait here, before anybody is told that they are done.
 * The first to come forces the database's log to the disk; those who come meanwhile are served together by the next one. The log is
 * written in the order of commits: a crash in between loses the last transactions as wholes and none before them.
 */
@Component
class SharedFlush {

    /** Writes a record of nothing, whose commit waits for the disk (and for standby servers, where they are to be waited for). */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'yangguang', '')";

    private final JdbcOperations jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private long committed;
    private long durable;
    private boolean flushing;

    SharedFlush(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns when the transaction that has just committed on the bound connection is on the disk. */
    void await() {
        lock.lock();
        try {
            long mine = ++committed;
            while (durable < mine) {
                if (flushing) {
                    flushed.awaitUninterruptibly();
                } else {
                    flushAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Works on the connection of the waiting transaction: another one might not be had while all wait here. */
    private void flushAll() {
        long all = committed;
        flushing = true;
        lock.unlock();
        boolean done = false;
        try {
            jdbc.execute((Connection connection) -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(FLUSH);
                }
                connection.commit();
                return true;
            });
            done = true;
        } finally {
            lock.lock();
            flushing = false;
            durable = done ? Math.max(durable, all) : durable;
            flushed.signalAll();
        }
    }
}
