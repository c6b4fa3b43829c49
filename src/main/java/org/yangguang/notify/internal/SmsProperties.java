package org.yangguang.notify.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway for text messages.
 *
 * @param url where messages are posted to; empty when there is no gateway
 * @param key name of the secret, as the gateway knows it
 * @param secret what requests are signed with
 * @param signature name of the sender that the gateway puts before the text (短信签名)
 */
@ConfigurationProperties("yangguang.sms")
public record SmsProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String key,
        @DefaultValue("") String secret,
        @DefaultValue("") String signature) {

    /** A record would print its secret. */
    @Override
    public String toString() {
        return "SmsProperties[" + url + "]";
    }
}
