package org.yangguang.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Asks at a fixed rate, whether or not the answers keep up. A time is counted from the moment at which the request was due, so that a
 * server that stops for a while does not hide it.
 */
final class OpenLoop {

    private static final int MOST_OPEN = 2_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newFixedThreadPool(2, work -> {
                Thread thread = new Thread(work, "open-loop");
                thread.setDaemon(true);
                return thread;
            }))
            .build();
    private final String site;

    OpenLoop(String site) {
        this.site = site;
    }

    /** Milliseconds of the answers, sorted, and how many had which status; 0 is no answer. */
    record Times(List<Double> millis, Map<Integer, Integer> statuses) {

        double percentile(double part) {
            return millis.isEmpty() ? Double.NaN : millis.get((int) Math.min(millis.size() - 1, part * millis.size()));
        }

        @Override
        public String toString() {
            return "p50 %.1f ms, p99 %.1f ms, worst %.1f ms, answers %s"
                    .formatted(percentile(0.5), percentile(0.99), percentile(1), statuses);
        }
    }

    Times run(int perSecond, double seconds, IntFunction<String> address, String... headers) {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        Map<Integer, AtomicInteger> statuses = new java.util.concurrent.ConcurrentHashMap<>();
        Semaphore open = new Semaphore(MOST_OPEN);
        long start = System.nanoTime();
        int requests = (int) (perSecond * seconds);
        for (int i = 0; i < requests; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            open.acquireUninterruptibly();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(site + address.apply(i))).timeout(Duration.ofSeconds(20));
            if (headers.length > 0) {
                request.headers(headers);
            }
            http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        times.add((System.nanoTime() - due) / 1e6);
                        statuses.computeIfAbsent(answer == null ? 0 : answer.statusCode(), none -> new AtomicInteger())
                                .incrementAndGet();
                        open.release();
                    });
        }
        open.acquireUninterruptibly(MOST_OPEN);
        Map<Integer, Integer> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.get()));
        return new Times(times.stream().sorted().toList(), counted);
    }
}
