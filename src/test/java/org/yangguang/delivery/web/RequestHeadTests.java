package org.yangguang.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yangguang.delivery.internal.PageKey;

class RequestHeadTests {

    private static final String BROWSER = "GET /items/7?page=2 HTTP/1.1\r\nHost: www.example.org:8080\r\n"
            + "User-Agent: Mozilla/5.0 (X11; Linux)\r\nAccept: text/html,*/*;q=0.8\r\nAccept-Encoding: gzip, deflate\r\n"
            + "Cookie: other=1; lang=en; yg-view=elder.contrast\r\nConnection: keep-alive\r\n\r\n";

    private static @Nullable RequestHead read(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        return RequestHead.read(bytes, bytes.length, "JSESSIONID", true);
    }

    @Test
    void whatABrowserSendsIsUnderstood() {
        RequestHead head = read(BROWSER);
        assertThat(head).isNotNull();
        assertThat(head.key()).isEqualTo(new PageKey("/items/7", "page=2", "en", "elder.contrast", "", false));
        assertThat(head.bodiless()).isFalse();
        assertThat(head.headers()).containsEntry("accept-encoding", "gzip, deflate");
    }

    @Test
    void whatAProxyAddsIsUnderstood() {
        RequestHead head = read("HEAD / HTTP/1.1\r\nhost: a.cn\r\nX-Forwarded-For: 10.0.0.1, 1.2.3.4\r\n"
                + "X-Forwarded-Proto: https\r\n\r\n");
        assertThat(head).isNotNull();
        assertThat(head.bodiless()).isTrue();
        assertThat(head.key()).isEqualTo(new PageKey("/", "", "zh-CN", "", "", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer x",
                "HX-Request: true",
                "Content-Length: 0",
                "Transfer-Encoding: chunked",
                "Expect: 100-continue",
                "Upgrade: h2c",
                "Connection: close",
                "Connection: Upgrade",
                "Cookie: JSESSIONID=abc",
                "Cookie: a=\"quoted\"",
                "Host: other.example.org",
                "Accept-Encoding: br",
                "Accept: image/png",
                "X-Test: a\u0000b",
                "X-Test: ä",
                " folded: line",
                "No colon",
                "Space : before",
                ": nameless"
            })
    void aRequestThatIsNotQuitePlainIsLeftToTheServer(String line) {
        String request = BROWSER.replace("Accept: text/html,*/*;q=0.8\r\n", "").replace("Cookie: other=1;", "X:");
        assertThat(read(request)).isNotNull();
        assertThat(read(request.replace("Connection: keep-alive", line))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /items/7 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a/items/7 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /items/7;jsessionid=1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /items/7 HTTP/1.0\r\nHost: a\r\n\r\n",
                "GET /items/7\r\nHost: a\r\n\r\n",
                "GET  /items/7 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /items/7 HTTP/1.1\r\n\r\n",
                "GET /items/7 HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /items/7 HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /items/7 HTTP/1.1\nHost: a\n\n",
                "GET /items/7 HTTP/1.1\r\nHost: a\r\n",
                "GET /items/7 HTTP/1.1\r\nHost: a\r\n\r\nGET /items/8 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /",
                "\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void whatIsNotOneWholeRequestForAPageIsLeftToTheServer(String request) {
        assertThat(read(request)).isNull();
    }

    @Test
    void noBytesDoHarm() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = BROWSER.getBytes(StandardCharsets.US_ASCII);
            int length = i % 3 == 0 ? random.nextInt(bytes.length) : bytes.length;
            for (int change = random.nextInt(4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] =
                        "\r\n: \0\t;?".getBytes(StandardCharsets.US_ASCII)[random.nextInt(8)];
            }
            RequestHead head = RequestHead.read(bytes, length, "JSESSIONID", false);
            assertThat(head == null || head.key().path().startsWith("/")).isTrue();
        }
    }
}
