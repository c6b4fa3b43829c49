package org.yangguang.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.delivery.internal.PageCache;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.site.KeptPages;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class PageDeliveryTests {

    /** What may differ between two answers to the same question. */
    private static final Set<String> OF_ONE_ANSWER = Set.of("date", "keep-alive", "connection", "transfer-encoding");

    private static final Set<String> OF_KEEPING =
            Set.of("etag", "vary", "cache-control", "content-encoding", "content-length");

    @Autowired
    ApplicationContext context;

    @Autowired
    TestDistrict district;

    @Autowired
    Catalogue catalogue;

    @Autowired
    PageCache cache;

    @Autowired
    MeterRegistry meters;

    @Autowired
    List<KeptPages> declared;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyKeptPageIsWhatAFreshOneWouldBe() throws Exception {
        Office office = Office.open(context);
        Column column = office.column();
        ItemId item = district.publish(
                office.organ, Contents.in(column.id()).titled("缓存的页面").content());
        Map<String, String> variables = Map.of("code", column.code(), "number", "1", "part", "0");
        Set<String> given = new LinkedHashSet<>();
        for (KeptPages pages : declared) {
            for (String pattern : pages.patterns()) {
                if (!pages.kept()) {
                    continue;
                }
                String id = pattern.contains("items/") || pattern.contains("disclosures/")
                        ? String.valueOf(item.value())
                        : String.valueOf(office.organ.value());
                String path = pattern.replace("{id}", id);
                for (Map.Entry<String, String> variable : variables.entrySet()) {
                    path = path.replace("{" + variable.getKey() + "}", variable.getValue());
                }
                if (path.contains("{")) {
                    continue;
                }
                List<String> addresses = new ArrayList<>(List.of(path));
                pages.parameters().forEach(name -> addresses.add(addresses.get(0) + "?" + name + "=1"));
                for (String address : addresses) {
                    if (sameFreshMadeAndKept(address)) {
                        given.add(pattern);
                    }
                }
            }
        }
        assertThat(given)
                .contains("/", "/items/{id}", "/columns/{code}", "/catalogue", "/feed.atom", "/api/v1/columns");
    }

    /** True when the page was kept. */
    private boolean sameFreshMadeAndKept(String address) throws Exception {
        for (String language : new String[] {"zh-CN", "en"}) {
            HttpResponse<byte[]> fresh = get(address, "HX-Request", "true", "Cookie", "lang=" + language);
            cache.forget();
            HttpResponse<byte[]> made = get(address, "Cookie", "lang=" + language);
            HttpResponse<byte[]> kept = get(address, "Cookie", "lang=" + language);
            HttpResponse<byte[]> gzip =
                    get(address, "Cookie", "lang=" + language, "Accept-Encoding", "gzip, deflate, br");
            assertThat(made.statusCode()).as(address).isEqualTo(fresh.statusCode());
            assertThat(kept.statusCode()).as(address).isEqualTo(fresh.statusCode());
            assertThat(new String(made.body())).as(address).isEqualTo(new String(fresh.body()));
            assertThat(new String(kept.body())).as(address).isEqualTo(new String(fresh.body()));
            assertThat(new String(unzipped(gzip))).as(address).isEqualTo(new String(fresh.body()));
            assertThat(headers(made)).as(address).isEqualTo(headers(fresh));
            assertThat(headers(kept)).as(address).isEqualTo(headers(fresh));
            assertThat(headers(gzip)).as(address).isEqualTo(headers(fresh));
        }
        return get(address).headers().firstValue("ETag").isPresent();
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            String plain = name.toLowerCase(java.util.Locale.ROOT);
            if (!OF_ONE_ANSWER.contains(plain) && !OF_KEEPING.contains(plain)) {
                headers.put(plain, values);
            }
        });
        assertThat(headers)
                .containsKeys(
                        "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy");
        return headers;
    }

    @Test
    void whatIsWithdrawnIsGoneFromEveryKeptPageAtOnce() throws Exception {
        Office office = Office.open(context);
        String title = "将被撤回的文件" + TestDistrict.unique();
        Outcome.Done published = office.approved(office.content(title));
        String page = "/items/" + published.item().value();
        List<String> pages = List.of(page, "/", "/catalogue?organ=" + office.organ.value(), "/feed.atom");
        for (String address : pages) {
            assertThat(text(get(address))).as(address).contains(title);
            assertThat(text(get(address))).as(address).contains(title);
        }

        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));

        for (String address : pages) {
            assertThat(text(get(address))).as(address).doesNotContain(title);
        }
        assertThat(get(page).statusCode()).isEqualTo(410);
        assertThat(get(page).statusCode()).isEqualTo(410);
    }

    @Test
    void aPublicationMakesOnlyPagesNewThatMayShowIt() throws Exception {
        Office office = Office.open(context);
        Column elsewhere = catalogue.columns().stream()
                .filter(column -> column.head() == Column.Head.STATUTORY)
                .filter(column -> !column.id().equals(office.column().id()))
                .findFirst()
                .orElseThrow();
        Outcome.Done near = office.approved(office.content("同栏目的文件" + TestDistrict.unique()));
        ItemId far = district.publish(
                office.organ, Contents.in(elsewhere.id()).titled("别处的文件").content());
        String nearPage = "/items/" + near.item().value();
        String farPage = "/items/" + far.value();
        settled();
        List.of(nearPage, farPage, "/").forEach(this::kept);

        Outcome.Done published = office.approved(office.content("新的文件" + TestDistrict.unique()));

        settled();
        assertThat(made(farPage)).as("of another column and subject").isFalse();
        assertThat(made(nearPage)).as("of the same column").isTrue();
        assertThat(made("/")).isTrue();

        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));

        settled();
        assertThat(made(farPage)).isFalse();
        assertThat(made(nearPage)).isTrue();
    }

    @Test
    void draftsAndReviewsMakeNoPageNew() throws Exception {
        Office office = Office.open(context);
        settled();
        kept("/");
        office.cleared(office.content("尚未公开的文件" + TestDistrict.unique()));
        settled();
        assertThat(made("/")).isFalse();
    }

    /** Until the acts of before have been looked at a second time. */
    private void settled() {
        Awaitility.await().until(cache::settled);
    }

    private void kept(String address) {
        made(address);
        assertThat(made(address)).as(address).isFalse();
    }

    /** Whether asking for the page made it anew. */
    private boolean made(String address) {
        double before = meters.counter("yangguang.pages", "given", "made").count();
        try {
            assertThat(get(address).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return meters.counter("yangguang.pages", "given", "made").count() > before;
    }

    @Test
    void whatALimitedReaderSawIsNeverGivenToAnother() throws Exception {
        Office office = Office.open(context);
        Column column = office.column();
        Audiences audiences = context.getBean(Audiences.class);
        Audiences.Result.Opened opened = (Audiences.Result.Opened)
                audiences.create(office.disclosureOffice(), office.organ, "限定的人" + TestDistrict.unique(), null);
        ItemId item = district.publish(
                office.organ,
                Contents.in(column.id())
                        .titled("限定公开")
                        .limitedTo(opened.audience())
                        .content());
        String address = "/items/" + item.value();
        assertThat(get(address).statusCode()).isEqualTo(404);
        String session = sessionOf(opened.code());

        HttpResponse<byte[]> limited = get(address, "Cookie", session);
        assertThat(limited.statusCode()).isEqualTo(200);
        assertThat(limited.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(limited.headers().firstValue("ETag")).isEmpty();
        assertThat(get(address).statusCode()).isEqualTo(404);
        assertThat(text(get("/catalogue?organ=" + office.organ.value(), "Cookie", session)))
                .contains("限定公开");
        assertThat(text(get("/catalogue?organ=" + office.organ.value()))).doesNotContain("限定公开");
    }

    private String sessionOf(String code) throws Exception {
        HttpResponse<byte[]> form = get("/audience");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String token = text(form).replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        HttpResponse<Void> opened = http.send(
                request("/audience")
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("code=" + code + "&_csrf=" + token))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return opened.headers()
                .firstValue("Set-Cookie")
                .map(value -> value.split(";")[0])
                .orElse(cookie);
    }

    @Test
    void whoHasThePageIsToldThatItStands() throws Exception {
        HttpResponse<byte[]> page = get("/about");
        String tag = get("/about").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> same = get("/about", "If-None-Match", "\"other\", W/" + tag);
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).contains(tag);
        assertThat(get("/about", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control"))
                .contains("public, max-age=0, s-maxage=1, must-revalidate");
        HttpResponse<byte[]> head = http.send(
                request("/about")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(page.body().length));
    }

    @Test
    void parametersThatMeanNothingDoNotMakeAnotherPage() throws Exception {
        cache.forget();
        byte[] page = get("/about").body();
        for (int i = 0; i < 200; i++) {
            assertThat(get("/about?utm_" + i + "=" + i + "&q=" + i).body()).isEqualTo(page);
        }
        assertThat(cache.bytes()).isLessThan(100L * page.length);
        HttpResponse<byte[]> one = get("/catalogue?page=2&sort=oldest&x=1");
        HttpResponse<byte[]> other = get("/catalogue?y=1&sort=oldest&page=2");
        assertThat(text(one)).isEqualTo(text(other)).doesNotContain("x=1");
    }

    @Test
    void brokenHeadersDoNoHarm() throws Exception {
        byte[] page = get("/about").body();
        for (String[] header : new String[][] {
            {"Accept", ";;;///"},
            {"Accept", "text/html;q=zwei"},
            {"Accept-Encoding", "gzip;q=0, identity;q=0"},
            {"Accept-Encoding", ";;q=,,,"},
            {"Range", "bytes=5-2"},
            {"Range", "bytes=0-99999999999999999999"},
            {"If-None-Match", "\"\"\",,W/"},
            {"If-Modified-Since", "gestern"},
            {"Cookie", "lang=\u0001; yg-view=<script>"},
            {"Accept-Language", "x".repeat(2000)}
        }) {
            HttpResponse<byte[]> answer;
            try {
                answer = get("/about", header);
            } catch (IllegalArgumentException notSendable) {
                continue;
            }
            assertThat(answer.statusCode()).as(String.join(": ", header)).isLessThan(500);
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).as(String.join(": ", header)).isEqualTo(page);
            }
        }
    }

    @Test
    void manyAddressesStayWithinTheMemoryGiven() throws Exception {
        for (int i = 0; i < 300; i++) {
            get("/catalogue?year=" + (1900 + i) + "&page=" + (1 + i % 50));
        }
        assertThat(cache.bytes()).isLessThan(60_000_000L);
        assertThat(get("/about").statusCode()).isEqualTo(200);
    }

    @Test
    void severalRequestsOfOneConnectionAreAnsweredInTheirOrderWhoeverAnswersThem() throws Exception {
        byte[] about = get("/about").body();
        byte[] data = get("/data").body();
        String kept = "GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String made = "GET /data HTTP/1.1\r\nHost: localhost\r\nHX-Request: true\r\n\r\n";
        String last = "GET /about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (List<String> written : List.of(
                List.of(kept, made, kept, last),
                List.of(kept + made + kept + last),
                List.of("GET /about HT", "TP/1.1\r\nHost: local", "host\r\n\r\n" + made + kept + last))) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setTcpNoDelay(true);
                for (String part : written) {
                    socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
                byte[] answers = socket.getInputStream().readAllBytes();
                assertThat(bodies(answers)).containsExactly(text(about), text(data), text(about), text(about));
            }
        }
    }

    @Test
    void aReaderWhoTakesTheirTimeGetsTheWholePage() throws Exception {
        get("/catalogue");
        int length = get("/catalogue").body().length;
        int times = 300;
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", port));
            Thread asking = new Thread(() -> {
                try {
                    for (int i = 0; i < times; i++) {
                        String more = i == times - 1 ? "Connection: close\r\n" : "";
                        String asked = "GET /catalogue HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
                        socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            asking.start();
            List<String> bodies = bodies(socket.getInputStream().readAllBytes());
            asking.join();
            assertThat(bodies).hasSize(times).allMatch(body -> body.getBytes(StandardCharsets.UTF_8).length == length);
        }
    }

    private static List<String> bodies(byte[] answers) {
        List<String> bodies = new ArrayList<>();
        int at = 0;
        while (at < answers.length) {
            String head = new String(answers, at, Math.min(2_000, answers.length - at), StandardCharsets.ISO_8859_1);
            head = head.substring(0, head.indexOf("\r\n\r\n") + 4);
            int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
            bodies.add(new String(answers, at + head.length(), length, StandardCharsets.UTF_8));
            at += head.length() + length;
        }
        return bodies;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        boolean zipped =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        return zipped ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
    }
}
