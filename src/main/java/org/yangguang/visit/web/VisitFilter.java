package org.yangguang.visit.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yangguang.visit.VisitCount;

/**
 * Tells the count of every page that a reader was answered with. It stands before everything else, so that pages out of a cache
 * and those that the browser had already (304) count too; readers without scripts count like others.
 */
class VisitFilter extends OncePerRequestFilter {

    /** Addresses as this site writes them; another spelling of a page is not another page. */
    private static final Pattern PAGE = Pattern.compile("/|(/(0|[1-9][0-9]{0,17}|[a-z][a-z0-9-]{0,60})){1,5}");

    private static final Pattern NO_PAGE =
            Pattern.compile("/(console|api|assets|webjars|files|error|qr|preferences)(/.*)?");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)bot\\b|bot[/;_-]|crawl|spider|slurp|curl|wget|python|java[/-]|headless|monitor|feed|preview|scan|http-?client"
                    + "|okhttp|go-http|libwww|archive|lighthouse|facebookexternalhit|^$");

    private final VisitCount visits;

    VisitFilter(VisitCount visits) {
        this.visits = visits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        String browser = request.getHeader("User-Agent");
        if (isPage(request, response)
                && browser != null
                && counts(request.getRequestURI(), browser)
                && !ahead(request)) {
            visits.seen(request.getRequestURI(), request.getRemoteAddr() + "\n" + browser);
        }
    }

    private static boolean isPage(HttpServletRequest request, HttpServletResponse response) {
        String type = response.getContentType();
        boolean answered =
                response.getStatus() == HttpServletResponse.SC_OK && type != null && type.startsWith("text/html");
        return request.getMethod().equals("GET")
                && (answered || response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED);
    }

    /** Whether a person looks at a page of the site. */
    static boolean counts(String path, String browser) {
        return person(browser)
                && PAGE.matcher(path).matches()
                && !NO_PAGE.matcher(path).matches();
    }

    /** Every browser that people use calls itself Mozilla, for reasons of history; programs mostly do not. */
    private static boolean person(String browser) {
        return browser.startsWith("Mozilla/") && !PROGRAM.matcher(browser).find();
    }

    /** Loaded by a browser before anybody asked for it. */
    private static boolean ahead(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose") == null
                ? request.getHeader("Purpose")
                : request.getHeader("Sec-Purpose");
        return purpose != null && purpose.contains("prefetch");
    }

    /** Puts the filter before all others; only an initializer that says its own order is sorted by it. */
    @Component
    record Place(VisitCount visits) implements ServletContextInitializer, Ordered {

        @Override
        public void onStartup(ServletContext context) {
            context.addFilter("visits", new VisitFilter(visits))
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
