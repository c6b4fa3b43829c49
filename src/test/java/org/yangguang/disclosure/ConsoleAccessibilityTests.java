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
import org.yangguang.account.Officer;
import org.yangguang.testing.Accessibility;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;
import org.yangguang.topic.TopicEditing;

/** Officers are people too: what they work with is held to the same rules as the public pages. */
@YangguangTest
class ConsoleAccessibilityTests {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void draftingReviewAndDeskKeepTheRules() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("正在起草"));
        Outcome.Done submitted = office.submitted(office.content("等待审查"));
        Outcome.Done cleared = office.cleared(office.content("等待批准"));
        Outcome.Done published = office.approved(office.content("已经公开"));
        visit(
                office.handler(),
                "/console",
                "/console/drafts/" + draft.edition().value(),
                "/console/editions/" + published.edition().value(),
                "/console/items",
                "/console/items?q=公开",
                "/console/register",
                "/console/releases",
                "/console/account");
        visit(
                office.secrecyOfficer(),
                "/console",
                "/console/editions/" + submitted.edition().value());
        visit(
                office.leader(),
                "/console",
                "/console/editions/" + cleared.edition().value());
        visit(
                office.disclosureOffice(),
                "/console/editions/" + published.edition().value(),
                "/console/audiences",
                "/console/replacements",
                "/console/words",
                "/console/guides",
                "/console/rules",
                "/console/visits");
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheDistrictOfficeKeepsKeepsTheRules() {
        Office office = Office.open(context);
        ItemId item = office.approved(office.content("收入专题")).item();
        TopicEditing topics = context.getBean(TopicEditing.class);
        long topic = ((TopicEditing.Outcome.Done) topics.create(
                        office.districtOffice(),
                        new TopicEditing.Text("a11y-" + TestDistrict.unique(), "试验专题", null, "")))
                .topic()
                .id();
        topics.collect(office.districtOffice(), topic, String.valueOf(item.value()));
        visit(
                office.districtOffice(),
                "/console",
                "/console/topics",
                "/console/topics/" + topic,
                "/console/visits",
                "/console/columns",
                "/console/vocabularies",
                "/console/index-schemes");
        assertThat(wrong).isEmpty();
    }

    private void visit(Officer officer, String... paths) {
        Page window = Browser.desk();
        Accessibility axe = Accessibility.in(window);
        window.navigate(address("/console/sign-in"));
        window.locator("#login").fill(officer.login());
        window.locator("#password").fill(Office.PASSWORD);
        window.locator(".sign-in button[type=submit]").click();
        for (String path : paths) {
            window.navigate(address(path));
            axe.violations().forEach(each -> wrong.add(path + each));
            window.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "console", path.replaceAll("[^a-z-]+", "-") + ".png")));
        }
        window.context().close();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
