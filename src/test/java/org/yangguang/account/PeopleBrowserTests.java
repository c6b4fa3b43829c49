package org.yangguang.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

/** People and organs in a real browser, on a desk and on a phone. */
@YangguangTest
class PeopleBrowserTests {

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void anAdministratorSignsInWithoutScriptsAndOpensAnAccount() {
        Officer security = officers.in(organs.root().id(), Role.SECURITY_ADMINISTRATOR);
        Page page = Browser.withoutScripts();
        signIn(page, security);

        page.navigate(address("/console/accounts/new"));
        page.locator("#login").fill("browser-" + security.login());
        page.locator("#name").fill("新人");
        page.locator("#organ").selectOption(Long.toString(security.organ().value()));
        page.locator("main button.primary").click();

        assertThat(page.locator("code.secret").textContent()).matches("([a-z0-9]{4}-){3}[a-z0-9]{4}");
        page.context().close();
    }

    @Test
    void pagesOfPeopleAndOrgansAreAccessibleAndFitTheirWindow() {
        Organ root = organs.root();
        Organ bureau = organs.below(root);
        Organ station = organs.below(bureau);
        Officer security = officers.in(root.id(), Role.SECURITY_ADMINISTRATOR);
        Officer system = officers.in(root.id(), Role.SYSTEM_ADMINISTRATOR);
        Officer handler = officers.in(station.id(), Role.HANDLER, Role.LEADER);
        for (boolean phone : List.of(false, true)) {
            String place = phone ? "phone" : "desk";
            Page page = phone ? Browser.phone() : Browser.desk();
            page.navigate(address("/console/sign-in?why=ended"));
            look(page, "sign-in-" + place);
            signIn(page, security);
            visit(page, "/console/accounts", "accounts-" + place);
            visit(page, "/console/accounts/" + handler.id().value(), "account-" + place);
            visit(page, "/console/accounts/new", "account-new-" + place);
            visit(page, "/console/account", "mine-" + place);
            visit(page, "/console/account/password", "password-" + place);
            visit(page, "/console/account/second-factor", "second-factor-" + place);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出"))
                    .first()
                    .click();
            signIn(page, system);
            visit(page, "/console/organs?q=" + bureau.code().substring(0, 6), "organs-" + place);
            visit(page, "/console/organs/" + bureau.id().value(), "organ-" + place);
            visit(page, "/console/organs/new?parent=" + bureau.id().value(), "organ-new-" + place);
            visit(page, "/console/regions", "regions-" + place);
            page.context().close();
        }
        assertThat(complaints).isEmpty();
    }

    private void signIn(Page page, Officer officer) {
        page.navigate(address("/console/sign-in"));
        page.locator("#login").fill(officer.login());
        page.locator("#password").fill("correct horse " + officer.login());
        page.locator(".sign-in button[type=submit]").click();
        assertThat(page.url()).endsWith("/console");
    }

    private void visit(Page page, String path, String name) {
        page.navigate(address(path));
        look(page, name);
    }

    private void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "people", name + ".png")));
        int wider = (int)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0) {
            complaints.add(name + " is " + wider + " px too wide");
        }
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        violations.forEach(rule ->
                rule.getNodes().forEach(node -> complaints.add(name + ": " + rule.getId() + " " + node.getHtml())));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
