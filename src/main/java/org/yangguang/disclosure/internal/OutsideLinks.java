package org.yangguang.disclosure.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yangguang.disclosure.LinkProperties;
import org.yangguang.platform.OpenNetwork;
import org.yangguang.site.SiteIdentity;

/**
 * Asks other sites whether an address is there, and reads nothing but the head of the answer. Names are resolved once, judged, and the
 * judged address is the one that is called, for redirects as well: neither a name nor a redirect leads into the own network.
 */
@Component
class OutsideLinks implements DisposableBean {

    private static final int LONGEST = 2_000;
    private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);
    /** Answers of sites that are there and do not like to be asked in this way. */
    private static final Set<Integer> RESERVED = Set.of(401, 402, 403, 405, 406, 407, 429, 451, 501);

    private final LinkProperties properties;
    private final List<String> privateHosts;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "link-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    OutsideLinks(LinkProperties properties, SiteIdentity site) {
        this.properties = properties;
        this.privateHosts = properties.privateHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        Timeout timeout = Timeout.of(properties.timeout());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Judging())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(16_384)
                                        .setMaxHeaderCount(200)
                                        .setMaxEmptyLineCount(5)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Yangguang-LinkCheck (+" + site.url() + ")")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    LinkOutcome look(String address) {
        long end = System.nanoTime() + properties.timeout().toNanos();
        String next = address;
        try {
            for (int step = 0; step <= properties.redirects(); step++) {
                URI uri = uri(next);
                if (uri == null) {
                    return step == 0 ? LinkOutcome.gone("address") : LinkOutcome.silent("redirects");
                }
                if (!callable(uri)) {
                    return LinkOutcome.silent("port");
                }
                Answer answer = ask(uri, end);
                if (answer.location() == null) {
                    return judged(answer.status());
                }
                next = uri.resolve(answer.location().strip().replace(" ", "%20"))
                        .toString();
            }
            return LinkOutcome.silent("redirects");
        } catch (PrivateAddress e) {
            return LinkOutcome.inside("");
        } catch (UnknownHostException e) {
            return LinkOutcome.silent("host");
        } catch (javax.net.ssl.SSLException e) {
            return LinkOutcome.silent("certificate");
        } catch (IOException e) {
            return LinkOutcome.silent("timeout");
        } catch (IllegalArgumentException e) {
            return LinkOutcome.silent("redirects");
        }
    }

    private record Answer(
            int status, @org.jspecify.annotations.Nullable String location) {}

    /** HEAD, and GET where a site cannot answer that. */
    private Answer ask(URI uri, long end) throws IOException {
        Answer head = ask(new HttpHead(uri), end);
        if (head.location() != null || head.status() < 400 || head.status() == 410) {
            return head;
        }
        HttpGet get = new HttpGet(uri);
        get.setHeader(HttpHeaders.RANGE, "bytes=0-0");
        return ask(get, end);
    }

    private Answer ask(HttpUriRequestBase request, long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new java.net.SocketTimeoutException();
        }
        ScheduledFuture<?> stop = clock.schedule(request::abort, left, TimeUnit.NANOSECONDS);
        HttpHost host = new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        try {
            ClassicHttpResponse response = http.executeOpen(host, request, null);
            int status = response.getCode();
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            leave(request, response);
            return new Answer(status, status / 100 == 3 && location != null ? location.getValue() : null);
        } finally {
            stop.cancel(false);
        }
    }

    /** Nobody reads the body, however long it is. */
    private static void leave(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.abort();
        try {
            response.close();
        } catch (IOException cutOff) {
            // that is what was wanted
        }
    }

    private static LinkOutcome judged(int status) {
        if (status < 400 || RESERVED.contains(status) || status == 416) {
            return LinkOutcome.alive(String.valueOf(status));
        }
        return status < 500 ? LinkOutcome.gone(String.valueOf(status)) : LinkOutcome.silent(String.valueOf(status));
    }

    private static @org.jspecify.annotations.Nullable URI uri(String address) {
        try {
            URI uri = URI.create(address.strip().replace(" ", "%20"));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && address.length() <= LONGEST
                    ? new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null).resolve(rest(uri))
                    : null;
        } catch (IllegalArgumentException | java.net.URISyntaxException unreadable) {
            return null;
        }
    }

    /** Path and query as they were written; what stands behind the hash is for the reader's browser. */
    private static String rest(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private boolean callable(URI uri) {
        return USUAL_PORTS.contains(uri.getPort()) || known(uri.getHost());
    }

    private boolean known(String host) {
        return privateHosts.contains(host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public void destroy() throws IOException {
        clock.shutdownNow();
        http.close();
    }

    /** The name leads into a network that is not for everybody. */
    private static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        PrivateAddress(String host) {
            super(host);
        }
    }

    private final class Judging implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host.replaceAll("[\\[\\]]", ""));
            if (!known(host)) {
                for (InetAddress each : addresses) {
                    if (!OpenNetwork.reaches(each)) {
                        throw new PrivateAddress(host);
                    }
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }
}
