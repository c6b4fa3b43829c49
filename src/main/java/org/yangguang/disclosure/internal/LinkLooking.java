package org.yangguang.disclosure.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.LinkProperties;
import org.yangguang.platform.RecurringJob;

/**
 * Looks at links of drafts to other sites, one after the other and never twice a second at the same host. An address that did not answer
 * is tried twice more; what another draft learned within the hour is not asked again. One node at a time does this, so the distances
 * hold for all of them; a run that is cut short has noted what it found.
 */
@Component
class LinkLooking {

    private static final Duration RUN = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;
    private static final Duration KNOWN = Duration.ofHours(1);
    private static final List<Duration> AGAIN = List.of(Duration.ofMinutes(10), Duration.ofHours(1));

    private final LinkTable table;
    private final OutsideLinks outside;
    private final LinkProperties properties;
    private final Clock clock;
    private final Map<String, Long> called = new HashMap<>();

    LinkLooking(LinkTable table, OutsideLinks outside, LinkProperties properties, Clock clock) {
        this.table = table;
        this.outside = outside;
        this.properties = properties;
        this.clock = clock;
    }

    /** Looks at what is due, for half a minute at most. */
    synchronized void lookDue() {
        if (!properties.outside()) {
            return;
        }
        long end = System.nanoTime() + RUN.toNanos();
        called.values()
                .removeIf(at -> System.nanoTime() - at > properties.distance().toNanos());
        for (LinkTable.Due each : table.due(clock.instant(), AT_ONCE)) {
            if (System.nanoTime() > end) {
                return;
            }
            Optional<LinkOutcome> known =
                    table.known(each.address(), clock.instant().minus(KNOWN)).filter(outcome -> !silent(outcome));
            LinkOutcome outcome = known.isPresent() ? known.get() : look(each.address());
            Instant now = clock.instant();
            table.looked(each, outcome, now, again(each, outcome, now));
        }
    }

    private LinkOutcome look(String address) {
        String host = host(address);
        Long before = called.get(host);
        try {
            if (before != null) {
                long wait = properties.distance().toNanos() - (System.nanoTime() - before);
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
                }
            }
            return outside.look(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LinkOutcome.silent("timeout");
        } finally {
            called.put(host, System.nanoTime());
        }
    }

    private static @Nullable Instant again(LinkTable.Due link, LinkOutcome outcome, Instant now) {
        return silent(outcome) && link.attempts() < AGAIN.size() ? now.plus(AGAIN.get(link.attempts())) : null;
    }

    private static boolean silent(LinkOutcome outcome) {
        return outcome.standing() == LinkOutcome.Standing.SILENT;
    }

    private static String host(String address) {
        try {
            return String.valueOf(
                    URI.create(address.strip().replace(" ", "%20")).getHost());
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LinkProperties.class)
    static class Job {
        @Bean
        RecurringJob lookAtLinks(LinkLooking looking) {
            return RecurringJob.every(Duration.ofSeconds(5), "disclosure.look-at-links", looking::lookDue);
        }
    }
}
