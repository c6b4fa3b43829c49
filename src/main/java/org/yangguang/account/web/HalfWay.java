package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;

/** Officers whose password was right and whose code is awaited: for five minutes, in their session and nowhere else. */
@Component
class HalfWay {

    private static final String ATTRIBUTE = HalfWay.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;

    HalfWay(Clock clock) {
        this.clock = clock;
    }

    record Step(AccountId account, @Nullable String back, Instant until) {}

    void begin(HttpServletRequest request, AccountId account, @Nullable String back) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession()
                .setAttribute(ATTRIBUTE, new Step(account, back, clock.instant().plus(PATIENCE)));
    }

    Optional<Step> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Step step
                        && clock.instant().isBefore(step.until())
                ? Optional.of(step)
                : Optional.empty();
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}
