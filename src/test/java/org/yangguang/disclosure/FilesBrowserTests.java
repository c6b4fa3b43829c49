package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.file.FileStore;
import org.yangguang.file.PdfRecovery;
import org.yangguang.testing.Await;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

/** Files and findings as an officer handles them in a real browser. */
@YangguangTest
class FilesBrowserTests {

    private static final String SECRET = "320102199001011232";

    @Autowired
    ApplicationContext context;

    @Autowired
    EditionTable editions;

    @Autowired
    FileStore files;

    @LocalServerPort
    int port;

    private Office office;
    private Outcome.Done draft;

    @BeforeEach
    void open() {
        office = Office.open(context);
        draft = office.draft(
                DraftContents.said(
                        office.content("低保发放情况"),
                        "低保发放情况",
                        "发放情况。",
                        "<p>对象王某，身份证号" + SECRET + "，残废人补贴已发放，详见<a href=\"/items/999999999\">名单</a>。</p>"
                                + "<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>王小明</td><td>320311195603125420</td></tr></table>"));
    }

    @Test
    void anUploadShowsHowFarItIsGoesPastABrokenConnectionAndOnAfterTheWindowWasClosed() {
        byte[] large = "徐州市泉山区部门决算公开表\n".repeat(160_000).getBytes(StandardCharsets.UTF_8);
        FilePayload file = new FilePayload("部门决算公开表.txt", "text/plain", large);
        List<Long> offsets = new CopyOnWriteArrayList<>();
        AtomicInteger pieces = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger(Integer.MAX_VALUE);
        Page page = signedIn(office.handler());
        page.addInitScript("""
                window.told = [];
                document.addEventListener("DOMContentLoaded", () => {
                    const lines = document.getElementById("attaching");
                    if (lines) new MutationObserver(() => window.told.push(lines.textContent)).observe(lines, { childList: true, subtree: true, characterData: true });
                });""");
        page.route("**/console/uploads/*", route -> {
            if (route.request().method().equals("PATCH")) {
                offsets.add(Long.parseLong(route.request().headerValue("upload-offset")));
                if (pieces.incrementAndGet() >= broken.get()) {
                    route.abort("connectionreset");
                    return;
                }
            }
            route.resume();
        });
        page.navigate(address());
        broken.set(2);
        page.setInputFiles("#files", file);
        page.locator("#attaching:has-text('正在重试')").waitFor();
        assertThat(editions.find(draft.edition()).orElseThrow().attachments()).isEmpty();

        page.reload();
        assertThat(page.locator("#attachment-list").textContent()).contains("部门决算公开表.txt");
        shot(page, "upload-unfinished");
        broken.set(Integer.MAX_VALUE);
        offsets.clear();
        page.setInputFiles("#files", file);
        page.locator("#attachment-list ol:has-text('部门决算公开表.txt')").waitFor();

        assertThat(offsets.get(0)).isPositive();
        assertThat((List<?>) page.evaluate("window.told"))
                .anySatisfy(each -> assertThat(each.toString()).containsPattern("[1-9][0-9]?%"));
        assertThat(editions.find(draft.edition()).orElseThrow().attachments())
                .singleElement()
                .satisfies(each -> assertThat(each.original().size()).isEqualTo(large.length));
        page.context().close();
    }

    @Test
    void aFindingIsShownInItsPlaceAndMaskedWithOnePressAlthoughSomethingWasTypedSince() {
        Page page = signedIn(office.handler());
        page.navigate(address());
        page.locator(".jodit-wysiwyg").waitFor();
        Locator finding = page.locator(".findings li:has-text('320***********1232')");
        finding.locator("a").click();
        assertThat(page.evaluate("String(window.getSelection())")).isEqualTo(SECRET);
        shot(page, "findings");
        page.locator("#title").fill("低保发放情况（改）");
        finding.locator("button[value=replace]").click();
        page.locator(".said:has-text('已替换')").waitFor();

        assertThat(page.locator("#title").inputValue()).isEqualTo("低保发放情况（改）");
        assertThat(page.locator(".jodit-wysiwyg").textContent())
                .contains("320***********1232")
                .doesNotContain(SECRET);
        page.locator(".jodit-wysiwyg").pressSequentially("联系电话13812345678。");
        page.locator(".findings li:has-text('138****5678')").waitFor();
        page.navigate(address() + "/masking");
        shot(page, "masking");
        page.locator("select").first().selectOption("NAME");
        page.locator("button[value=preview]").click();
        page.locator("ins:has-text('王**')").waitFor();
        page.locator("button[value=apply]").click();
        page.locator(".said:has-text('已按列遮盖')").waitFor();
        assertThat(page.locator(".jodit-wysiwyg").textContent()).contains("王**").doesNotContain("王小明", "19560312");
        page.context().close();
    }

