package org.yangguang.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

/** The public pages as people meet them: in a browser, on a desk and on a phone, in both languages, without scripts. */
@YangguangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTests {

    @Autowired
    TestDistrict district;

    @Autowired
    Catalogue catalogue;

    @LocalServerPort
    int port;

    private List<String> pages = List.of();
    private ItemId item = new ItemId(0);
    private final String title = "泉山区公共场所管理办法" + TestDistrict.unique();

    @BeforeAll
    void publish() {
        OrganId organ = district.organ("城市管理局");
        ColumnId column = district.column("公共场所");
        item = district.publish(
                organ,
                Contents.in(column)
                        .titled(title)
                        .summed("规定公共场所的管理职责。")
                        .numbered("泉政发〔2016〕18号")
                        .normative(Validity.REPEALED)
                        .keywords("公共场所", "管理")
                        .saying("<h2>第一章 总则</h2><p>第一条 为了加强管理,制定本办法。</p>"
                                + "<table><tr><th>项目</th><th>金额</th></tr><tr><td>预算</td><td>1,200</td></tr></table>")
                        .content());
        pages = List.of(
                "/",
                "/catalogue",
                "/catalogue?year=2016&organ=" + organ.value(),
                "/columns/" + catalogue.column(column).orElseThrow().code(),
                "/items/" + item.value(),
                "/organs",
                "/organs/" + organ.value(),
                "/search?q=" + title.substring(0, 6),
                "/on-request",
                "/audience",
                "/sitemap",
                "/about",
                "/data",
                "/nothing-is-here",
                "/catalogue?year=never");
    }

    @Test
    void noPageBreaksTheAccessibilityRulesInEitherLanguage() {
        List<String> violations = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Page window = Browser.desk();
            for (String address : pages) {
                open(window, address, language);
                for (Rule rule : new AxeBuilder(window)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                        .analyze()
                        .getViolations()) {
                    violations.add(address + " in " + language + ": " + rule.getId() + " "
                            + rule.getNodes().get(0).getHtml());
                }
            }
            window.context().close();
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void nothingScrollsSidewaysOnAPhoneEvenWithLargeText() {
        List<String> wide = new ArrayList<>();
        Page window = Browser.phone();
        for (String size : List.of("off", "on")) {
            for (String address : pages) {
                open(window, address, "zh-CN");
                window.evaluate("size => localStorage.setItem('reader.large', size)", size);
                window.reload();
                int width = (Integer) window.evaluate("() => document.documentElement.scrollWidth");
                if (width > 375) {
                    wide.add(address + " is " + width + " wide, large text " + size);
                }
            }
        }
        window.context().close();
        assertThat(wide).isEmpty();
    }

    @Test
    void everythingIsReadWithoutScripts() {
        Page window = Browser.withoutScripts();

        open(window, "/", "zh-CN");
        window.fill("input[name=q]", title);
        window.click(".search-box button");
        window.click("main a[href='/items/" + item.value() + "']");

        assertThat(window.locator("h1").textContent()).isEqualTo(title);
        assertThat(window.locator(".prose").textContent()).contains("第一条");
        assertThat(window.locator("article .notice").textContent()).contains("已经废止");
        assertThat(window.locator("[data-tool]:visible").count()).isZero();
        window.context().close();
    }

    @Test
    void readersChooseLargeTextAndItStays() {
        Page window = Browser.desk();
        open(window, "/items/" + item.value(), "zh-CN");

        window.click("[data-tool=large]");
        open(window, "/about", "zh-CN");

        assertThat(window.locator("html.large").count()).isOne();
        assertThat(window.locator("[data-tool=large]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        window.context().close();
    }

    @Test
    void aPageHasOneHeadingAndTheLabelsThatGovernmentSitesCarry() {
        Page window = Browser.desk();
        List<String> wrong = new ArrayList<>();
        for (String address : pages) {
            open(window, address, "zh-CN");
            if (window.locator("h1").count() != 1) {
                wrong.add(address + " has " + window.locator("h1").count() + " headings");
            }
            for (String label : List.of("SiteName", "SiteDomain", "SiteIDCode")) {
                if (window.locator("meta[name=" + label + "]").count() != 1) {
                    wrong.add(address + " lacks " + label);
                }
            }
        }
        open(window, "/items/" + item.value(), "zh-CN");
        for (String label :
                List.of("ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url")) {
            if (window.locator("meta[name=" + label + "]").count() != 1) {
                wrong.add("the item lacks " + label);
            }
        }
        assertThat(window.locator("meta[name=PubDate]").getAttribute("content"))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        window.context().close();
        assertThat(wrong).isEmpty();
    }

    private void open(Page window, String address, String language) {
        window.navigate(
                "http://localhost:" + port + address + (address.contains("?") ? "&" : "?") + "lang=" + language);
    }
}
