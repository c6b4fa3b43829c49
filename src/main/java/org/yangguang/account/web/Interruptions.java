package org.yangguang.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.yangguang.account.OfficerPrincipal;

/**
 * Answers a request that cannot go on because nobody is signed in any more: a page leads to the sign-in page and back to where
 * the officer was; a script is told with 401 and the address.
 */
@Component
class Interruptions implements AuthenticationEntryPoint, AccessDeniedHandler, SessionInformationExpiredStrategy {

    /** Why the officer must sign in again; the word that the sign-in page explains. */
    enum Why {
        NEEDED,
        ENDED,
        ELSEWHERE,
        CHANGED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        answer(request, response, ended(request) ? Why.ENDED : Why.NEEDED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException
                && !signedIn()
                && request.getRequestURI().startsWith("/console")) {
            answer(request, response, Why.ENDED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
        if (event.getRequest().getRequestURI().startsWith("/console")) {
            answer(event.getRequest(), event.getResponse(), Why.ELSEWHERE);
        } else {
            // A public page needs no session: ask for it once more, now as a citizen.
            event.getResponse().sendRedirect(addressOf(event.getRequest()));
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Why why) throws IOException {
        String address = UriComponentsBuilder.fromPath(SignInPages.PATH)
                .queryParam("why", why.word())
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back(request))
                .toUriString();
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (script(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write("{\"title\":\"Sign-in needed\",\"status\":401,\"reason\":\"%s\",\"signIn\":\"%s\"}"
                            .formatted(why.word(), address)
                            .getBytes(StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(address);
        }
    }

    private static boolean ended(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof OfficerPrincipal;
    }

    private static boolean script(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader("Accept");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || (mode != null && !mode.equals("navigate"))
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    /** A page is asked for again; what was sent cannot be, so its form is shown again. */
    private static String back(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null && !script(request)) {
            return addressOf(request);
        }
        return Optional.ofNullable(request.getHeader("HX-Current-URL"))
                .or(() -> Optional.ofNullable(request.getHeader("Referer")))
                .map(Interruptions::pathOf)
                .map(ConsoleAddress::safe)
                .orElse(ConsoleAddress.HOME);
    }

    private static String addressOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static @Nullable String pathOf(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
