package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.yangguang.audit.AuditFilter;
import org.yangguang.audit.AuditLog;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** What an applicant sees and does with number and query code, and what a guesser does not. */
@YangguangTest
class TrackPagesTests {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
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
    JdbcClient jdbc;

    private Desk desk;
    private LocalDate today;
    private final String address = "198.51.102." + ADDRESSES.incrementAndGet();

    @BeforeEach
    void open() {
        if (shared == null) {
            shared = Desk.open(context);
        }
        desk = shared;
        today = requests.today();
    }

    @Test
    void anApplicantCorrectsTakesTheReplyAndRatesIt() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = assigned(received);
        known = desk.done(desk.handler(), known, Act.of(today, new Step.AskCorrection(today.plusDays(15)), "请写明片区名称"));

        String page = body(track(received, "/on-request/track", Map.of()));
        assertThat(page)
                .contains("请补正您的申请", "请写明片区名称", "第三十条")
                .doesNotContain(desk.handler().name());

        String corrected = body(track(
                received,
                "/on-request/track/correct",
                Map.of("version", String.valueOf(known.version()), "words", "示例片区")));
        assertThat(corrected).contains("补正已收到");
        MockHttpServletResponse again = track(
                received,
                "/on-request/track/correct",
                Map.of("version", String.valueOf(known.version()), "words", "第二次点击"));
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(body(again)).contains("没有重复办理");

        known = desk.served(requests.find(known.id()).orElseThrow(), today, Desk.granted());
        String closed = body(track(received, "/on-request/track", Map.of()));
        assertThat(closed).contains("予以公开", "您申请的信息现予公开");
        String letter = closed.replaceAll("(?s).*action=\"(/on-request/track/letters/\\d+)\".*", "$1");
        MockHttpServletResponse pdf = track(received, letter, Map.of());
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(jdbc.sql("select count(*) from request.taken where application_id = ?")
                        .param(known.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();

        assertThat(body(track(received, "/on-request/track/rate", Map.of("stars", "5"))))
                .contains("谢谢您的评价");
        assertThat(body(track(received, "/on-request/track/rate", Map.of("stars", "1"))))
                .contains("已经评价过");
    }

    @Test
    void anApplicantIsToldTheFeeAndAnswersItWithTheirWords() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = desk.done(
                desk.handler(),
                assigned(received),
                Act.of(today, new Step.AskFee(FeeBasis.BY_PAGE, 68, new java.math.BigDecimal("380"))));
        assertThat(body(track(received, "/on-request/track", Map.of()))).contains("380", "68", "缴费");

        String answered = body(track(
                received,
                "/on-request/track/remark",
                Map.of("version", String.valueOf(known.version()), "words", "已于今日转账，请核对")));

        assertThat(answered).contains("已于今日转账，请核对", "role=\"status\"");
        assertThat(requests.find(known.id()).orElseThrow().state())
                .as("money counts when the office has it")
                .isEqualTo(CaseState.AWAITING_PAYMENT);
        desk.done(desk.handler(), requests.find(known.id()).orElseThrow(), Act.of(today, new Step.RecordPayment()));
        assertThat(body(track(received, "/on-request/track", Map.of()))).contains("收到缴费");
    }

    @Test
    void aClosedRequestIsNoLongerPromisedAReply() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = desk.done(desk.handler(), assigned(received), Act.of(today, new Step.Withdraw(), ""));

