package org.yangguang.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.statistics.Cell;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@YangguangTest
class ReportCheckPageTests {

    private static final Cell RESULT = new Cell("3", "3", "person");

    @LocalServerPort
    int port;

    @Test
    void anybodyHasAReportCheckedOnAPage() {
        PrintedReport report = PrintedReport.ofADistrict(31);
        int granted = report.figures().at(RESULT).orElseThrow().intValue();
        Page window = Browser.desk();
        window.navigate(address("/report-check"));

        give(window, report.with(RESULT, granted + 5).asPage());

        assertThat(window.locator(".findings li").count()).isEqualTo(2);
        assertThat(window.locator(".findings").textContent()).contains("(一)予以公开");
        assertThat(new AxeBuilder(window)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                        .analyze()
                        .getViolations())
                .isEmpty();

        give(window, report.asPage());
        assertThat(window.locator(".check-result").textContent()).contains("未发现矛盾");

        give(window, new ReportFile("old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}));
        assertThat(window.locator("[role=alert]").textContent()).contains("另存为 docx");
        window.context().close();
    }

    private static void give(Page window, ReportFile report) {
        window.locator("#file")
                .setInputFiles(new FilePayload(report.name(), "application/octet-stream", report.content()));
        window.waitForNavigation(() -> window.locator(".check-form button").click());
    }

    @Test
    void aProgramHasAReportCheckedWithoutAToken() throws Exception {
        PrintedReport report = PrintedReport.ofADistrict(32);
        int granted = report.figures().at(RESULT).orElseThrow().intValue();

        JsonNode answer =
                post("/api/v1/report-checks", report.with(RESULT, granted + 1).asSheet(), 200);

        assertThat(answer.get("scheme").asString()).isEqualTo("2021");
        assertThat(answer.get("findings")).hasSize(2);
        JsonNode finding = answer.get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("results-add-up");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("cells").get(0).asString()).isEqualTo("3.24.person");
        assertThat(finding.get("expected").asInt() - finding.get("found").asInt())
                .isEqualTo(1);
        assertThat(finding.get("message").asString()).contains("自然人");
        assertThat(answer.get("unread")).isEmpty();
    }

    @Test
    void whatIsNoReportIsRefusedWithAReason() throws Exception {
        JsonNode answer =
                post("/api/v1/report-checks", new ReportFile("x", new byte[] {'%', 'P', 'D', 'F', '-', '1'}), 422);

        assertThat(answer.get("scheme").isNull()).isTrue();
        assertThat(answer.get("unread").get(0).get("message").asString()).contains("已损坏");
    }

    @Test
    void aFormThatDoesNotExistIsRefused() throws Exception {
        JsonNode problem = post(
                "/api/v1/report-checks?scheme=1999",
                PrintedReport.ofADistrict(1).asPage(),
                400);

        assertThat(problem.get("detail").asString()).contains("2014、2019、2021");
    }

    private JsonNode post(String path, ReportFile report, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/octet-stream")
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofByteArray(report.content()))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
