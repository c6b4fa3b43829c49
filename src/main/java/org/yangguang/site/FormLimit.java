package org.yangguang.site;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets so many things happen in a time from one network address, on each node. IPv6 addresses count by their /64. What is refused is told to
 * the audit chain once, not each time.
 */
@Component
public class FormLimit {

    private static final int ADDRESSES = 20_000;

    private final ApplicationEventPublisher events;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            if (size() <= ADDRESSES) {
                return false;
            }
            told.remove(eldest.getKey());
            return true;
        }
    };

    FormLimit(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** So many in a time. */
    public record Rate(int times, Duration within) {}

    /**
     * Counts one thing before it is done.
     *
     * @param what name of the limit, the same for all addresses: {@code code:request}
     * @param address network address as the server sees it
     * @return false when it must not be done
     */
    public boolean admits(String what, String address, Rate rate) {
        String key = what + " " + network(address);
        boolean first;
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(key, unknown -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.within()))
                    .build());
            if (bucket.tryConsume(1)) {
                told.remove(key);
                return true;
            }
            first = told.add(key);
        }
        if (first) {
            events.publishEvent(new FormRefused(what));
        }
        return false;
    }

    /** Forgets what was counted: the right code was given. */
    public void forget(String what, String address) {
        String key = what + " " + network(address);
        synchronized (buckets) {
            buckets.remove(key);
            told.remove(key);
        }
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException odd) {
            return address;
        }
    }
}
