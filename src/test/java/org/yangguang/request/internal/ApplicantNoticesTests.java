package org.yangguang.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.notify.Messages;
import org.yangguang.notify.internal.TestPost;
import org.yangguang.organ.Organs;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Case;
import org.yangguang.request.CaseMoved;
import org.yangguang.request.CaseReceived;
import org.yangguang.request.Channel;
import org.yangguang.request.Desk;
import org.yangguang.request.Intake;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.request.Wanted;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.YangguangTest;

/** What applicants are told, on a real mail server and a gateway that refuses what a real one refuses. */
@YangguangTest
class ApplicantNoticesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    Messages messages;

    @Autowired
    RequestPapers papers;

    @Autowired
    Organs organs;

    @Autowired
    MessageSource texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anApplicantIsToldByMailAndTextMessageWithoutAWordOfWhatTheyAskedFor() throws Exception {
        jdbc.sql("update notify.message set state = 'SETTLED' where state in ('WAITING', 'SENDING')")
                .update();
        Desk desk = Desk.open(context);
        LocalDate today = requests.today();
        Case known = received(desk, today);
        known = desk.done(
                desk.office(),
                known,
                Act.of(today, new Step.Assign("法制科", desk.handler().id(), "")));
        known = desk.done(desk.handler(), known, Act.of(today, new Step.AskCorrection(today.plusDays(15)), "请写明示例片区"));
        ApplicantNotices notices = notices();
        Case told = known;
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            notices.received(new CaseReceived(told.id(), told.number(), told.organ(), told.channel(), today));
            notices.moved(
                    new CaseMoved(told.id(), told.number(), told.organ(), Action.ASK_CORRECTION, told.state(), today));
            notices.moved(new CaseMoved(told.id(), told.number(), told.organ(), Action.NOTE, told.state(), today));
            notices.moved(new CaseMoved(
                    told.id(), told.number(), told.organ(), Action.SERVE, told.state(), today.minusYears(9)));
        });

        try (TestPost post =
                new TestPost(context, new MovableClock(Instant.now().plusSeconds(60)))) {
            List<String> delivered = post.delivered();
            assertThat(delivered).hasSize(4);
            assertThat(delivered)
                    .allSatisfy(
                            each -> assertThat(each).contains(told.number()).doesNotContain("房屋征收", "示例片区", "申请人丁"));
            assertThat(delivered).anySatisfy(each -> assertThat(each)
                    .startsWith("applicant@example.cn")
                    .contains("需要补正", today.plusDays(15).toString(), "/on-request/track?number=" + told.number()));
            assertThat(delivered)
                    .anySatisfy(
                            each -> assertThat(each).startsWith("13900003333").contains("已提交"));
        }
    }

    private ApplicantNotices notices() {
        Messages open = mock(Messages.class);
        when(open.offered(any())).thenReturn(true);
        when(open.send(any())).thenAnswer(call -> messages.send(call.getArgument(0)));
        return new ApplicantNotices(requests, open, papers, organs, texts, java.time.Clock.systemDefaultZone());
    }

    private Case received(Desk desk, LocalDate today) {
        Applicant applicant = new Applicant(
                ApplicantKind.PERSON,
                "申请人丁",
                "",
                "TEST-ID-NOTICE",
                "",
                "139 0000 3333",
                "applicant@example.cn",
                "",
                "");
        return requests.find(desk.received(Intake.of(
                                desk.organ.id(),
                                Channel.COUNTER,
                                today,
                                applicant,
                                Wanted.of("房屋征收补偿方案", ""),
                                "notice-" + System.nanoTime()))
                        .id())
                .orElseThrow();
    }
}
