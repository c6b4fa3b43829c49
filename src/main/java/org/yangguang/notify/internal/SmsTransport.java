package org.yangguang.notify.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yangguang.notify.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text messages over the HTTP gateway of {@code yangguang.sms.*}: a JSON object {@code id, to, text, signature} by POST, signed with
 * HMAC-SHA-256 over time and body. A gateway that has seen the {@code id} answers 409 and sends nothing again.
 */
@Component
class SmsTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SmsProperties gateway;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SmsTransport(SmsProperties gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public Message.Way way() {
        return Message.Way.SMS;
    }

    @Override
    public boolean configured() {
        return !gateway.url().isBlank();
    }

    @Override
    public Attempt deliver(String id, Message message) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("id", id);
        content.put("to", message.to());
        content.put("text", message.text());
        content.put("signature", gateway.signature());
        try {
            HttpResponse<Void> answer =
                    http.send(signed(json.writeValueAsString(content)), HttpResponse.BodyHandlers.discarding());
            return judged(answer.statusCode());
        } catch (IOException e) {
            return new Attempt.Unreachable("UNREACHABLE");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Unreachable("INTERRUPTED");
        }
    }

    private HttpRequest signed(String body) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(gateway.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("X-Key", gateway.key())
                .header("X-Time", time)
                .header("X-Signature", signature(time + "\n" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Attempt judged(int status) {
        if (status >= 200 && status < 300 || status == 409) {
            return new Attempt.Delivered();
        }
        if (status == 401 || status == 403) {
            return new Attempt.Unreachable("SIGN_IN_REFUSED");
        }
        return status >= 400 && status < 500 && status != 408 && status != 429
                ? new Attempt.Refused("HTTP " + status)
                : new Attempt.Failed("HTTP " + status);
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(gateway.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
