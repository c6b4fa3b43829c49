package org.yangguang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AuditBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void theAuditAdministratorChecksTheChainInTheBrowser() {
        Officer auditor = officers.in(organs.root().id(), Role.AUDIT_ADMINISTRATOR);
        for (Page page : List.of(Browser.desk(), Browser.phone())) {
            String width = page.viewportSize().width + "";
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address("/console/sign-in"));
            page.locator("#login").fill(auditor.login());
            page.locator("#password").fill("correct horse " + auditor.login());
            page.locator(".sign-in button[type=submit]").click();
            page.waitForURL("**/console**");
            page.navigate(address("/console/audit?action=account."));
            assertThat(page.locator("table tbody tr").count()).isPositive();
            shot(page, "audit-" + width);

            page.locator("form[action$='verify'] button").click();
            page.locator(".message.good").waitFor();
            assertThat(page.locator(".message.good").textContent()).contains("校验通过");
            shot(page, "audit-verified-" + width);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().toString())
                    .isEmpty();
            page.context().close();
        }
        assertThat(complaints).isEmpty();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void shot(Page page, String name) {
        String folder = System.getenv("SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
