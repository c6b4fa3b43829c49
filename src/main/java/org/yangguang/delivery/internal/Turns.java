package org.yangguang.delivery.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A line of requests that each need work: some are worked on, some wait, and whoever comes after these is told to come again. */
public final class Turns {

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;
    private final long patienceMillis;

    public Turns(int places, int mostWaiting, long patienceMillis) {
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
        this.patienceMillis = patienceMillis;
    }

    /** True when it is the caller's turn, who then calls {@link #over}; false when there is no turn to be had soon. */
    public boolean take() {
        if (places.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    public void over() {
        places.release();
    }
}