    @Test
    void whatIsPastedFromWordKeepsItsStructureAndNothingElse() {
        Page page = signedIn(office.handler());
        page.navigate(address());
        Locator text = page.locator(".jodit-wysiwyg");
        text.click();
        text.evaluate("""
                (field) => {
                    const data = new DataTransfer();
                    data.setData("text/html", `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
                        <!--StartFragment--><h2 style='mso-outline-level:2'>工作安排</h2>
                        <p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><b>统一领导</b>，分级负责。<o:p></o:p></p>
                        <table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal>合计十二支</p></td></tr><tr><td>东街</td><td>一队</td></tr></table>
                        <script>alert(1)</script><!--EndFragment--></body></html>`);
                    data.setData("text/plain", "工作安排");
                    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }""");
        page.locator(".jodit-wysiwyg td[colspan='2']:has-text('合计十二支')").waitFor();
        page.locator("#saved:has-text('已自动保存')").waitFor();

        assertThat(editions.find(draft.edition()).orElseThrow().content().bodyHtml())
                .contains("工作安排", "统一领导", "分级负责", "colspan=\"2\"", "东街")
                .doesNotContain("Mso", "mso-", "o:p", "script", "StartFragment");
        page.context().close();
    }

    @Test
    void anAreaOfAPageIsMarkedWithThePointerAndGone() throws IOException {
        Page page = signedIn(office.handler());
        page.navigate(address());
        page.setInputFiles("#files", new FilePayload("名单.pdf", "application/pdf", pdf()));
        Await.until(() -> copy().isPresent());
        Attachment attached = copy().orElseThrow();
        page.navigate(address() + "/attachments/" + attached.id().value() + "/redaction");
        Locator sheet = page.locator("#sheet");
        page.waitForFunction("() => document.querySelector('#sheet img').naturalWidth > 0");
        sheet.scrollIntoViewIfNeeded();
        var box = sheet.boundingBox();
        page.mouse().move(box.x + box.width * 0.1, box.y + box.height * 0.1);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + box.height * 0.2);
        page.mouse().up();
        assertThat(page.locator("#sheet .area").count()).isEqualTo(1);
        shot(page, "redaction");
        page.locator("#marks button.primary").click();
        page.locator(".said").waitFor();
        assertThat(page.locator("#given ~ ul").textContent())
                .contains(office.handler().name());
        shot(page, "redacted");

        byte[] redacted = files.open(copy().orElseThrow().publicCopy()).readAllBytes();
        assertThat(PdfRecovery.everything(redacted)).doesNotContain(SECRET);
        assertThat(PdfRecovery.everything(
                        files.open(copy().orElseThrow().original()).readAllBytes()))
                .contains(SECRET);
        page.context().close();
    }

    private Optional<Attachment> copy() {
        return editions.find(draft.edition()).orElseThrow().attachments().stream()
                .filter(each -> each.publicCopy() != null)
                .findFirst();
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                for (String[] line : new String[][] {{SECRET, "715"}, {"public words", "400"}}) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
                    content.newLineAtOffset(72, Float.parseFloat(line[1]));
                    content.showText(line[0]);
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private Page signedIn(Officer officer) {
        Page page = Browser.desk();
        page.navigate("http://localhost:" + port + "/console/sign-in");
        page.fill("[name=login]", officer.login());
        page.fill("[name=password]", Office.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL("**/console");
        return page;
    }

    private String address() {
        return "http://localhost:" + port + "/console/drafts/" + draft.edition().value();
    }

    private static void shot(Page page, String name) {
        var size = page.viewportSize();
        for (int width : new int[] {1280, 375}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screens/" + name + (width < 500 ? "-phone" : "") + ".png")));
            int wide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(wide).isLessThanOrEqualTo(0);
            assertThat(new AxeBuilder(page)
                            .exclude(List.of(".jodit-container"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
        }
        page.setViewportSize(size.width, size.height);
    }
}
