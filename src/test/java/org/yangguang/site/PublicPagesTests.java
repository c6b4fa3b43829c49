package org.yangguang.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.Validity;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Accessibility;
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

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private List<String> pages = List.of();
    private ItemId item = new ItemId(0);
    private final String title = "泉山区公共场所管理办法" + TestDistrict.unique();

    @BeforeAll
    void publish() throws Exception {
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
        Set<String> known = plainPages();
        known.addAll(List.of(
                "/catalogue?year=2016&organ=" + organ.value(),
                "/columns/" + catalogue.column(column).orElseThrow().code(),
                "/items/" + item.value(),
                "/organs/" + organ.value(),
                "/search?q=" + title.substring(0, 6),
                "/working-days?year=2016",
                "/working-days/deadline?received=2016-02-05&workingDays=20",
                "/nothing-is-here",
                "/catalogue?year=never"));
        pages = List.copyOf(known);
    }

    @Test
    void noPageBreaksTheAccessibilityRulesInEitherLanguageOrAnyView() {
        List<String> violations = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            Page window = Browser.desk();
            Accessibility axe = Accessibility.in(window);
            for (String address : pages) {
                open(window, address, language);
                axe.violations(language.equals("en") ? List.of("") : VIEWS)
                        .forEach(each -> violations.add(address + " in " + language + each));
            }
            window.context().close();
        }
        assertThat(violations).isEmpty();
    }

    private static final List<String> VIEWS =
            List.of("", "large", "elder", "contrast", "calm", "elder contrast", "elder calm");

    @Test
    void nothingScrollsSidewaysOnAPhoneInAnySizeOfText() {
        List<String> wide = new ArrayList<>();
        Page window = Browser.phone();
        for (String language : List.of("zh-CN", "en")) {
            for (String address : pages) {
                open(window, address, language);
                for (String size : List.of("", "large", "elder")) {
                    int width = (Integer) window.evaluate(
                            "size => { document.documentElement.className = size; return document.documentElement.scrollWidth; }",
                            size);
                    if (width > 375) {
                        wide.add(address + " in " + language + " is " + width + " wide in size " + size);
                    }
                }
            }
        }
        window.context().close();
        assertThat(wide).isEmpty();
    }

    @Test
    void olderPeopleMeetTheSizesOfTheDesignRulesInTheirView() {
        Page window = Browser.phone();
        open(window, "/items/" + item.value(), "zh-CN");
        window.click("[data-tool=elder]");

        assertThat((Double) window.evaluate(
                        "() => parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize) + 0.5"))
                .isGreaterThanOrEqualTo(18.5);
        assertThat((Double)
                        window.evaluate("() => { const style = getComputedStyle(document.querySelector('.prose p'));"
                                + " return parseFloat(style.lineHeight) / parseFloat(style.fontSize) + 0.0001; }"))
                .isGreaterThanOrEqualTo(1.3);
        @SuppressWarnings("unchecked")
        List<String> small = (List<String>) window.evaluate("""
                () => [...document.querySelectorAll('button, .masthead a, .paging a, summary, input:not([type=hidden])')]
                    .filter(each => each.getClientRects().length && !each.closest('.skip') && !each.matches('.skip, .site-name'))
                    .filter(each => each.getBoundingClientRect().height < 44)
                    .map(each => each.outerHTML)""");
        assertThat(small).isEmpty();
        assertThat(window.locator("[data-tool=stop]:visible").count()).isZero();
        window.setViewportSize(1280, 900);
        assertThat((Integer) window.evaluate("() => Math.round(document.querySelector('.aside').clientWidth)"))
                .as("room for the side column on a desk")
                .isGreaterThan(300);
        window.context().close();
    }

    @Test
    void withoutScriptsTheViewIsChosenOnAPageAndDrawnByTheServer() {
        Page window = Browser.withoutScripts();
        open(window, "/items/" + item.value(), "zh-CN");

        window.click("text=阅读设置");
        window.check("input[value=elder]");
        window.check("input[value=contrast]");
        window.click("main button[type=submit]");

        assertThat(window.url()).contains("/items/" + item.value());
        assertThat(window.locator("html").getAttribute("class")).isEqualTo("elder contrast");
        window.context().close();
    }

    @Test
    void aPageIsReadAloudSentenceBySentenceAndWaitsWhenAsked() {
        Page window = Browser.desk();
        window.addInitScript("""
                window.spoken = [];
                Object.defineProperty(window, "speechSynthesis", {value: {
                    speak(it) { window.spoken.push(it.text); window.saying = it; }, cancel() {}, speaking: false}});
                window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
                window.finish = () => window.saying.dispatchEvent(new Event("end"));""");
        open(window, "/items/" + item.value(), "zh-CN");

        window.click("[data-tool=read]");
        window.evaluate("() => window.finish()");
        assertThat(window.locator(".spoken").count()).isPositive();
        assertThat(window.evaluate("() => window.spoken.join()").toString()).contains("本文件已经废止，", title);

        window.click("[data-tool=read]");
        assertThat(window.locator("[data-tool=read]").textContent()).isEqualTo("继续朗读");
        int before = (Integer) window.evaluate("() => window.spoken.length");
        window.click("[data-tool=read]");
        assertThat((Integer) window.evaluate("() => window.spoken.length")).isEqualTo(before + 1);

        window.keyboard().press("Escape");
        assertThat(window.locator(".voice").count()).isZero();
        assertThat(window.locator("[data-tool=read]").textContent()).isEqualTo("朗读");
        window.context().close();
    }

    @Test
    void doubleClickScrollsOnlyForWhomWantsIt() {
        Page window = Browser.phone();
        open(window, "/items/" + item.value(), "zh-CN");
        window.dblclick(".facts dt");
        int still = (Integer) window.evaluate("() => Math.round(scrollY)");
        window.evaluate("() => new Promise(done => setTimeout(done, 200))");
        assertThat((Integer) window.evaluate("() => Math.round(scrollY)")).isEqualTo(still);

        open(window, "/preferences", "zh-CN");
        window.check("[data-option=scroll]");
        open(window, "/items/" + item.value(), "zh-CN");
        window.dblclick(".facts dt");
        window.waitForFunction("before => scrollY > before + 20", still);
        window.keyboard().press("a");
        window.context().close();
    }

    @Test
    void theFirstKeyLeadsToTheContentAndEveryToolIsReachedByKeys() {
        Page window = Browser.desk();
        open(window, "/", "zh-CN");
        window.keyboard().press("Tab");
        assertThat(window.evaluate("() => document.activeElement.className")).isEqualTo("skip");
        window.keyboard().press("Enter");
        assertThat(window.evaluate("() => document.activeElement.id")).isEqualTo("main");
        window.focus("[data-tool=contrast]");
        window.keyboard().press("Space");
        assertThat(window.locator("html.contrast").count()).isOne();
        window.context().close();
    }

    @Test
    void aPageWithItsStylesAndScriptsStaysBelowAHundredKilobytes() throws Exception {
        List<String> heavy = new ArrayList<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (String address : pages) {
            String page = text(address);
            int size = compressed(page);
            Matcher part = Pattern.compile("(?:<script src|<link rel=\"stylesheet\" href)=\"([^\"]+)\"")
                    .matcher(page);
            while (part.find()) {
                String asset = part.group(1);
                if (!sizes.containsKey(asset)) {
                    sizes.put(asset, compressed(text(asset)));
                }
                size += sizes.get(asset);
            }
            if (size > 100_000) {
                heavy.add(address + " weighs " + size);
            }
        }
        assertThat(heavy).isEmpty();
    }

    private String text(String address) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    /** Every public page that an address without variables leads to is taken from the program. */
    private Set<String> plainPages() throws Exception {
        Set<String> found = new LinkedHashSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                boolean reading = mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
                if (reading && !path.contains("{") && !path.matches("/(console|api|error|preferences/keep).*")) {
                    HttpResponse<Void> answer = http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                        found.add(path);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void searchEnginesAreLedToEveryPageThatMayBeFound() throws Exception {
        List<String> forgotten = new ArrayList<>();
        String map = text("/sitemap/pages.xml");
        for (String page : plainPages()) {
            if (!text(page).contains("content=\"noindex\"") && !map.contains(page + "</loc>")) {
                forgotten.add(page);
            }
        }
        assertThat(forgotten).isEmpty();
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
