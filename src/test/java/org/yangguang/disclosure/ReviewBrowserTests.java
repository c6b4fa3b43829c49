package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ReviewBrowserTests {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void aHandlerTypesADraftTwoOfficersApproveItAndTheSiteAndTheSearchShowIt() {
        Office office = Office.open(context);
        String title = office.name + "关于2016年汛期值守安排的通知";

        Page handler = signedIn(office.handler());
        handler.getByRole(AriaRole.BUTTON, named("起草一条信息")).click();
        handler.waitForURL("**/console/drafts/*");
        handler.locator("#title").fill(title);
        Locator text = handler.locator(".jodit-wysiwyg");
        text.click();
        text.pressSequentially("汛期值守电话全天畅通,各街道每日零报告。");
        handler.locator("#formedOn").fill("2016-06-01");
        handler.locator("#formedOn").dispatchEvent("change");
        handler.locator("#deadline:has-text('应于2016-06-30前公开')").waitFor();
        handler.locator("#column")
                .selectOption(String.valueOf(office.column().id().value()));
        handler.locator("#words").fill("属于应当主动公开的信息,建议公开。");
        shot(handler, "draft");
        handler.getByRole(AriaRole.BUTTON, named("提交审查")).click();
        handler.waitForURL("**/console/editions/*");
        assertThat(handler.locator(".said").textContent()).contains("已提交保密审查");

        approve(office.secrecyOfficer(), title, "desk-secrecy");
        Page leader = approve(office.leader(), title, "desk-leader");
        assertThat(leader.locator(".standing .state").textContent()).isEqualTo("已发布");
        shot(leader, "edition");

        Page citizen = Browser.desk();
        leader.locator("text=公开页面").click();
        leader.waitForURL("**/items/*");
        citizen.navigate(leader.url());
        assertThat(citizen.locator("h1").first().textContent()).contains(title);
        assertThat(citizen.locator(".prose").textContent()).contains("各街道每日零报告");
        citizen.navigate(address("/search?q=" + office.name + "汛期值守"));
        assertThat(citizen.locator("main").textContent()).contains(title);

        assertThat(complaints).isEmpty();
    }

    @Test
    void aSessionThatEndsWhileTypingLosesNoText() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("打字时登录结束"));
        Page page = signedIn(office.handler());
        page.navigate(address("/console/drafts/" + draft.edition().value()));
        page.locator(".jodit-wysiwyg").waitFor();
        page.context().clearCookies();
        page.locator("#title").fill("登录结束后写下的题目");
        page.locator("#draft-notice:has-text('登录已结束')").waitFor();
        shot(page, "signed-out");
        page.locator("#draft-notice a").click();
        signIn(page, office.handler());
        page.waitForURL("**/console/drafts/*");
        page.locator("#draft-notice:has-text('已恢复')").waitFor();
        assertThat(page.locator("#title").inputValue()).isEqualTo("登录结束后写下的题目");
        page.locator("#saved:has-text('已自动保存')").waitFor();
        page.reload();
        assertThat(page.locator("#title").inputValue()).isEqualTo("登录结束后写下的题目");
    }

    @Test
    void twoWhoWriteAtOnceAreToldOfEachOtherAndBothTextsAreThere() {
        Office office = Office.open(context);
        Officer colleague = office.officer("writer-" + office.organ.value(), org.yangguang.account.Role.HANDLER);
        Outcome.Done draft = office.draft(office.content("两人在写"));
        String address = address("/console/drafts/" + draft.edition().value());
        Page mine = signedIn(office.handler());
        Page theirs = signedIn(colleague);
        mine.navigate(address);
        theirs.navigate(address);
        theirs.locator("#presence:has-text('" + office.handler().name() + "')").waitFor();
        theirs.locator("#title").fill("同事写的题目");
        theirs.locator("#saved:has-text('已自动保存')").waitFor();
        mine.locator("#title").fill("我写的题目");
        mine.locator("#draft-notice:has-text('" + colleague.name() + "')").waitFor();
        assertThat(mine.locator("#draft-notice").textContent()).contains("同事写的题目");
        shot(mine, "conflict");
        mine.getByRole(AriaRole.BUTTON, named("以我的文字为准继续")).click();
        mine.locator("#saved:has-text('已自动保存')").waitFor();
        mine.reload();
        assertThat(mine.locator("#title").inputValue()).isEqualTo("我写的题目");
        assertThat(mine.locator(".copies").textContent()).contains("同事写的题目");
    }

    @Test
    void theConsoleFitsAPhone() {
        Office office = Office.open(context);
        Outcome.Done edition = office.submitted(office.content("关于进一步规范农村最低生活保障对象动态管理工作的实施意见"));
        office.submitted(DraftContents.formed(
                office.content("二〇一六年部门预算公开说明"),
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(9)));
        Page phone = Browser.phone();
        phone.navigate(address("/console/sign-in"));
        signIn(phone, office.secrecyOfficer());
        phone.waitForURL("**/console");
        shot(phone, "desk-375");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        phone.navigate(address("/console/editions/" + edition.edition().value()));
        shot(phone, "edition-375");
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        Page handler = Browser.phone();
        handler.navigate(address("/console/sign-in"));
        signIn(handler, office.handler());
        handler.waitForURL("**/console");
        Outcome.Done draft = office.draft(office.content("手机上起草"));
        handler.navigate(address("/console/drafts/" + draft.edition().value()));
        handler.locator(".jodit-wysiwyg").waitFor();
        shot(handler, "draft-375");
        assertThat((Integer) handler.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(375);
        Page desk = signedIn(office.secrecyOfficer());
        shot(desk, "desk-1280");
        desk.navigate(address("/console/editions/" + edition.edition().value()));
        shot(desk, "review-1280");
        desk.navigate(address("/console/items"));
        shot(desk, "items-1280");
        Page releases = signedIn(office.handler());
        releases.navigate(address("/console/releases"));
        shot(releases, "releases-1280");
    }

    private void signIn(Page page, Officer officer) {
        page.locator("#login").fill(officer.login());
        page.locator("#password").fill(Office.PASSWORD);
        page.locator(".sign-in button[type=submit]").click();
    }

    private Page approve(Officer officer, String title, String shot) {
        Page page = signedIn(officer);
        shot(page, shot);
        page.locator(".lines")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title))
                .click();
        page.waitForURL("**/console/editions/*");
        page.onDialog(dialog -> dialog.accept());
        page.locator("h1").click();
        page.keyboard().press("a");
        page.locator(".said").waitFor();
        return page;
    }

    private Page signedIn(Officer officer) {
        Page page = Browser.desk();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address("/console/sign-in"));
        signIn(page, officer);
        page.waitForURL("**/console");
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void shot(Page page, String name) {
        String folder = System.getenv("SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
