package org.yangguang.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yangguang.account.internal.SessionOfficer;
import org.yangguang.account.internal.SignIn;

/**
 * Looks at the account at every console request: a revoked grant, a lock or a new password works at once and not at the next
 * sign-in. Also keeps an officer who has to choose a password or set up a second factor from anything else.
 */
class RunningSession extends OncePerRequestFilter {

    private final SignIn signIn;
    private final Interruptions interruptions;

    RunningSession(SignIn signIn, Interruptions interruptions) {
        this.signIn = signIn;
        this.interruptions = interruptions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/console");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SessionOfficer then)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SessionOfficer> now =
                signIn.officer(then.officer().id()).filter(officer -> officer.sessionEpoch() == then.sessionEpoch());
        if (now.isEmpty()) {
            end(request);
            interruptions.answer(request, response, Interruptions.Why.CHANGED);
            return;
        }
        continueAs(now.get());
        Optional<String> first = firstOf(now.get(), request.getRequestURI());
        if (first.isPresent()) {
            response.sendRedirect(first.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    static Authentication authentication(SessionOfficer officer) {
        return UsernamePasswordAuthenticationToken.authenticated(officer, null, officer.authorities());
    }

    private static void continueAs(SessionOfficer officer) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(officer));
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static Optional<String> firstOf(SessionOfficer officer, String path) {
        if (path.startsWith(SignInPages.PATH)) {
            return Optional.empty();
        }
        if (officer.passwordDue()) {
            return path.equals("/console/account/password")
                    ? Optional.empty()
                    : Optional.of("/console/account/password");
        }
        if (officer.secondFactorDue()) {
            return path.startsWith("/console/account/second-factor")
                    ? Optional.empty()
                    : Optional.of("/console/account/second-factor");
        }
        return Optional.empty();
    }
}
