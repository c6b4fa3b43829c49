package org.yangguang.delivery.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.delivery.internal.PageKey;
import org.yangguang.site.ChosenParameters;

/**
 * The request reduced to what the kept answer may depend on: who makes the page sees no other parameters, cookies or headers, so that
 * nothing of one reader can get into what all are shown.
 */
final class PlainRequest extends ChosenParameters {

    private static final Set<String> HIDDEN = Set.of(
            "cookie",
            "range",
            "if-range",
            "if-none-match",
            "if-modified-since",
            "if-match",
            "if-unmodified-since",
            "accept-language",
            "referer",
            "origin",
            "x-requested-with");

    private final PageKey key;

    PlainRequest(HttpServletRequest request, PageKey key, Map<String, String> counting) {
        super(request, counting);
        this.key = key;
    }

    /** A page is made whole, also for who asks only for its headers. */
    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getQueryString() {
        return key.query().isEmpty() ? null : key.query();
    }

    @Override
    public Cookie[] getCookies() {
        Cookie language = new Cookie(Wishes.LANGUAGE, key.language());
        return key.view().isEmpty()
                ? new Cookie[] {language}
                : new Cookie[] {language, new Cookie(Wishes.VIEW, key.view())};
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase("accept")) {
            return accept();
        }
        return hidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase("accept")) {
            return Collections.enumeration(List.of(accept()));
        }
        return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !hidden(name))
                .toList());
    }

    private String accept() {
        return key.accept().isEmpty() ? "text/html, */*;q=0.8" : key.accept();
    }

    private static boolean hidden(String name) {
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }
}
