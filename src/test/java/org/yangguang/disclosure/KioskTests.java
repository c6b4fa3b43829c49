package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yangguang.testing.Accessibility;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

/** The touch screen as people stand before it, upright and across. */
@YangguangTest
class KioskTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestDistrict district;

    @LocalServerPort
    int port;

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    @Test
    void someoneTypesWithTheKeyboardReadsAndComesBack() {
        Office office = Office.open(context);
        String title = "kiosk" + TestDistrict.unique() + "公告";
        Outcome.Done item = office.approved(office.content(title));
        Page window = Browser.open(1080, 1920, "zh-CN", true);
        window.navigate(address("/kiosk"));
        window.click("main a[href='/kiosk/search']");
        for (char letter : title.substring(0, 9).toCharArray()) {
            window.click(".kiosk-keys button:text-is('" + letter + "')");
        }
        window.click(".kiosk-words button:has-text('" + title + "')");
        window.click(".kiosk-lines a[href='/kiosk/items/" + item.item().value() + "']");
        assertThat(window.locator("h1").textContent()).isEqualTo(title);
        window.click("[data-kiosk=back]");
        assertThat(window.url()).contains("/kiosk/search");
        window.context().close();
    }

    @Test
    void nothingLeadsOutAndTargetsAreLarge() {
        ItemId item = district.publish(
                district.organ("档案馆"),
                Contents.in(district.column("查阅"))
                        .saying("<p>见<a href=\"https://example.org/\">外网</a>和<a href=\"/about\">本站</a>。</p>")
                        .content());
        List<String> wrong = new ArrayList<>();
        for (int[] size : new int[][] {{1080, 1920}, {1920, 1080}}) {
            Page window = Browser.open(size[0], size[1], "zh-CN", true);
            Accessibility axe = Accessibility.in(window);
            for (String path : List.of(
                    "/kiosk",
                    "/kiosk/subjects",
                    "/kiosk/organs",
                    "/kiosk/list",
                    "/kiosk/search?q=a",
                    "/kiosk/items/" + item.value())) {
                window.navigate(address(path));
                axe.violations().forEach(each -> wrong.add(path + each));
                @SuppressWarnings("unchecked")
                List<String> found = (List<String>) window.evaluate("""
                        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden])')]
                            .filter(each => each.getClientRects().length)
                            .flatMap(each => [
                                ...(each.href && !new URL(each.href).pathname.startsWith('/kiosk') ? ['leads out: ' + each.href] : []),
                                ...(!each.matches('.kiosk-name') && each.getBoundingClientRect().height < 60 ? ['small: ' + each.outerHTML] : [])
                            ])
                            .concat(document.documentElement.scrollWidth > innerWidth ? ['wide'] : [])""");
                found.forEach(each -> wrong.add(path + " " + each));
                window.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(
                                "target", "screenshots", "kiosk", size[0] + path.replaceAll("\\W", "-") + ".png")));
            }
            window.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whenNobodyIsThereItAsksAndBeginsAgain() {
        Page window = Browser.open(1080, 1920, "zh-CN", true);
        window.clock().install();
        window.navigate(address("/kiosk/organs"));
        window.clock().runFor(78_000);
        assertThat(window.locator(".kiosk-still").count()).isOne();
        window.click(".kiosk-still button");
        assertThat(window.locator(".kiosk-still").count()).isZero();
        window.clock().runFor(95_000);
        window.waitForURL("**/kiosk?lang=zh-CN");
        window.context().close();
    }

    @Test
    void withoutScriptsItIsStillReadAndSearched() {
        Office office = Office.open(context);
        String title = "触摸屏无脚本" + TestDistrict.unique();
        office.approved(office.content(title));
        Page window = Browser.withoutScripts();
        window.navigate(address("/kiosk/search"));
        window.fill("#kiosk-q", title);
        window.click(".kiosk-search button");
        assertThat(window.locator(".kiosk-lines").textContent()).contains(title);
        window.context().close();
    }
}
