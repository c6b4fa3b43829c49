package org.yangguang.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens beside the test. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Await() {}

    /** Returns as soon as the condition holds, and fails when it does not within a minute. */
    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("What was waited for did not happen within " + LONGEST.toSeconds() + " s.");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
