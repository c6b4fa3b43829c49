package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.ConcurrentSessionControlAuthenticationStrategy;
import org.springframework.security.web.authentication.session.RegisterSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountProperties;
import org.yangguang.account.internal.SessionOfficer;

/** Starts an officer's session: a new session id, a new form token, and the oldest session ended when there are too many. */
@Component
class Sessions {

    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy atSignIn;

    Sessions(
            SecurityContextRepository contexts,
            SessionRegistry registry,
            CsrfTokenRepository csrfTokens,
            AccountProperties properties) {
        this.contexts = contexts;
        ConcurrentSessionControlAuthenticationStrategy limit =
                new ConcurrentSessionControlAuthenticationStrategy(registry);
        limit.setMaximumSessions(properties.sessions());
        this.atSignIn = new CompositeSessionAuthenticationStrategy(List.of(
                limit,
                new RegisterSessionAuthenticationStrategy(registry),
                new CsrfAuthenticationStrategy(csrfTokens)));
    }

    void start(SessionOfficer officer, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = RunningSession.authentication(officer);
        // Whoever knew the id of the session before knows nothing now.
        request.getSession(true);
        request.changeSessionId();
        atSignIn.onAuthentication(who, request, response);
        save(who, request, response);
    }

    /** The officer's own change has ended their other sessions; this one goes on. */
    void renew(SessionOfficer officer, HttpServletRequest request, HttpServletResponse response) {
        save(RunningSession.authentication(officer), request, response);
    }

    private void save(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
