package org.yangguang.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yangguang.account.AccessTokens;
import org.yangguang.account.OfficerPrincipal;
import org.yangguang.account.TokenScope;

/** Knows the officer behind {@code Authorization: Bearer}; a token that does not work is refused, never ignored. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final ApiRefusals refusals;

    BearerTokens(AccessTokens tokens, ApiRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<OfficerPrincipal> principal = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.principal(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        // What a token may read is nobody else's: no shared cache keeps it.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (principal.isEmpty()) {
            refusals.badToken(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal.get(), null, authorities(principal.get())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static List<SimpleGrantedAuthority> authorities(OfficerPrincipal principal) {
        return Arrays.stream(TokenScope.values())
                .filter(principal::allows)
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList();
    }
}
