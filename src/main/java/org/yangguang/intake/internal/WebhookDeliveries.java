package org.yangguang.intake.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Reason;
import org.yangguang.platform.SealedText;

/**
 * Delivers what webhooks are to be told, each message until its receiver answers with 2xx, then never again; after failures at growing
 * distances, for three days. Signed so that the receiver knows who speaks: {@code Yangguang-Signature: t=<seconds>,v1=<hex>} is the
 * HMAC-SHA256 of {@code <seconds>.<body>} with the webhook's secret. A message may arrive twice, when an answer was lost; it has the same
 * {@code Yangguang-Delivery} then.
 */
@Component
class WebhookDeliveries {

    private static final Logger log = LoggerFactory.getLogger(WebhookDeliveries.class);
    private static final List<Duration> DISTANCES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24),
            Duration.ofHours(41));
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    /** Longer than an attempt can last. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 100;

    private final WebhookTable table;
    private final WebhookTarget target;
    private final SealedText sealed;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    WebhookDeliveries(WebhookTable table, WebhookTarget target, SealedText sealed, Clock clock) {
        this.table = table;
        this.target = target;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Tries everything that is due; safe on several nodes at once. */
    void deliverDue() {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Instant now = clock.instant();
            Optional<WebhookTable.Due> due = table.next(now, now.plus(LEASE));
            if (due.isEmpty()) {
                return;
            }
            deliver(due.get());
        }
    }

    private void deliver(WebhookTable.Due due) {
        Optional<Reason> against = target.against(due.url());
        if (against.isPresent()) {
            failed(due, "refused: " + against.get().key());
            return;
        }
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(request(due), HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            if (status >= 200 && status < 300) {
                table.arrived(due.id(), String.valueOf(status), clock.instant());
            } else {
                failed(due, String.valueOf(status));
            }
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            failed(due, cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(WebhookTable.Due due) {
        String seconds = String.valueOf(clock.instant().getEpochSecond());
        String secret = sealed.open(due.secret(), Webhooks.place(due.webhook()));
        return HttpRequest.newBuilder(URI.create(due.url()))
                .timeout(WHOLE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Yangguang-Webhook")
                .header("Yangguang-Event", due.event())
                .header("Yangguang-Delivery", due.id().toString())
                .header("Yangguang-Signature", "t=" + seconds + ",v1=" + signature(secret, seconds + "." + due.body()))
                .POST(HttpRequest.BodyPublishers.ofString(due.body()))
                .build();
    }

    static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void failed(WebhookTable.Due due, String result) {
        boolean last = due.attempts() > DISTANCES.size();
        table.failed(
                due.id(),
                result,
                last ? Optional.empty() : Optional.of(clock.instant().plus(DISTANCES.get(due.attempts() - 1))));
        if (last) {
            log.warn("webhook {} was given up after {} attempts: {}", due.webhook(), due.attempts(), result);
        }
    }
}
