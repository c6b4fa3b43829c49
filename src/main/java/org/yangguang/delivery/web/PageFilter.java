package org.yangguang.delivery.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.yangguang.delivery.DeliveryProperties;
import org.yangguang.delivery.internal.PageCache;
import org.yangguang.delivery.internal.PageKey;
import org.yangguang.delivery.internal.StoredPage;
import org.yangguang.delivery.internal.Turns;
import org.yangguang.site.KeptPages;
import org.yangguang.site.Shown;

/**
 * Gives kept pages before anything else has to work. It never decides who may see what: it keeps only what was made, by the whole
 * program and past the visibility gate, for a request that has shown nothing, and gives it only to such requests. Whoever has a
 * session or a token passes by.
 */
final class PageFilter implements Filter {

    /** What the program says of a page that everybody may keep; any other word, or none, means that it is not kept. */
    private static final String FOR_EVERYBODY = "no-cache";

    private static final int LARGEST = 2_000_000;
    private static final long LINE_MILLIS = 2_000;
    private static final long MAKING_SECONDS = 10;
    private static final byte[] BUSY =
            "网站正忙，请稍后再试。\nThe site is busy. Please try again in a moment.\n".getBytes(StandardCharsets.UTF_8);

    private final PageCache cache;
    private final KeptPaths paths;
    private final Turns plain;
    private final Turns asked;
    private final Turns searching;
    private final Counter hits;
    private final Counter misses;
    private final Counter refused;

    PageFilter(PageCache cache, KeptPaths paths, DeliveryProperties properties, MeterRegistry meters) {
        this.cache = cache;
        this.paths = paths;
        this.plain = new Turns(properties.making(), properties.waiting(), LINE_MILLIS);
        this.asked = new Turns(properties.making(), properties.waiting(), LINE_MILLIS);
        this.searching = new Turns(properties.making(), properties.waiting(), LINE_MILLIS);
        this.hits = meters.counter("yangguang.pages", "given", "kept");
        this.misses = meters.counter("yangguang.pages", "given", "made");
        this.refused = meters.counter("yangguang.pages", "given", "refused");
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getRequestURI();
        KeptPages pages = reads && !path.startsWith("/console") ? declared(request, path) : null;
        if (pages == null) {
            chain.doFilter(request, response);
            return;
        }
        Map<String, String> counting = KeptPaths.counting(request.getQueryString(), pages.parameters());
        String accept = Wishes.kind(request.getHeader(HttpHeaders.ACCEPT));
        PageCache.Era era = cache.era();
        if (!pages.kept() || era == null || counting == null || accept == null || !nobody(request)) {
            Turns line = !pages.kept() ? searching : request.getQueryString() == null ? plain : asked;
            inTurn(line, response, () -> {
                chain.doFilter(request, response);
                return null;
            });
            return;
        }
        PageKey key = new PageKey(
                path,
                KeptPaths.query(counting),
                Wishes.language(cookie(request, Wishes.LANGUAGE)),
                Wishes.view(cookie(request, Wishes.VIEW)),
                accept,
                request.isSecure());
        StoredPage page = cache.findInTime(key, era);
        if (page != null) {
            hits.increment();
            give(page, request, response);
            return;
        }
        make(key, era, counting, request, response, chain);
    }

    private @Nullable KeptPages declared(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        // Choosing a language sets a cookie: that is an answer to one reader.
        return query != null && query.contains("lang=") ? null : paths.of(path);
    }

    private void make(
            PageKey key,
            PageCache.Era era,
            Map<String, String> counting,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        Turns line = key.query().isEmpty() ? plain : asked;
        CompletableFuture<@Nullable StoredPage> underWay = cache.join(key, era);
        if (underWay != null) {
            StoredPage page = await(underWay);
            if (page != null) {
                hits.increment();
                give(page, request, response);
            } else {
                inTurn(line, response, () -> {
                    chain.doFilter(request, response);
                    return null;
                });
            }
            return;
        }
        StoredPage made = null;
        try {
            made = inTurn(line, response, () -> capture(key, counting, request, response, chain));
        } finally {
            cache.finish(key, era, made, Shown.told(request));
        }
    }

    private @Nullable StoredPage capture(
            PageKey key,
            Map<String, String> counting,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        misses.increment();
        CapturedResponse captured = new CapturedResponse(response);
        chain.doFilter(new PlainRequest(request, key, counting), captured);
        if (captured.left()) {
            return null;
        }
        byte[] body = captured.body();
        String type = captured.getContentType();
        if (!keep(captured, request, body) || type == null) {
            response.setContentLength(body.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(body);
            }
            return null;
        }
        StoredPage page = StoredPage.of(captured.getStatus(), type, captured.headers(), body);
        give(page, request, response);
        return page;
    }

    private static boolean keep(CapturedResponse captured, HttpServletRequest request, byte[] body) {
        boolean lasting =
                captured.getStatus() == HttpStatus.OK.value() || captured.getStatus() == HttpStatus.GONE.value();
        return lasting
                && body.length <= LARGEST
                && !captured.setsCookie()
                && request.getSession(false) == null
                && FOR_EVERYBODY.equals(captured.getHeader(HttpHeaders.CACHE_CONTROL));
    }

    private static void give(StoredPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = page.compressed() && Wishes.gzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String before = "";
        for (StoredPage.Header header : page.headers()) {
            if (header.name().equals(before)) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
            before = header.name();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, StoredPage.KEEPING);
        response.setHeader(HttpHeaders.VARY, StoredPage.VARY);
        response.setHeader(HttpHeaders.ETAG, gzip ? page.gzipTag() : page.plainTag());
        if (page.status() == HttpStatus.OK.value()
                && Wishes.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), page.plainTag(), page.gzipTag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        byte[] body = gzip ? page.gzip() : page.plain();
        response.setStatus(page.status());
        response.setContentType(page.contentType());
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Whether the request has shown nothing by which its reader could see more than everybody. */
    private static boolean nobody(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getRequestedSessionId() == null
                && request.getHeader("HX-Request") == null;
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private static @Nullable StoredPage await(CompletableFuture<@Nullable StoredPage> page) {
        try {
            return page.get(MAKING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        StoredPage run() throws IOException, ServletException;
    }

    private @Nullable StoredPage inTurn(Turns line, HttpServletResponse response, Work work)
            throws IOException, ServletException {
        if (!line.take()) {
            refused.increment();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("text/plain;charset=UTF-8");
            response.setContentLength(BUSY.length);
            response.getOutputStream().write(BUSY);
            return null;
        }
        try {
            return work.run();
        } finally {
            line.over();
        }
    }
}
