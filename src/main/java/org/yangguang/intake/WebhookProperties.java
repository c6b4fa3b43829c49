package org.yangguang.intake;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may go.
 *
 * @param privateHosts names or addresses inside the own network that may be told, also without TLS; all other targets must be public
 *     and use https
 */
@ConfigurationProperties("yangguang.webhook")
public record WebhookProperties(@DefaultValue List<String> privateHosts) {}
