package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditFilter;
import org.yangguang.audit.AuditLog;
import org.yangguang.audit.AuditTrail;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** Requests at the console: by whom they can be seen, and what is said. */
@YangguangTest
class CaseConsoleTests {

    private static Desk shared;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Requests requests;

    @Autowired
    AuditLog audit;

    @Autowired
    RequestMappingHandlerMapping mappings;

    private Desk desk;

    @BeforeEach
    void open() {
        if (shared == null) {
            shared = Desk.open(context);
        }
        desk = shared;
    }

    @Test
    void aCaseStandsOnTheDeskOfWhoeverCanMoveItOn() throws Exception {
        Case waiting =
                requests.find(desk.received(desk.letter(requests.today())).id()).orElseThrow();
        String link = "/console/requests/" + waiting.id().value() + "\"";
        assertThat(deskOf(desk.office())).contains("受理并分办申请", link);
        assertThat(deskOf(desk.handler())).doesNotContain(link);

        desk.done(
                desk.office(),
                waiting,
                Act.of(
                        requests.today(),
                        new Step.Assign(
                                "法制科", desk.handler().id(), desk.handler().name())));
        assertThat(deskOf(desk.office())).doesNotContain(link);
        assertThat(deskOf(desk.handler())).contains("办理申请", link);
    }

