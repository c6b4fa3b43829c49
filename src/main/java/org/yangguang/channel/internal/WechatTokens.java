package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yangguang.channel.internal.ServiceCalls.Answer;

/**
 * Access tokens of WeChat Official Accounts, from {@code stable_token}, which gives the same one to several nodes until it expires. Kept in
 * memory only.
 */
@Component
class WechatTokens {

    /** A token that is about to expire is not used any more. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ServiceCalls calls;
    private final ChannelProperties properties;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    WechatTokens(ServiceCalls calls, ChannelProperties properties, Clock clock) {
        this.calls = calls;
        this.properties = properties;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /** A token, or why there is none. */
    sealed interface Given {
        record Good(String token) implements Given {}

        record None(Attempt.Later why) implements Given {}
    }

    Given of(Credentials account) {
        Token known = tokens.get(account.account());
        return known != null && known.until().isAfter(clock.instant())
                ? new Given.Good(known.value())
                : fetch(account, false);
    }

    /** The service does not take the token that it gave: another one. */
    Given another(Credentials account) {
        return fetch(account, true);
    }

    private Given fetch(Credentials account, boolean force) {
        tokens.remove(account.account());
        Answer answer = calls.postJson(
                properties.wechatUrl(),
                "/cgi-bin/stable_token",
                Map.of(),
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        account.account(),
                        "secret",
                        account.secret(),
                        "force_refresh",
                        force));
        if (!(answer instanceof Answer.Said said)) {
            return new Given.None(new Attempt.Later("channel.problem.unreached", Duration.ofSeconds(30)));
        }
        String token = said.json().path("access_token").asString("");
        if (token.isEmpty()) {
            int error = said.json().path("errcode").asInt(0);
            return new Given.None(
                    switch (error) {
                        case 40164 -> new Attempt.Later("channel.problem.wechat.address", Duration.ofHours(1));
                        case 45009, 45011 -> new Attempt.Later("channel.problem.often", Duration.ofHours(1));
                        case -1 -> new Attempt.Later("channel.problem.unreached", Duration.ofMinutes(1));
                        default -> new Attempt.Later("channel.problem.wechat.secret", Duration.ofHours(1));
                    });
        }
        long seconds = said.json().path("expires_in").asLong(7200);
        tokens.put(
                account.account(),
                new Token(token, clock.instant().plusSeconds(seconds).minus(MARGIN)));
        return new Given.Good(token);
    }
}
