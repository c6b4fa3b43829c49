package org.yangguang.disclosure.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses access codes: so many wrong ones from one network address within a time, and no more. */
@Component
class AttemptLimit {

    private static final int WRONG = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    AttemptLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt before it is looked at; false when there were too many. */
    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Deque<Instant> tried = wrong.computeIfAbsent(address, unknown -> new ArrayDeque<>());
        while (!tried.isEmpty() && tried.peekFirst().isBefore(now.minus(WITHIN))) {
            tried.removeFirst();
        }
        if (tried.size() >= WRONG) {
            return false;
        }
        tried.addLast(now);
        return true;
    }

    /** Forgets the attempts of an address that gave a right code. */
    synchronized void right(String address) {
        wrong.remove(address);
    }
}