    @Test
    void theHomePageTellsHowManyApplicationsCameInAndHowSoonTheyWereAnswered() throws Exception {
        desk.inHand(requests.today());

        assertThat(mvc.perform(get("/"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains(requests.today().getYear() + "年收到申请");
    }

    private String deskOf(Officer officer) throws Exception {
        return mvc.perform(get("/console").with(Officers.as(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anOfficerOfOneOrganSeesNoCaseOfAnotherOnAnyPath() throws Exception {
        Case known = desk.inHand(requests.today());
        Desk other = Desk.open(context);
        Officer stranger = other.officer(Role.HANDLER);
        Officer below = Desk.below(context, desk.organ).officer(Role.DISCLOSURE_OFFICE);
        Officer administrator = other.officer(Role.SYSTEM_ADMINISTRATOR);
        Set<String> tried = new TreeSet<>();
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/console/requests/{id")) {
                    String address = path.replaceAll(
                                    "\\{id[^}]*}+", String.valueOf(known.id().value()))
                            .replaceAll("\\{hash:[^}]*}}", "0".repeat(64))
                            .replace("{path}", "note");
                    boolean posted = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                    for (Officer officer : List.of(stranger, below, administrator)) {
                        assertThat(status(officer, address, posted))
                                .as(address + " " + officer.login())
                                .isEqualTo(404);
                    }
                    tried.add(path);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThanOrEqualTo(5);
        for (String address : List.of("/console/requests", "/console/requests?part=ALL&text=" + known.number())) {
            String list = body(mvc.perform(get(address).with(Officers.as(stranger)))
                    .andReturn()
                    .getResponse());
            assertThat(list).doesNotContain("/console/requests/" + known.id().value() + "\"");
        }
        assertThat(body(mvc.perform(get("/console/requests").with(Officers.as(desk.handler())))
                        .andReturn()
                        .getResponse()))
                .contains("/console/requests/" + known.id().value() + "\"");
    }

    private int status(Officer officer, String address, boolean posted) throws Exception {
        var request = posted ? multipart(address) : get(address);
        return mvc.perform(request.param("version", "2")
                        .param("draft", "0")
                        .param("kind", "GRANTED_IN_FULL")
                        .with(csrf())
                        .with(Officers.as(officer)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void aLetterIsRegisteredWithItsScanTheCodeIsShownOnceAndASecondClickRegistersNothing() throws Exception {
        String submission = "click-" + desk.organ.id().value() + "-" + System.nanoTime();
        MockHttpServletResponse first = register(submission, "张示例", pdf());
        String address = first.getRedirectedUrl();
        assertThat(first.getStatus()).isEqualTo(302);
        assertThat(address).matches("/console/requests/\\d+");

        assertThat(register(submission, "张示例", pdf()).getRedirectedUrl()).isEqualTo(address);

        String page = body(mvc.perform(get(address).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse());
        assertThat(page).contains("张**").doesNotContain("张示例").doesNotContain("查询码：");
        assertThat(page).contains(address + "/files/");
    }

    @Test
    void whatIsWrongIsToldAtOnceAndWhatWasTypedStays() throws Exception {
        MockHttpServletResponse answer = register("wrong-" + System.nanoTime(), "", pdf());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer))
                .contains("请填写申请人的姓名或者名称", "示例路 9 号", "name=\"kept\"")
                .contains("房屋征收补偿方案");
    }

    @Test
    void aFileThatIsNoPaperIsRefusedAndNothingIsRegistered() throws Exception {
        MockMultipartFile script =
                new MockMultipartFile("scan", "scan.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1});
        MockHttpServletResponse answer = register("script-" + System.nanoTime(), "李示例", script);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("李示例").contains("refused");
    }

    @Test
    void seeingTheApplicantInFullIsRecorded() throws Exception {
        Case known = desk.inHand(requests.today());
        Applicant applicant = requests.applicant(known.id()).orElseThrow();
        String page = body(mvc.perform(post("/console/requests/" + known.id().value() + "/applicant")
                        .with(csrf())
                        .with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse());

        assertThat(page).contains(applicant.name(), applicant.phone(), applicant.identity());
        assertThat(audit.newest(
                        new AuditFilter(
                                desk.handler().login(),
                                AuditTrail.READING,
                                "request.application:" + known.id().value(),
                                null,
                                null,
                                null),
                        5))
                .hasSize(1);
    }

    @Test
    void ofTwoOfficersAtOnceTheSecondIsToldWhatHappened() throws Exception {
        Case known = desk.inHand(requests.today());
        String address = "/console/requests/" + known.id().value() + "/acts/note";
        assertThat(note(address, known.version(), desk.office()).getStatus()).isEqualTo(302);

        MockHttpServletResponse second = note(address, known.version(), desk.handler());

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(body(second)).contains("在您打开之后").contains("已电话联系");
    }

    @Test
    void aReplyIsDraftedReviewedByThreeAndServedAtTheConsole() throws Exception {
        Case known = desk.inHand(requests.today());
        String id = String.valueOf(known.id().value());
        MockHttpServletResponse saved = mvc.perform(multipart("/console/requests/" + id + "/reply")
                        .param("version", String.valueOf(known.version()))
                        .param("draft", "0")
                        .param("kind", "GRANTED_IN_PART")
                        .param("article", "第三十七条")
                        .param("reason", "部分内容涉及个人隐私")
                        .param("body", "现将可以公开的部分提供给您。")
                        .param("part", "第2页住址")
                        .param("ground", "PRIVACY")
                        .param("partReason", "个人住址")
                        .param("unconsulted", "住户人数众多，逐一征求意见并无必要")
                        .param("submit", "yes")
                        .with(csrf())
                        .with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();
        assertThat(saved.getRedirectedUrl()).isEqualTo("/console/requests/" + id);
        act(id, "clear-reply", desk.officer(Role.SECRECY_OFFICER));
        act(id, "approve-reply", desk.officer(Role.LEADER));
        act(id, "serve", desk.handler());

        Case closed = requests.find(known.id()).orElseThrow();
        assertThat(closed.result()).isNotNull();
        assertThat(closed.result().kind()).isEqualTo(ReplyKind.GRANTED_IN_PART);
        assertThat(body(mvc.perform(get("/console/requests/" + id).with(Officers.as(desk.handler())))
                        .andReturn()
                        .getResponse()))
                .contains("第2页住址", "部分公开");
    }

    private void act(String id, String path, Officer officer) throws Exception {
        Case now = requests.find(new CaseId(Long.parseLong(id))).orElseThrow();
        assertThat(mvc.perform(multipart("/console/requests/" + id + "/acts/" + path)
                                .param("version", String.valueOf(now.version()))
                                .param("on", requests.today().toString())
                                .param("method", "POST")
                                .param("mailNumber", "1012345678901")
                                .param("words", "同意")
                                .with(csrf())
                                .with(Officers.as(officer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as(path)
                .isEqualTo(302);
    }

    private MockHttpServletResponse note(String address, int version, Officer officer) throws Exception {
        return mvc.perform(post(address)
                        .param("version", String.valueOf(version))
                        .param(
                                "on",
                                LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                                        .toString())
                        .param("words", "已电话联系")
                        .with(csrf())
                        .with(Officers.as(officer)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse register(String submission, String name, MockMultipartFile scan) throws Exception {
        return mvc.perform(multipart("/console/requests")
                        .file(scan)
                        .param("submission", submission)
                        .param("organ", String.valueOf(desk.organ.id().value()))
                        .param("channel", "COUNTER")
                        .param("arrivedOn", requests.today().toString())
                        .param("applicantKind", "PERSON")
                        .param("name", name)
                        .param("identity", "TEST-ID-0001")
                        .param("phone", "13900001111")
                        .param("address", "示例路 9 号")
                        .param("title", "房屋征收补偿方案")
                        .with(csrf())
                        .with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();
    }

    private static MockMultipartFile pdf() throws Exception {
        return new MockMultipartFile("scan", "letter.pdf", "application/pdf", PdfFiles.onePage("来信"));
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
