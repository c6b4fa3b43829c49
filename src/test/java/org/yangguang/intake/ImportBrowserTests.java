package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.intake.internal.Deliveries;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ImportBrowserTests {

    @Autowired
    TestDistrict district;

    @Autowired
    Officers officers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Deliveries deliveries;

    @LocalServerPort
    int port;

    @Test
    void anOfficerUploadsASheetSeesWhatWouldBeRefusedAndImportsTheRest() {
        OrganId organ = district.organ("图书馆");
        String column = catalogue.column(district.column("馆务")).orElseThrow().code();
        Officer officer = officers.in(organ, Role.DISCLOSURE_OFFICE);
        for (Page page : List.of(Browser.desk(), Browser.phone())) {
            boolean phone = page.viewportSize().width < 500;
            String site = "http://localhost:" + port;
            page.navigate(site + "/console/sign-in");
            page.fill("[name=login]", officer.login());
            page.fill("[name=password]", "correct horse " + officer.login());
            page.click("main button[type=submit]");
            page.navigate(site + "/console/imports");
            seen(page, "imports", phone);
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "旧站目录.csv",
                            "text/csv",
                            "编号,标题,正文,生成日期\n1,馆务公开办法,第一条,2012-05-03\n2,,第二条,2012年2月30日\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            page.click("main form button.primary");
            page.selectOption("#column", column);
            seen(page, "mapping", phone);
            page.click("button[value=TRY]");
            long id = Long.parseLong(page.url().replaceAll(".*/", ""));
            deliveries.runOpen(id);
            page.navigate(site + "/console/imports/" + id);
            seen(page, "trial", phone);
            assertThat(page.content()).contains("这不是日期");
            page.click("button[value=LOAD]");
            deliveries.runOpen(id);
            page.navigate(site + "/console/imports/" + id);
            assertThat(page.content()).contains("已完成");
            page.navigate(site + "/console/webhooks");
            seen(page, "webhooks", phone);
            page.context().close();
        }
        assertThat(deliveries.titles(organ)).containsExactly("馆务公开办法");
    }

    private static void seen(Page page, String name, boolean phone) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/" + name + (phone ? "-phone" : "") + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(wide).isLessThanOrEqualTo(0);
    }
}