        assertThat(body(track(received, "/on-request/track", Map.of())))
                .contains("办结")
                .doesNotContain("因此，最迟");
        assertThat(known.result()).isNotNull();
    }

    @Test
    void aLaterDayThatWasSetIsSaidOnThePageOfTheOfficeToo() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = desk.done(desk.handler(), assigned(received), Act.of(today, new Step.AskReasons(), "请说明理由"));
        known = desk.done(desk.handler(), known, Act.of(today, new Step.RecordReasons(), "编写社区志"));
        LocalDate later = today.plusDays(80);
        known = desk.done(desk.office(), known, Act.of(today, new Step.NotifyDelay(later), "需要核对档案"));

        assertThat(mvc.perform(get("/console/requests/" + known.id().value()).with(Officers.as(desk.handler())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("已告知延迟至 " + later, "延迟答复，不计");
        assertThat(body(track(received, "/on-request/track", Map.of()))).contains("机关告知您延迟至", "延迟答复，不计");
    }

    @Test
    void anApplicantGivesTheReasonsThatTheyAreAskedFor() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = desk.done(
                desk.handler(), assigned(received), Act.of(today, new Step.AskReasons(), "您三个月内已申请四十余件，请说明理由"));
        assertThat(body(track(received, "/on-request/track", Map.of()))).contains("您三个月内已申请四十余件");
        MockHttpServletResponse nothing = track(
                received,
                "/on-request/track/reasons",
                Map.of("version", String.valueOf(known.version()), "words", " "));
        assertThat(nothing.getStatus()).isEqualTo(409);
        assertThat(body(nothing)).contains("role=\"alert\"");

        track(
                received,
                "/on-request/track/reasons",
                Map.of("version", String.valueOf(known.version()), "words", "用于学位论文"));

        Case after = requests.find(known.id()).orElseThrow();
        assertThat(after.reasons()).isEqualTo(new Case.Reasons(today, today));
        assertThat(requests.texts(known.id(), after.version()).words()).isEqualTo("用于学位论文");
    }

    @Test
    void theFilesOfAReplyAreTakenByTheirApplicantOnlyAndTheTakingIsKept() throws Exception {
        byte[] file = PdfFiles.onePage("答复附件");
        String hash = stored(file);
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = assigned(received);
        assertThat(track(received, "/on-request/track/files/" + hash, Map.of()).getStatus())
                .isEqualTo(404);
        ReplyContent reply = new ReplyContent(
                ReplyKind.GRANTED_IN_FULL,
                "第三十六条第（二）项",
                "",
                "",
                "您申请的信息现予公开，见附件。",
                java.util.List.of(),
                java.util.List.of(hash));
        desk.served(known, today, reply);
        String copy = body(track(received, "/on-request/track", Map.of()))
                .replaceAll("(?s).*/on-request/track/files/([0-9a-f]{64}).*", "$1");

        MockHttpServletResponse taken = track(received, "/on-request/track/files/" + copy, Map.of());

        try (var given = org.apache.pdfbox.Loader.loadPDF(taken.getContentAsByteArray())) {
            assertThat(given.getNumberOfPages()).isOne();
            assertThat(given.getDocumentInformation().getTitle()).isNull();
        }
        assertThat(taken.getHeader("Content-Disposition")).contains("attachment", ".pdf");
        assertThat(taken.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(jdbc.sql("select times from request.taken where application_id = ? and what = ?")
                        .params(known.id().value(), copy)
                        .query(Integer.class)
                        .single())
                .isOne();
        Receipt.Received other = desk.received(desk.letter(today));
        assertThat(track(other, "/on-request/track/files/" + copy, Map.of()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aRatingWithoutStarsIsRefusedAndNothingIsKept() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        desk.served(assigned(received), today, Desk.granted());

        MockHttpServletResponse refused = track(received, "/on-request/track/rate", Map.of("stars", "9", "words", "好"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(body(refused)).contains("role=\"alert\"");
        assertThat(body(track(received, "/on-request/track/rate", Map.of("stars", "4"))))
                .contains("谢谢您的评价");
    }

    @Test
    void anApplicantWithdraws() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        Case known = assigned(received);
        String withdrawn = body(track(
                received,
                "/on-request/track/withdraw",
                Map.of("version", String.valueOf(known.version()), "words", "已经从别处得到")));
        assertThat(withdrawn).contains("申请已撤回");
        assertThat(requests.find(known.id()).orElseThrow().result().kind()).isEqualTo(ReplyKind.WITHDRAWN);
    }

    @Test
    void theClockIsExplainedInSentencesAndADayAtATime() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        assigned(received);
        assertThat(body(track(received, "/on-request/track", Map.of())))
                .contains("为收到申请之日", "20 个工作日内答复", "因此，最迟", "class=\"strip\"", "逐日说明");
    }

    @Test
    void aThousandGuessesOfAQueryCodeAreRefusedAndRecorded() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        int wrong = 0;
        int held = 0;
        for (int guess = 0; guess < 1_000; guess++) {
            int status = mvc.perform(post("/on-request/track")
                            .param("number", received.number())
                            .param("code", "2222-3333-4444-" + (1_000 + guess))
                            .with(sent -> {
                                sent.setRemoteAddr(address);
                                return sent;
                            }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            wrong += status == 403 ? 1 : 0;
            held += status == 429 ? 1 : 0;
        }
        assertThat(wrong).isEqualTo(10);
        assertThat(held).isEqualTo(990);
        assertThat(audit.newest(new AuditFilter(null, null, "site.limit:code:request", null, null, null), 5))
                .isNotEmpty();
    }

    @Test
    void guessersFromManyAddressesKeepNoApplicantFromTheirCaseButAreRecorded() throws Exception {
        Receipt.Received received = desk.received(desk.letter(today));
        for (int guess = 0; guess < 60; guess++) {
            String from = "203.0.113." + guess;
            mvc.perform(post("/on-request/track")
                    .param("number", received.number())
                    .param("code", "2222-3333-4444-" + (1_000 + guess))
                    .with(sent -> {
                        sent.setRemoteAddr(from);
                        return sent;
                    }));
        }
        assertThat(body(track(received, "/on-request/track", Map.of()))).contains("房屋征收补偿方案");
        assertThat(audit.newest(new AuditFilter(null, null, "site.limit:code-of-one:request", null, null, null), 5))
                .isNotEmpty();
    }

    @Test
    void aReplyIsPostedWithTheStatePostOnly() {
        Case approved = desk.approved(desk.inHand(today), today, Desk.granted());
        for (String number : new String[] {"", "SF1234567890123", "12345"}) {
            Outcome outcome = requests.act(
                    desk.handler(),
                    approved.id(),
                    approved.version(),
                    Act.of(today, new Step.Serve(ServiceMethod.POST, number)));
            assertThat(outcome).as(number).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused) outcome).reasons())
                    .extracting(Reason::key)
                    .containsExactly("request.refused.mailNumber");
        }
        assertThat(requests.act(
                                desk.handler(),
                                approved.id(),
                                approved.version(),
                                Act.of(today, new Step.Serve(ServiceMethod.POST, "XA12345678932")))
                        .done())
                .isTrue();
    }

    private String stored(byte[] file) throws Exception {
        java.nio.file.Path path = java.nio.file.Files.createTempFile("reply", ".pdf");
        java.nio.file.Files.write(path, file);
        try {
            return context.getBean(org.yangguang.file.FileStore.class)
                    .keep(path, "application/pdf")
                    .hash();
        } finally {
            java.nio.file.Files.delete(path);
        }
    }

    private Case assigned(Receipt.Received received) {
        Case known = requests.find(received.id()).orElseThrow();
        return desk.done(
                desk.office(),
                known,
                Act.of(
                        today,
                        new Step.Assign(
                                "法制科", desk.handler().id(), desk.handler().name())));
    }

    private MockHttpServletResponse track(Receipt.Received received, String path, Map<String, String> fields)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(path);
        request.param("number", received.number()).param("code", received.queryCode());
        fields.forEach(request::param);
        return mvc.perform(request.with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                }))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
