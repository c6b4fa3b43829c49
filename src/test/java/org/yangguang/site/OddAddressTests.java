package org.yangguang.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.yangguang.testing.YangguangTest;

/** Addresses as people type them and old sites write them, sent byte by byte because no client would. */
@YangguangTest
class OddAddressTests {

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    private record Answer(int status, String location, String body) {}

    private Answer get(String address, Charset charset) throws IOException {
        return send(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(charset));
    }

    private Answer send(byte[] request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String head = all.substring(0, all.indexOf("\r\n\r\n"));
            String location = head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Location: ", 0, 10))
                    .map(line -> line.substring(10))
                    .findFirst()
                    .orElse("");
            return new Answer(Integer.parseInt(head.substring(9, 12)), location, all.substring(head.length()));
        }
    }

    @Test
    void whoSendsTwoGigabytesInAFormIsToldThatTheyAreTooMany() throws IOException {
        Answer answer = send(
                ("POST /report-check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: zh-CN\r\n"
                                + "Content-Type: multipart/form-data; boundary=end\r\nContent-Length: 2147483648\r\n\r\n--end\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("提交的内容过大", "请缩小后重新提交");
    }

    @Test
    void aSignThatNobodyCanTypeCostsNobodyTheRestOfTheirWords() throws Exception {
        mvc.perform(MockMvcRequestBuilders.post("/letters")
                        .param("title", "路灯\0不亮")
                        .param("body", "\0\0"))
                .andExpect(MockMvcResultMatchers.status().is(422))
                .andExpect(MockMvcResultMatchers.content().string(Matchers.containsString("value=\"路灯不亮\"")));
        for (String address : List.of("/search?q=%00", "/catalogue?q=a%00b", "/on-request/apply?q=%00&organ=%00")) {
            assertThat(get(address, StandardCharsets.US_ASCII).status())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void aFormWithFilesThatCannotBeReadIsNoFaultOfTheProgram() throws IOException {
        String part =
                "--end\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"a\0.pdf\"\r\n\r\n%PDF\r\n--end--\r\n";
        Answer answer = send(
                ("POST /on-request/apply HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: zh-CN\r\n"
                                + "Content-Type: multipart/form-data; boundary=end\r\nContent-Length: " + part.length()
                                + "\r\n\r\n" + part)
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("无法识别的请求");
    }

    /** As a browser: follows the redirection to the address that is written well. */
    private Answer read(String address) throws IOException {
        Answer first = get(address, StandardCharsets.US_ASCII);
        return first.status() == 302
                ? get(first.location().replaceFirst("^http://[^/]+", ""), StandardCharsets.US_ASCII)
                : first;
    }

    @Test
    void noQueryGivesAnError() throws IOException {
        for (String query : List.of(
                "%",
                "%zz",
                "%ff",
                "%00%ff",
                "100%",
                "a|b{}[]<>^`\\\"",
                "*",
                "AND%20(",
                "%22",
                "a".repeat(12_000),
                "&&=&q",
                "%F0%A0%AE%B7")) {
            assertThat(read("/search?q=" + query).status())
                    .as(query.substring(0, Math.min(20, query.length())))
                    .isEqualTo(200);
            assertThat(read("/api/v1/search?q=" + query).status())
                    .as(query.substring(0, Math.min(20, query.length())))
                    .isEqualTo(200);
        }
        assertThat(read("/search/suggest?q=%ff").status()).isEqualTo(200);
    }

    @Test
    void aLinkOfAnOldSiteThatWritesChineseAsGbIsUnderstood() throws IOException {
        Answer first = get("/search?q=%D4%A4%CB%E3&page=1", StandardCharsets.US_ASCII);

        assertThat(first.status()).isEqualTo(302);
        assertThat(first.location()).endsWith("/search?q=%E9%A2%84%E7%AE%97&page=1");
        assertThat(read("/search?q=%D4%A4%CB%E3").body()).contains("value=\"预算\"");
    }

    @Test
    void whatCannotBeReadIsToldInPlainWordsAndLeadsNowhereElse() throws IOException {
        for (String address : List.of("/search?q=预算", "/a b?", "/" + "a".repeat(60_000))) {
            Answer answer = get(address, StandardCharsets.UTF_8);
            assertThat(answer.status()).as(address.substring(0, 5)).isBetween(400, 499);
            assertThat(answer.body()).contains("无法识别的网址").doesNotContain("Tomcat", "Exception");
        }
        assertThat(get("//example.org/?q=%ff", StandardCharsets.US_ASCII).location())
                .doesNotContain("example.org");
        assertThat(get("/catalogue?year=%ff", StandardCharsets.US_ASCII).status())
                .isEqualTo(302);
        assertThat(read("/catalogue?year=%ff").body()).contains("无法识别的请求");
    }

    @Test
    void theInterfaceIsDescribedAndNothingElse() throws IOException {
        String description = read("/api/v1/openapi.json").body();

        assertThat(description)
                .contains("\"/api/v1/disclosures\"", "\"/api/v1/search\"", "\"/api/v1/organs\"", "\"/api/v1/columns\"");
        assertThat(description)
                .doesNotContain("\"/console", "\"/sitemap", "Generated server url", "OpenAPI definition");
    }

    @Test
    void aFullDiskIsToldAsWhatItIs() throws Exception {
        Exception failed =
                new IllegalStateException(new SQLException("could not extend file: No space left on device", "53100"));
        mvc.perform(MockMvcRequestBuilders.get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, failed))
                .andExpect(MockMvcResultMatchers.status().is(507))
                .andExpect(MockMvcResultMatchers.content().string(Matchers.containsString("没有保存")));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatThePageCallsWrittenDownIsWrittenDown(CapturedOutput output) throws Exception {
        mvc.perform(MockMvcRequestBuilders.get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("a broken cog")))
                .andExpect(MockMvcResultMatchers.content().string(Matchers.containsString("已经记录")));
        assertThat(output.getAll()).contains("GET /somewhere failed", "a broken cog", "at org.yangguang");
    }

    @Test
    void aProblemDocumentSaysWhatToDo() throws IOException {
        assertThat(read("/api/v1/disclosures/999999999").body())
                .contains("\"detail\":", "\"status\":404")
                .doesNotContain("Not Found");
    }
}
