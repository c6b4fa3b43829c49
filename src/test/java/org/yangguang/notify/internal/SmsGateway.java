package org.yangguang.notify.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for text messages that refuses what a real one refuses: no or a wrong signature, an old time, other fields, no mobile number. */
final class SmsGateway implements AutoCloseable {

    static final String SECRET = "gateway secret";

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final Clock clock;
    final Map<String, String> sent = new HashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile int brokenFor;
    volatile boolean losesAnswer;

    SmsGateway(Clock clock) throws IOException {
        this.clock = clock;
        server.createContext("/send", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = brokenFor-- > 0 ? 503 : judged(exchange, body);
        if (losesAnswer) {
            losesAnswer = false;
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int judged(HttpExchange exchange, String body) {
        String time = exchange.getRequestHeaders().getFirst("X-Time");
        String signature = exchange.getRequestHeaders().getFirst("X-Signature");
        if (time == null
                || !"office".equals(exchange.getRequestHeaders().getFirst("X-Key"))
                || !signed(time + "\n" + body).equals(signature)
                || Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) > 300) {
            return 401;
        }
        JsonNode content = JsonMapper.shared().readTree(body);
        Set<String> names = Set.copyOf(content.propertyNames());
        if (!names.equals(Set.of("id", "to", "text", "signature"))
                || !content.get("to").asString().matches("1[3-9]\\d{9}")
                || content.get("text").asString().isBlank()) {
            return 422;
        }
        return sent.putIfAbsent(
                                content.get("id").asString(),
                                content.get("to").asString() + " "
                                        + content.get("text").asString())
                        == null
                ? 202
                : 409;
    }

    private static String signed(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
