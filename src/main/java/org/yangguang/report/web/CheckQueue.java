package org.yangguang.report.web;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reading a report takes memory and a core: only a few are read at once, and the others are asked to come again. */
@Component
class CheckQueue {

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** The result of {@code check}; empty when too many are being read already. */
    <T> Optional<T> run(Supplier<T> check) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.get());
        } finally {
            places.release();
        }
    }
}
