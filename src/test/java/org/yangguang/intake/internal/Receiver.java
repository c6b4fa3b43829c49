package org.yangguang.intake.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receiver of webhooks as a careful one is: refuses bad signatures and old ones, takes each delivery once however often it comes, and
 * fails when it is told to.
 */
final class Receiver implements AutoCloseable {

    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final HttpServer server;
    private final Supplier<Instant> now;
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final Map<String, String> taken = new LinkedHashMap<>();
    private String secret = "";
    private int calls;

    Receiver(Supplier<Instant> now) throws IOException {
        this.now = now;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    synchronized void knows(String shared) {
        secret = shared;
    }

    /** The next call is taken, and answered with this status all the same: its sender cannot know. */
    synchronized void failNext(int status) {
        failures.add(status);
    }

    synchronized Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    synchronized int calls() {
        return calls;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        calls++;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher signature =
                SIGNATURE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Yangguang-Signature")));
        int status = 401;
        if (signature.matches()
                && WebhookDeliveries.signature(secret, signature.group(1) + "." + body)
                        .equals(signature.group(2))
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(signature.group(1))), now.get())
                                .abs()
                                .compareTo(OLDEST)
                        < 0) {
            taken.putIfAbsent(exchange.getRequestHeaders().getFirst("Yangguang-Delivery"), body);
            status = failures.isEmpty() ? 204 : failures.poll();
        }
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", url() + "?elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
