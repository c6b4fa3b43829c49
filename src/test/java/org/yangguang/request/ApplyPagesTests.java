package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.yangguang.audit.AuditFilter;
import org.yangguang.audit.AuditLog;
import org.yangguang.request.web.ProcedureStep;
import org.yangguang.site.FormGuard;
import org.yangguang.site.GuardedForm;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** The public form: in a browser with and without scripts, sent twice, filled in badly. */
@YangguangTest
class ApplyPagesTests {

    static final String IDENTITY = "110101199003070003";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static Desk shared;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Requests requests;

    @Autowired
    FormGuard guard;

    @Autowired
    AuditLog audit;

    @LocalServerPort
    int port;

    private Desk desk;

    @BeforeEach
    void open() {
        if (shared == null) {
            shared = Desk.open(context);
        }
        desk = shared;
    }

    @Test
    void aPersonAppliesOnAPhoneOneQuestionAtATimeAndGetsNumberCodeAndReceipt() throws Exception {
        Page window = Browser.phone();
        window.navigate("http://localhost:" + port + "/on-request/apply?organ="
                + desk.organ.id().value());
        assertThat(window.locator(".question:visible").count()).isOne();
        window.fill("[name=title]", "房屋征收补偿方案");
        next(window);
        next(window);
        window.fill("[name=name]", "申请人甲");
        window.fill("[name=identity]", IDENTITY);
        assertThat(window.locator("[name=contactPerson]:visible").count()).isZero();
        next(window);
        window.fill("[name=phone]", "13900001111");
        next(window);
        next(window);
        window.check("[name=truthful]");
        window.click("button[value=send]");
        window.waitForSelector(".given");

        String number = window.locator(".given dd").first().textContent();
        String code = window.locator(".given dd").last().textContent();
        window.context().close();
        Case known = requests.byQueryCode(number, code).flatMap(requests::find).orElseThrow();
        assertThat(known.channel()).isEqualTo(Channel.ONLINE);
        assertThat(known.state()).isEqualTo(CaseState.AWAITING_CONFIRMATION);

        byte[] slip = mvc.perform(
                        post("/on-request/receipt.pdf").param("number", number).param("code", code))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(slip)) {
            assertThat(new PDFTextStripper().getText(document)).contains("接收回执", number, code);
        }
    }

    private static void next(Page window) {
        window.click(".ask-steps button.primary");
    }

    @Test
    void withoutScriptsEverythingStandsOnOnePageAndAQuestionReplacesTheProof() {
        Page window = Browser.withoutScripts();
        window.navigate("http://localhost:" + port + "/on-request/apply?organ="
                + desk.organ.id().value());
        window.fill("[name=title]", "不会有的信息甲乙丙");
        window.click("button[value=search]");
        assertThat(window.locator("[name=title]").inputValue()).isEqualTo("不会有的信息甲乙丙");
        window.check("[name=applicantKind][value=COMPANY]");
        window.fill("[name=name]", "示例有限公司");
        window.selectOption("[name=identityType]", "OTHER_OF_ORGANISATION");
        window.fill("[name=identity]", "TEST-1");
        window.fill("[name=contactPerson]", "联系人乙");
        window.fill("[name=email]", "someone@example.cn");
        window.check("[name=truthful]");
        String asked = window.locator("[data-guard-question] label").textContent();
        Matcher numbers = Pattern.compile("\\d+").matcher(asked);
        int sum = 0;
        while (numbers.find()) {
            sum += Integer.parseInt(numbers.group());
        }
        window.fill("[name=guard-answer]", String.valueOf(sum));
        window.click("button[value=send]");

        String number = window.locator(".given dd").first().textContent();
        window.context().close();
        assertThat(number).matches("\\d{4}-\\d{5}");
    }

    @Test
    void theStepsOfTheProcedureAreShownWithTheirArticlesInBothLanguages() {
        for (String language : List.of("zh-CN", "en")) {
            Page window = Browser.withoutScripts();
            window.navigate("http://localhost:" + port + "/on-request/procedure?lang=" + language);
            assertThat(window.locator(".flow > li").count()).isEqualTo(ProcedureStep.values().length);
            assertThat(window.locator(".flow").innerText())
                    .contains(language.equals("zh-CN") ? "7 个工作日内一次性告知补正" : "within 7 working days you are told once")
                    .contains(language.equals("zh-CN") ? "第三十三条" : "Article 33")
                    .doesNotContain("request.procedure", "{0}");
        }
    }

    @Test
    void theSameFormSentTwiceIsOneApplicationAndAnswersTheSame() throws Exception {
        GuardedForm form = guard.open("request");
        Map<String, String> fields = fields();

        String first = body(send(form, fields, null));
        String second = body(send(form, fields, null));

        assertThat(code(first)).isNotEmpty().isEqualTo(code(second));

        Map<String, String> changed = new java.util.HashMap<>(fields);
        changed.put("title", "房屋征收评估报告");
        MockHttpServletResponse told = send(form, changed, null);
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(body(told)).contains("已经提交过", "改动的内容没有提交", "value=\"房屋征收评估报告\"");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWhatWasTypedStaysAndItIsRecorded() throws Exception {
        Map<String, String> fields = new java.util.HashMap<>(fields());
        fields.put("title", "");
        fields.put("identity", "110101199003070004");
        fields.put("applicantKind", "PERSON");
        fields.put("way", "EMAIL");
        fields.put("truthful", "");
        fields.put("description", "请保留这段文字");
        MockHttpServletResponse answer = send(guard.open("request"), fields, null);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("居民身份证号码不对", "请写明申请公开", "请填写电子邮箱", "请勾选确认内容属实", "请保留这段文字");
        assertThat(audit.newest(
                        new AuditFilter(
                                "applicant",
                                "case.intake-refused",
                                "organ.organ:" + desk.organ.id().value(),
                                null,
                                null,
                                null),
                        5))
                .isNotEmpty();
    }

    @Test
    void whoIsNoHumanOrForgotTheQuestionKeepsTheirText() throws Exception {
        GuardedForm form = guard.open("request");
        MockMultipartHttpServletRequestBuilder request = multipart("/on-request/apply");
        fields().forEach(request::param);
        request.param("guard-token", form.token()).with(sent -> {
            sent.setRemoteAddr("198.51.101." + ADDRESSES.incrementAndGet());
            return sent;
        });
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("房屋征收补偿方案", "guard-token");
    }

    @Test
    void aProofThatIsAProgramIsRefusedAndAGoodOneIsKeptWithTheCase() throws Exception {
        MockMultipartFile program =
                new MockMultipartFile("proof", "id.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1});
        MockHttpServletResponse refused = send(guard.open("request"), fields(), program);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("附件没有收下", "房屋征收补偿方案");

        Map<String, String> fields = new java.util.HashMap<>(fields());
        fields.put("phone", "");
        MockMultipartFile good = new MockMultipartFile(
                "proof", "id.pdf", "application/pdf", PdfFiles.onePage("身份证明 " + desk.organ.name()));
        String page = body(send(guard.open("request"), fields, good));
        assertThat(page).contains("至少填写一项");
        Matcher kept = Pattern.compile("name=\"kept\" value=\"(([0-9a-f]{64})\\.[0-9a-f]+)\"")
                .matcher(page);
        assertThat(kept.find()).isTrue();
        fields.put("phone", "13900002222");
        fields.put("kept", kept.group(1));
        String done = body(send(guard.open("request"), fields, null));
        Matcher number = Pattern.compile("20\\d\\d-\\d{5}").matcher(done);
        assertThat(number.find()).isTrue();
        long id = requests.byQueryCode(number.group(), code(done)).orElseThrow().value();
        assertThat(mvc.perform(get("/console/requests/" + id + "/files/" + kept.group(2))
                                .with(Officers.as(desk.handler())))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(good.getBytes());
    }

    @Test
    void aFieldThatIsTooLongIsNamed() throws Exception {
        Map<String, String> fields = new java.util.HashMap<>(fields());
        fields.put("name", "某".repeat(301));
        fields.put("postCode", "2".repeat(301));

        assertThat(body(send(guard.open("request"), fields, null)))
                .contains("姓名或者名称最多写 300 个字", "邮政编码最多写 300 个字", "某".repeat(301));
    }

    @Test
    void thePaperFormCarriesTheNameOfTheOrgan() throws Exception {
        byte[] pdf = mvc.perform(get("/on-request/form.pdf")
                        .param("organ", String.valueOf(desk.organ.id().value())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document)).contains("政府信息公开申请表", desk.organ.name());
        }
    }

    private Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("organ", String.valueOf(desk.organ.id().value())),
                Map.entry("title", "房屋征收补偿方案"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("name", "申请人丙"),
                Map.entry("identityType", "IDENTITY_CARD"),
                Map.entry("identity", IDENTITY),
                Map.entry("phone", "13900002222"),
                Map.entry("form", "ELECTRONIC"),
                Map.entry("way", "ONLINE"),
                Map.entry("truthful", "yes"),
                Map.entry("step", "send"));
    }

    private MockHttpServletResponse send(GuardedForm form, Map<String, String> fields, MockMultipartFile proof)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/on-request/apply");
        if (proof != null) {
            request.file(proof);
        }
        fields.forEach(request::param);
        String address = "198.51.100." + ADDRESSES.incrementAndGet();
        request.param("guard-token", form.token())
                .param("guard-answer", String.valueOf(form.first() + form.second()))
                .with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                });
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String code(String page) {
        Matcher code = Pattern.compile("name=\"code\" value=\"([^\"]+)\"").matcher(page);
        return code.find() ? code.group(1) : "";
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
