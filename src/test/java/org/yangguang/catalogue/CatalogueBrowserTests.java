package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class CatalogueBrowserTests {

    @Autowired
    Officers officers;

    @Autowired
    Guides guides;

    @LocalServerPort
    int port;

    Fixtures fixtures;

    @Autowired
    void fixtures(OrganRegister register, Organs organs, JdbcClient jdbc) {
        fixtures = new Fixtures(register, organs, jdbc);
    }

    @Test
    void anOfficeWritesItsGuideInAnEditorThatKeepsWhatWasTyped() {
        OrganId organ = fixtures.department();
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
        List<String> complaints = new ArrayList<>();
        Page page = Browser.desk();
        page.onConsoleMessage(message -> {
            // the editor sets inline styles of its own on its tools; the policy stops them, and nothing depends on them
            if ("error".equals(message.type()) && !message.text().startsWith("Applying inline style")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address("/console/sign-in"));
        page.locator("input[name=login]").fill(officer.login());
        page.locator("input[name=password]").fill("correct horse " + officer.login());
        page.locator("form:has(input[name=password]) button[type=submit]").click();
        page.waitForURL("**/console");

        page.navigate(address("/console/guides/" + organ.value()));
        page.locator(".jodit-wysiwyg").nth(4).waitFor();
        page.locator("#officeName").fill("测试局办公室");
        for (int section = 0; section < 3; section++) {
            page.locator(".jodit-wysiwyg").nth(section).click();
            page.keyboard().type("第" + section + "部分的内容。");
        }
        page.waitForCondition(() -> (Boolean) page.evaluate("Object.keys(localStorage).length > 0"));
        page.reload();
        page.locator("text=恢复这些内容").click();
        assertThat(page.locator("#officeName").inputValue()).isEqualTo("测试局办公室");
        page.locator("button[value=publish]").click();
        page.locator(".message.good").waitFor();
        shot(page, "console-guide");

        assertThat(guides.current(organ).orElseThrow().text().obtaining()).contains("第2部分的内容");
        page.navigate(address("/console/columns"));
        shot(page, "console-columns");
        page.navigate(address("/console/columns/107"));
        shot(page, "console-column");
        page.navigate(address("/console/index-schemes"));
        shot(page, "console-schemes");
        assertThat(complaints).isEmpty();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "catalogue-" + name + ".png"))
                .setFullPage(true));
    }
}
