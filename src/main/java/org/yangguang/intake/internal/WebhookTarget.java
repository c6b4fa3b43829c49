package org.yangguang.intake.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.WebhookProperties;
import org.yangguang.platform.OpenNetwork;

/**
 * Decides where a webhook may go: nobody makes this server call into its own network by naming an address there. Asked when a webhook is
 * registered and again before each delivery, because names come to mean other addresses; the Java runtime keeps an answer of the
 * name service for half a minute, so that what was judged is what is called.
 */
@Component
class WebhookTarget {

    private static final int LONGEST = 500;

    private final List<String> privateHosts;

    WebhookTarget(WebhookProperties properties) {
        privateHosts = properties.privateHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Why this address may not be called; empty when it may. */
    Optional<Reason> against(String address) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(Reason.at("url", "intake.webhook.invalid"));
        }
        String host = uri.getHost();
        String scheme = uri.getScheme();
        if (host == null || scheme == null || address.length() > LONGEST || uri.getRawUserInfo() != null) {
            return Optional.of(Reason.at("url", "intake.webhook.invalid"));
        }
        String name = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        boolean known = privateHosts.contains(name);
        if (!scheme.equalsIgnoreCase("https") && !(known && scheme.equalsIgnoreCase("http"))) {
            return Optional.of(Reason.at("url", "intake.webhook.https"));
        }
        if (known) {
            return Optional.empty();
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(name)) {
                if (!OpenNetwork.reaches(each)) {
                    return Optional.of(Reason.at("url", "intake.webhook.private", name));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of(Reason.at("url", "intake.webhook.unknownHost", name));
        }
    }
}
