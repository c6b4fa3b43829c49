package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.request.web.CaseWords;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** What offices and applicants get wrong is refused with a sentence, recorded, and loses nothing. */
@YangguangTest
class BadInputTests {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final String TEST_STRING =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    CaseWords words;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
    }

    @Test
    void aReceiptInTheFutureOrBeforeTheLaw() {
        refusedAtIntake(desk.letter(requests.today().plusDays(1)), "还没有到");
        refusedAtIntake(desk.letter(LocalDate.of(2008, 4, 30)), "尚未施行");
    }

    @Test
    void anExtensionAfterTheLastDay() {
        Case known = desk.inHand(DAY);

        refused(desk.handler(), known, Act.of(DAY.plusDays(60), new Step.ProposeExtension(), "材料较多"), "不能再延期");
    }

    @Test
    void aSecondCorrection() {
        Case asked = desk.done(
                desk.handler(), desk.inHand(DAY), Act.of(DAY, new Step.AskCorrection(DAY.plusDays(9)), "请写明"));
        Case corrected = desk.done(desk.handler(), asked, Act.of(DAY.plusDays(1), new Step.Correct(), "文号如下"));

        refused(
                desk.handler(),
                corrected,
                Act.of(DAY.plusDays(1), new Step.AskCorrection(DAY.plusDays(9)), "再补正"),
                "不能再次告知");
    }

    @Test
    void aFeeWithinTheFreeAllowance() {
        refused(
                desk.handler(),
                desk.inHand(DAY),
                Act.of(DAY, new Step.AskFee(FeeBasis.BY_PAGE, 30, BigDecimal.TEN)),
                "免费额度以内");
    }

    @Test
    void aReplyWithoutReasonAndALetterWithoutAnArticle() {
        refused(
                desk.handler(),
                desk.inHand(DAY),
                Act.reply(DAY, ReplyContent.of(ReplyKind.INTERNAL_AFFAIRS, "", "", "不予公开")),
                "须说明理由");
        refused(
                desk.handler(),
                desk.inHand(DAY),
                Act.reply(DAY, ReplyContent.of(ReplyKind.GRANTED_IN_FULL, " ", "", "见附件")),
                "所依据的条款");
    }

    /** The same through the pages of the console: the sentence stands there, what was typed stays, and the case is as it was. */
    @Test
    void whatAnOfficerGetsWrongIsToldOnThePage() throws Exception {
        Case late = desk.inHand(DAY);
        told(late, "propose-extension", "不能再延期", Map.of("words", "材料较多"));
        LocalDate today = requests.today();
        Case known = desk.inHand(today);
        told(known, "ask-fee", "免费额度以内", Map.of("basis", "BY_PAGE", "count", "30", "amount", "10"));
        told(
                known,
                "ask-correction",
                "请写明需要补正的事项",
                Map.of("until", today.plusDays(9).toString(), "words", " "));
        told(known, "note", "还没有到", Map.of("on", today.plusDays(1).toString(), "words", "明天的事"));
        Case asked = desk.done(desk.handler(), known, Act.of(today, new Step.AskCorrection(today.plusDays(9)), "请写明"));
        Case corrected = desk.done(desk.handler(), asked, Act.of(today, new Step.Correct(), "文号如下"));
        told(
                corrected,
                "ask-correction",
                "不能再次告知",
                Map.of("until", today.plusDays(9).toString(), "words", "再补正"));
        String id = String.valueOf(corrected.id().value());
        String page = body(mvc.perform(multipart("/console/requests/" + id + "/reply")
                .param("version", String.valueOf(corrected.version()))
                .param("draft", "0")
                .param("kind", "INTERNAL_AFFAIRS")
                .param("body", "不予公开")
                .param("submit", "yes")
                .with(csrf())
                .with(Officers.as(desk.handler()))));
        assertThat(page).contains("须说明理由", "所依据的条款", "role=\"alert\"", "不予公开</textarea>");
        assertThat(requests.find(corrected.id())).contains(corrected);
    }

    @Test
    void whatWasFilledInStandsInTheFormOfItsActionAndInNoOther() throws Exception {
        Case known = desk.inHand(requests.today());

        String page = told(
                known, "ask-fee", "免费额度以内", Map.of("basis", "BY_PAGE", "count", "30", "amount", "10", "words", "三十页"));
        assertThat(page).contains("value=\"30\"", "value=\"10\"", "<option value=\"BY_PAGE\" selected>");
        assertThat(page)
                .contains("<details class=\"act-ASK_FEE\" open>", "href=\"#count-ASK_FEE\"")
                .doesNotContain("三十页");
        String party = told(
                known, "consult", "请填写日期", Map.of("on", "三月二日", "kind", "JOINT_ORGAN", "party", "某局", "words", "请提意见"));
        assertThat(party)
                .contains("value=\"某局\"", "<option value=\"JOINT_ORGAN\" selected>")
                .containsOnlyOnce("请提意见");
    }

    @Test
    void everyFieldThatIsEmptyOrCannotBeReadIsNamedAtOnceAndItIsRecorded() throws Exception {
        Case known = desk.inHand(requests.today());

        told(known, "ask-fee", "请填写日期", Map.of("on", "2026-02-30", "amount", "十元"));
        assertThat(told(known, "ask-fee", "请填写金额", Map.of("on", "", "amount", "十元")))
                .contains("请填写日期");
        assertThat(told(known, "ask-correction", "请填写截止日期", Map.of("words", "请写明文号")))
                .contains("请写明文号</textarea>");
        assertThat(recorded("case.refused", "request.application:" + known.id().value()))
                .isEqualTo(3);
    }

    @Test
    void aPaperThatWasGoodIsKeptWhenTheRestIsRefusedAndOnlyWhatThePageKeptIsTakenBack() throws Exception {
        Case known = desk.inHand(requests.today());
        String path = "/console/requests/" + known.id().value() + "/acts/note";
        MockMultipartFile paper = new MockMultipartFile(
                "paper", "record.pdf", "application/pdf", PdfFiles.onePage("谈话记录 " + known.number()));

        String page = body(mvc.perform(multipart(path)
                .file(paper)
                .param("version", String.valueOf(known.version()))
                .param("on", requests.today().toString())
                .with(csrf())
                .with(Officers.as(desk.handler()))));
        Matcher kept = Pattern.compile("name=\"kept\" value=\"(([0-9a-f]{64})\\.[0-9a-f]+)\"")
                .matcher(page);
        assertThat(page).contains("请写下备注的内容");
        assertThat(kept.find()).isTrue();
        String hash = kept.group(2);
        mvc.perform(multipart(path)
                .param("version", String.valueOf(known.version()))
                .param("on", requests.today().toString())
                .param("words", "附谈话记录")
                .param("kept", kept.group(1), hash, hash + ".0123456789abcdef0123456789abcdef")
                .with(csrf())
                .with(Officers.as(desk.handler())));
        assertThat(requests.texts(known.id(), known.version() + 1).files()).containsExactly(hash);

        Case other = desk.inHand(requests.today());
        mvc.perform(multipart("/console/requests/" + other.id().value() + "/acts/note")
                .param("version", String.valueOf(other.version()))
                .param("on", requests.today().toString())
                .param("words", "别人的文件")
                .param("kept", hash, hash + ".0123456789abcdef0123456789abcdef")
                .with(csrf())
                .with(Officers.as(desk.handler())));
        assertThat(requests.texts(other.id(), other.version() + 1).files()).isEmpty();
    }

    @Test
    void aLetterThatArrivesTomorrowOrArrivedBeforeTheLawIsToldOnThePage() throws Exception {
        Map<String, String> days = Map.of(
                requests.today().plusDays(1).toString(),
                "还没有到",
                "2008-04-30",
                "尚未施行",
                "三月二日",
                "请填写收到的日期",
                "",
                "请填写收到的日期");
        for (Map.Entry<String, String> each : days.entrySet()) {
            String page = body(mvc.perform(multipart("/console/requests")
                    .param("submission", "day-" + each.getKey())
                    .param("organ", String.valueOf(desk.organ.id().value()))
                    .param("channel", "COUNTER")
                    .param("arrivedOn", each.getKey())
                    .param("confirmedOn", "四号")
                    .param("applicantKind", "PERSON")
                    .param("name", "李示例")
                    .param("identity", "TEST-ID-0002")
                    .param("phone", "13900002222")
                    .param("title", "房屋征收补偿方案")
                    .with(csrf())
                    .with(Officers.as(desk.handler()))));
            assertThat(page).contains(each.getValue(), "李示例", "role=\"alert\"", "确认的日期写得不对");
        }
    }

    @Test
    void anAttachmentWithTheStringByWhichVirusScannersAreTried() throws Exception {
        long before = recorded("case.paper-refused", "request.paper");
        String submission = "virus-" + desk.organ.id().value();
        var answer = mvc.perform(multipart("/console/requests")
                        .file(new MockMultipartFile(
                                "scan", "letter.txt", "text/plain", TEST_STRING.getBytes(StandardCharsets.US_ASCII)))
                        .param("submission", submission)
                        .param("organ", String.valueOf(desk.organ.id().value()))
                        .param("channel", "COUNTER")
                        .param("arrivedOn", requests.today().toString())
                        .param("applicantKind", "PERSON")
                        .param("name", "张示例")
                        .param("identity", "TEST-ID-0001")
                        .param("phone", "13900001111")
                        .param("title", "房屋征收补偿方案")
                        .with(csrf())
                        .with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("张示例", "role=\"alert\"");
        assertThat(recorded("case.paper-refused", "request.paper")).isEqualTo(before + 1);
        assertThat(jdbc.sql("select count(*) from request.application where submission = ?")
                        .param(submission)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFormThatIsSentTwice() {
        Intake letter = desk.letter(DAY);
        Receipt.Received first = desk.received(letter);

        assertThat(requests.receive(desk.office(), letter))
                .isEqualTo(new Receipt.AlreadyReceived(first.id(), first.number()));
        assertThat(recorded("case.received", "request.application:" + first.id().value()))
                .isEqualTo(1);
    }

    private String told(Case known, String act, String sentence, Map<String, String> fields) throws Exception {
        var request = multipart("/console/requests/" + known.id().value() + "/acts/" + act)
                .param("version", String.valueOf(known.version()));
        if (!fields.containsKey("on")) {
            request.param("on", requests.today().toString());
        }
        fields.forEach(request::param);
        String page = body(mvc.perform(request.with(csrf()).with(Officers.as(desk.handler()))));
        assertThat(page).as(act).contains(sentence, "role=\"alert\"");
        assertThat(requests.find(known.id())).contains(known);
        return page;
    }

    private static String body(org.springframework.test.web.servlet.ResultActions done) throws Exception {
        return done.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void refused(Officer officer, Case known, Act act, String sentence) {
        Outcome outcome = requests.takeOver(officer, known.id(), known.version(), act);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(said(((Outcome.Refused) outcome).reasons())).anyMatch(each -> each.contains(sentence));
        assertThat(requests.find(known.id())).contains(known);
        assertThat(recorded("case.refused", "request.application:" + known.id().value()))
                .isEqualTo(1);
    }

    private void refusedAtIntake(Intake intake, String sentence) {
        String organ = "organ.organ:" + intake.organ().value();
        long before = recorded("case.intake-refused", organ);
        Receipt receipt = requests.receive(desk.handler(), intake);

        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        assertThat(said(((Receipt.Refused) receipt).reasons())).anyMatch(each -> each.contains(sentence));
        assertThat(recorded("case.intake-refused", organ)).isEqualTo(before + 1);
    }

    private List<String> said(List<Reason> reasons) {
        LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
        try {
            return words.say(reasons).stream().map(refusal -> refusal.text()).toList();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private long recorded(String action, String subject) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }
}
