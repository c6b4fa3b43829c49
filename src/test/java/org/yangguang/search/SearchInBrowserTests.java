package org.yangguang.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yangguang.search.Texts.titled;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

@YangguangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchInBrowserTests {

    private static final List<SearchDocument> DOCUMENTS = documents();

    @LocalServerPort
    int port;

    @Autowired
    SearchIndex index;

    private static List<SearchDocument> documents() {
        List<SearchDocument> all = new ArrayList<>();
        all.add(titled("桑蚕养殖保险补贴实施办法")
                .id("browser:0")
                .summary("对参加桑蚕养殖保险的农户给予保费补贴。")
                .body("第一条 为了稳定桑蚕生产，保护蚕农利益，根据有关规定，制定本办法。第二条 本办法所称桑蚕养殖保险，是指以桑蚕为保险标的的农业保险。"
                        + "第三条 参加保险的蚕农，按照每张蚕种十元的标准享受补贴，其余部分由蚕农自行承担。")
                .documentNumber("桑政规〔2016〕1号")
                .indexNumber("990000017/2016-00001")
                .organ(1, "桑田区农业委员会")
                .columns("statutory")
                .validity("EFFECTIVE")
                .on(2016, 4, 12)
                .document());
        for (int i = 1; i <= 45; i++) {
            all.add(titled("关于做好" + (2008 + i % 9) + "年第" + i + "批桑蚕种发放工作的通知")
                    .id("browser:" + i)
                    .body("各镇人民政府：为做好桑蚕种发放工作，保证桑蚕生产按时开展，现将有关事项通知如下。一、统一发种时间。二、加强技术指导。")
                    .indexNumber("990000017/" + (2008 + i % 9) + "-%05d".formatted(i))
                    .organ(
                            1 + i % 4,
                            List.of("桑田区农业委员会", "桑田区财政局", "桑田区人民政府办公室", "桑田区供销合作社")
                                    .get(i % 4))
                    .columns("statutory")
                    .on(2008 + i % 9, 1 + i % 12, 1 + i % 28)
                    .document());
        }
        return all;
    }

    @BeforeAll
    void put() {
        index.putAll(DOCUMENTS);
    }

    @AfterAll
    void remove() {
        DOCUMENTS.forEach(document -> index.remove(document.id()));
    }

    private String address(String rest) {
        return "http://localhost:" + port + "/search" + rest;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/search-" + name + ".png")));
    }

    private static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(each -> each.getId() + ": " + each.getNodes())
                        .toList())
                .isEmpty();
    }

    @Test
    void titlesAreSuggestedAndChosenWithTheKeyboard() {
        Page page = Browser.desk();
        try {
            page.navigate(address(""));
            Locator box = page.locator("#masthead-search");
            box.pressSequentially("桑蚕养");
            Locator options = page.locator("[role=option]");
            assertThat(options).hasCount(1);
            look(page, "suggestions");
            box.press("ArrowDown");
            assertThat(box).hasValue("桑蚕养殖保险补贴实施办法");
            assertThat(box)
                    .hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
            assertAccessible(page);
            box.press("Escape");
            assertThat(box).hasValue("桑蚕养");
            box.press("ArrowDown");
            assertThat(options).hasCount(1);
            box.press("ArrowDown");
            box.press("Enter");
            page.waitForURL("**/search?q=*");
            assertThat(page.locator(".hits h2").first()).hasText(java.util.regex.Pattern.compile("桑蚕养殖保险补贴实施办法"));
        } finally {
            page.context().close();
        }
    }

    @Test
    void resultsAreReadNarrowedAndPagedWithoutScripts() {
        Page page = Browser.withoutScripts();
        try {
            page.navigate(address("?q=桑蚕"));
            assertThat(page.locator(".hits > li")).hasCount(20);
            look(page, "results");
            page.locator("a[rel=next]").click();
            assertThat(page.locator(".paging [aria-current]")).hasText("2");
            page.locator(".filters a", new Page.LocatorOptions().setHasText("2016"))
                    .first()
                    .click();
            assertThat(page.locator(".chips li")).hasCount(1);
            page.locator(".chips a").first().click();
            assertThat(page.locator(".chips")).hasCount(0);
        } finally {
            page.context().close();
        }
    }

    @Test
    void thePagesAreAccessibleOnDeskAndPhone() {
        for (String rest : List.of("", "?q=桑蚕", "?q=桑政规[2016]1号", "?q=桑蚕 鲲鹏", "?q=鲲鹏 大椿&year=2016", "?q=桑蚕&lang=en")) {
            for (boolean phone : new boolean[] {false, true}) {
                Page page = phone ? Browser.phone() : Browser.desk();
                try {
                    page.navigate(address(rest));
                    assertAccessible(page);
                    int name = rest.hashCode() & 0xffff;
                    look(page, name + (phone ? "-phone" : "-desk"));
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                            .as("width of " + rest)
                            .isLessThanOrEqualTo(phone ? 375 : 1280);
                } finally {
                    page.context().close();
                }
            }
        }
    }
}
