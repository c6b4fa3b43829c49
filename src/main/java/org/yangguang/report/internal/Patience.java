package org.yangguang.report.internal;

import java.time.Duration;

/** How long the reading of one report may take: what nobody would have written costs no more than that. */
final class Patience {

    private static final Duration MOST = Duration.ofSeconds(30);

    private final long until = System.nanoTime() + MOST.toNanos();

    /** @throws Exhausted when the time is over */
    void check() {
        if (System.nanoTime() - until > 0) {
            throw new Exhausted();
        }
    }

    /** The time is over. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
