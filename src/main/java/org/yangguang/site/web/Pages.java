package org.yangguang.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.yangguang.site.ConsoleEntry;
import org.yangguang.site.NamedPerson;
import org.yangguang.site.NavigationEntry;
import org.yangguang.site.Page;
import org.yangguang.site.ReadingView;
import org.yangguang.site.SiteIdentity;

/** Makes the {@link Page} of a request. */
@Component
class Pages {

    private final MessageSource texts;
    private final SiteIdentity site;
    private final List<NavigationEntry> navigation;
    private final List<ConsoleEntry> entries;

    Pages(MessageSource texts, SiteIdentity site, List<NavigationEntry> navigation, List<ConsoleEntry> entries) {
        this.texts = texts;
        this.site = site;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(ConsoleEntry::order))
                .toList();
    }

    Page of(HttpServletRequest request) {
        boolean inConsole = request.getRequestURI().startsWith("/console");
        Authentication officer =
                inConsole && request.getUserPrincipal() instanceof Authentication signedIn ? signedIn : null;
        return new Page(
                RequestContextUtils.getLocale(request),
                request.getRequestURI(),
                request.getQueryString() == null ? "" : request.getQueryString(),
                officer == null ? null : name(officer),
                csrf(request, inConsole),
                navigation,
                entriesFor(officer),
                site,
                texts,
                ReadingView.of(request));
    }

    private static String name(Authentication officer) {
        return officer.getPrincipal() instanceof NamedPerson person ? person.displayName() : officer.getName();
    }

    /** A public page that only reads must not open a session; its forms that write ask for a token themselves. */
    private static Page.Csrf csrf(HttpServletRequest request, boolean inConsole) {
        boolean wanted = inConsole || Boolean.TRUE.equals(request.getAttribute(Page.class.getName() + ".csrf"));
        if (wanted && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new Page.Csrf(token.getParameterName(), token.getToken());
        }
        return new Page.Csrf("_csrf", "");
    }

    private List<ConsoleEntry> entriesFor(@Nullable Authentication officer) {
        if (officer == null) {
            return List.of();
        }
        List<String> held = officer.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return entries.stream()
                .filter(entry ->
                        entry.roles().isEmpty() || entry.roles().stream().anyMatch(held::contains))
                .toList();
    }
}
