package org.yangguang.delivery.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yangguang.delivery.internal.PageCache;
import org.yangguang.delivery.internal.StoredPage;
import org.yangguang.platform.WhenServing;
import org.yangguang.site.KeptPageWatch;

/**
 * Answers requests for kept pages from bytes to bytes, before the server has made a request of them. It gives nothing but what
 * {@link PageFilter} would give: the same page under the same key, as long as it stands.
 */
@Component
@WhenServing
class KeptAnswers {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final PageCache cache;
    private final List<KeptPageWatch> watches;
    private final Clock clock;
    private final Counter hits;
    private final String session;
    private final boolean proxied;
    private volatile Second second = new Second(Long.MIN_VALUE, new byte[0]);

    private record Second(long number, byte[] written) {}

    KeptAnswers(
            PageCache cache,
            List<KeptPageWatch> watches,
            Clock clock,
            MeterRegistry meters,
            @Value("${server.servlet.session.cookie.name:JSESSIONID}") String session,
            @Value("${server.forward-headers-strategy:none}") String proxies) {
        this.cache = cache;
        this.watches = List.copyOf(watches);
        this.clock = clock;
        this.hits = meters.counter("yangguang.pages", "given", "kept");
        this.session = session;
        this.proxied = !proxies.equalsIgnoreCase("none");
    }

    /**
     * Writes the answer to a request.
     *
     * @param bytes what came in; whether it is a whole request is looked at here
     * @param out empty; afterwards ready to be read when there is an answer
     * @param address of the other end of the connection
     * @return false when the server shall answer
     */
    boolean answer(byte[] bytes, int length, ByteBuffer out, Supplier<String> address) {
        PageCache.Era era = cache.era();
        RequestHead head = era == null ? null : RequestHead.read(bytes, length, session, proxied);
        if (head == null || era == null) {
            return false;
        }
        StoredPage page = cache.find(head.key(), era);
        if (page == null || page.weight() > out.capacity()) {
            return false;
        }
        write(page, head, out);
        hits.increment();
        String browser = head.headers().get("user-agent");
        if (browser != null && !head.bodiless() && !ahead(head) && page.shown()) {
            String forwarded = proxied ? head.headers().get("x-forwarded-for") : null;
            for (KeptPageWatch watch : watches) {
                watch.given(head.key().path(), address.get(), forwarded, browser);
            }
        }
        return true;
    }

    private void write(StoredPage page, RequestHead head, ByteBuffer out) {
        boolean gzip = page.compressed() && Wishes.gzip(head.headers().get("accept-encoding"));
        String standing = head.headers().get("if-none-match");
        boolean stands =
                standing != null && page.status() == 200 && Wishes.matches(standing, page.plainTag(), page.gzipTag());
        byte[] body = gzip ? page.gzip() : page.plain();
        out.put(ascii(stands ? "HTTP/1.1 304 \r\n" : page.status() == 200 ? "HTTP/1.1 200 \r\n" : "HTTP/1.1 410 \r\n"));
        out.put(page.written());
        out.put(ascii(stands || !gzip ? "ETag: " : "Content-Encoding: gzip\r\nETag: "));
        out.put(ascii(gzip ? page.gzipTag() : page.plainTag()));
        if (!stands) {
            out.put(ascii("\r\nContent-Length: ")).put(ascii(Integer.toString(body.length)));
        }
        out.put(date());
        if (!stands && !head.bodiless()) {
            out.put(body);
        }
        out.flip();
    }

    private byte[] date() {
        long now = Math.floorDiv(clock.millis(), 1_000);
        Second known = second;
        if (known.number() != now) {
            String date = DATE.format(Instant.ofEpochSecond(now).atOffset(ZoneOffset.UTC));
            known = new Second(now, ascii("\r\nDate: " + date + "\r\n\r\n"));
            second = known;
        }
        return known.written();
    }

    /** Loaded by a browser before anybody asked for it. */
    private static boolean ahead(RequestHead head) {
        String purpose =
                head.headers().getOrDefault("sec-purpose", head.headers().getOrDefault("purpose", ""));
        return purpose.contains("prefetch");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
