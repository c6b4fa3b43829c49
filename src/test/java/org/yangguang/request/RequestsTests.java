package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Role;
import org.yangguang.calendar.Regime;
import org.yangguang.request.internal.DeadlineDesk;
import org.yangguang.testing.YangguangTest;

/** A case from its letter to its one result. */
@YangguangTest
class RequestsTests {

    private static final LocalDate LETTER_2016 = LocalDate.of(2016, 1, 25);
    private static final LocalDate LETTER_2020 = LocalDate.of(2020, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    RequestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
    }

    @Test
    void aLetterOf2016IsAnsweredWithinFifteenWorkingDaysAndServedByPost() {
        Case known = desk.inHand(LETTER_2016);
        assertThat(known.regime()).isEqualTo(Regime.REGULATIONS_2007);
        assertThat(clock.reckon(known).due()).isEqualTo(LocalDate.of(2016, 2, 18));

        Case closed = desk.served(known, LocalDate.of(2016, 2, 18), Desk.granted());

        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.result()).isNotNull();
        assertThat(closed.result().kind()).isEqualTo(ReplyKind.GRANTED_IN_FULL);
        assertThat(row(closed, "in_time", Boolean.class)).isTrue();
        assertThat(requests.reply(closed)).contains(Desk.granted());
        assertThat(requests.history(closed.id())).hasSize(closed.version());
    }

    @Test
    void anExtensionIsProposedApprovedByAnotherToldAndOnlyThenLonger() {
        Case known = desk.inHand(LETTER_2016);
        LocalDate day = LocalDate.of(2016, 2, 17);
        Case proposed = desk.done(desk.handler(), known, Act.of(day, new Step.ProposeExtension(), "材料较多"));
        assertThat(clock.reckon(proposed).due()).isEqualTo(LocalDate.of(2016, 2, 18));
        assertThat(desk.refused(desk.handler(), proposed, Act.of(day, new Step.NotifyExtension(ServiceMethod.POST))))
                .contains("request.refused.extensionNotApproved");
        Case approved = desk.done(desk.office(), proposed, Act.of(day, new Step.ApproveExtension()));
        assertThat(desk.refused(
                        desk.handler(),
                        approved,
                        Act.of(LocalDate.of(2016, 2, 19), new Step.NotifyExtension(ServiceMethod.POST))))
                .containsExactly("request.refused.extensionLate");
        Case told = desk.done(desk.handler(), approved, Act.of(day, new Step.NotifyExtension(ServiceMethod.POST)));

        assertThat(clock.reckon(told).due()).isEqualTo(LocalDate.of(2016, 3, 10));
        assertThat(desk.refused(desk.handler(), told, Act.of(day, new Step.ProposeExtension(), "再延")))
                .contains("request.refused.secondExtension");
    }

    @Test
    void whoProposedAnExtensionDoesNotApproveIt() {
        Case known = desk.inHand(LETTER_2016);
        Case proposed = desk.done(desk.office(), known, Act.of(LETTER_2016, new Step.ProposeExtension(), "材料较多"));

        assertThat(desk.refused(desk.office(), proposed, Act.of(LETTER_2016, new Step.ApproveExtension())))
                .containsExactly("request.refused.ownExtension");
    }

    @Test
    void aCorrectionIsAskedForOnceWithinSevenWorkingDaysAndStartsTheClockAnew() {
        Case known = desk.inHand(LETTER_2020);
        assertThat(desk.refused(
                        desk.handler(),
                        known,
                        Act.of(LocalDate.of(2020, 3, 12), new Step.AskCorrection(LocalDate.of(2020, 3, 30)), "请写明文号")))
                .containsExactly("request.refused.correctionLate");
        Case asked = desk.done(
                desk.handler(),
                known,
                Act.of(LocalDate.of(2020, 3, 11), new Step.AskCorrection(LocalDate.of(2020, 3, 30)), "请写明文号"));
        assertThat(clock.reckon(asked).due()).isNull();

        Outcome corrected = requests.actByApplicant(
                asked.id(), Act.of(LocalDate.of(2020, 3, 20), new Step.Correct(), "泉政发〔2019〕1号"));
        assertThat(corrected.done())
                .as("an applicant cannot date back six years")
                .isFalse();
        Case again =
                desk.done(desk.handler(), asked, Act.of(LocalDate.of(2020, 3, 20), new Step.Correct(), "泉政发〔2019〕1号"));

        assertThat(clock.reckon(again).due()).isEqualTo(LocalDate.of(2020, 4, 20));
        assertThat(desk.refused(
                        desk.handler(),
                        again,
                        Act.of(LocalDate.of(2020, 3, 20), new Step.AskCorrection(LocalDate.of(2020, 4, 1)), "再补正")))
                .contains("request.refused.secondCorrection");
    }

    @Test
    void whatIsNotCorrectedInTimeIsNoLongerHandledAndIsItsOneResult() {
        Case asked = desk.done(
                desk.handler(),
                desk.inHand(LETTER_2020),
                Act.of(LETTER_2020, new Step.AskCorrection(LocalDate.of(2020, 3, 20)), "请写明文号"));
        assertThat(desk.refused(
                        desk.handler(),
                        asked,
                        Act.of(LocalDate.of(2020, 3, 20), new Step.Abandon(ReplyKind.NOT_CORRECTED))))
                .containsExactly("request.refused.abandonEarly");
        Case closed = desk.done(
                desk.handler(), asked, Act.of(LocalDate.of(2020, 3, 21), new Step.Abandon(ReplyKind.NOT_CORRECTED)));

        assertThat(closed.result()).isNotNull();
        assertThat(closed.result().kind()).isEqualTo(ReplyKind.NOT_CORRECTED);
        assertThat(requests.offered(desk.handler(), closed)).containsExactly(Action.NOTE);
    }

    @Test
    void aThirdPartyStopsTheClockUntilItAnswersAndSilenceEndsItAfterFifteenWorkingDays() {
        Case known = desk.inHand(LETTER_2020);
        assertThat(clock.reckon(known).due()).isEqualTo(LocalDate.of(2020, 3, 30));
        LocalDate sent = LocalDate.of(2020, 3, 4);
        Case asked = desk.done(desk.handler(), known, Act.consult(sent, ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
        assertThat(clock.reckon(asked).due()).as("when nobody answers").isEqualTo(LocalDate.of(2020, 4, 21));
        assertThat(desk.refused(desk.handler(), asked, Act.of(LocalDate.of(2020, 3, 25), new Step.RecordSilence(1))))
                .containsExactly("request.refused.silenceEarly");
        assertThat(desk.refused(
                        desk.handler(),
                        asked,
                        Act.of(LocalDate.of(2020, 3, 10), new Step.RecordOpinion(1, Opinion.OBJECTION))))
                .containsExactly("request.refused.words.RECORD_OPINION");
        Case answered = desk.done(
                desk.handler(),
                asked,
                Act.of(LocalDate.of(2020, 3, 10), new Step.RecordOpinion(1, Opinion.OBJECTION), "涉及商业秘密"));

        assertThat(answered.state()).isEqualTo(CaseState.IN_HAND);
        assertThat(clock.reckon(answered).due()).isEqualTo(LocalDate.of(2020, 4, 3));
        List<ClockDay> days = clock.explain(answered, requests.today());
        assertThat(days).filteredOn(day -> day.kind().counted()).hasSize(20);
        assertThat(days)
                .filteredOn(day -> day.kind() == ClockDay.Kind.STOPPED_THIRD_PARTY)
                .extracting(ClockDay::date)
                .startsWith(LocalDate.of(2020, 3, 5))
                .endsWith(LocalDate.of(2020, 3, 10))
                .hasSize(6);
        assertThat(requests.texts(answered.id(), 3).party()).isEqualTo("某公司");
    }

    @Test
    void underTheOldRegulationsAConsultationHasNoEndUntilTheAnswerComes() {
        Case asked = desk.done(
                desk.handler(),
                desk.inHand(LETTER_2016),
                Act.consult(LocalDate.of(2016, 1, 27), ConsultationKind.THIRD_PARTY, "某公司", ""));
        assertThat(clock.reckon(asked).due()).isNull();

        Case answered = desk.done(
                desk.handler(), asked, Act.of(LocalDate.of(2016, 2, 1), new Step.RecordOpinion(1, Opinion.CONSENT)));

        assertThat(clock.reckon(answered).due()).isEqualTo(LocalDate.of(2016, 2, 23));
    }

    @Test
    void aFeeStopsTheClockUntilItIsPaid() {
        Case known = desk.inHand(LocalDate.of(2021, 3, 1));
        assertThat(desk.refused(
                        desk.handler(),
                        known,
                        Act.of(LocalDate.of(2021, 3, 2), new Step.AskFee(FeeBasis.BY_PAGE, 30, BigDecimal.ZERO))))
                .contains("request.refused.feeNothing");
        Case asked = desk.done(
                desk.handler(),
                known,
                Act.of(LocalDate.of(2021, 3, 2), new Step.AskFee(FeeBasis.BY_PAGE, 100, new BigDecimal("700"))));
        assertThat(clock.reckon(asked).due()).isNull();
        Case paid = desk.done(desk.handler(), asked, Act.of(LocalDate.of(2021, 3, 9), new Step.RecordPayment()));

        assertThat(clock.reckon(paid).due()).isEqualTo(LocalDate.of(2021, 4, 6));
    }

    @Test
    void aFeeIsTheTariffsAndNothingWithinTheFreeAllowance() {
        LocalDate day = LocalDate.of(2022, 3, 1);
        Case known = desk.inHand(day);

        assertThat(desk.refused(
                        desk.handler(), known, Act.of(day, new Step.AskFee(FeeBasis.BY_PAGE, 30, BigDecimal.TEN))))
                .containsExactly("request.refused.feeFree");
        assertThat(desk.refused(
                        desk.handler(), known, Act.of(day, new Step.AskFee(FeeBasis.BY_PAGE, 101, BigDecimal.TEN))))
                .containsExactly("request.refused.feeAmount");
        assertThat(desk.refused(
                        desk.handler(), known, Act.of(day, new Step.AskFee(FeeBasis.BY_ITEM, 1, BigDecimal.TEN))))
                .containsExactly("request.refused.feeFree");
        assertThat(desk.refused(
                        desk.handler(),
                        desk.inHand(LETTER_2020),
                        Act.of(LETTER_2020, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")))))
                .containsExactly("request.refused.feeBefore");
        Case asked = desk.done(
                desk.handler(), known, Act.of(day, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380"))));
        assertThat(asked.state()).isEqualTo(CaseState.AWAITING_PAYMENT);
    }

    @Test
    void theEleventhApplicationOfAnApplicantInAMonthIsTheFirstThatCosts() {
        LocalDate day = LocalDate.of(2022, 4, 1);
        Case asked = desk.done(desk.handler(), eleventhOf(Desk.person(), day), byItem(day, 1, "100"));

        assertThat(asked.fee()).isNotNull();
    }

    @Test
    void fifteenItemsAndSixBeyondTheFreeTenCostWhatACityCharged() {
        LocalDate day = LocalDate.of(2023, 5, 4);
        Case fifteen = eleventhOf(Desk.person(), day);
        assertThat(desk.refused(desk.handler(), fifteen, byItem(day, 15, "500")))
                .as("as if the first ten of the month were free twice")
                .containsExactly("request.refused.feeAmount");
        Case six = eleventhOf(Desk.person(), day);

        assertThat(desk.done(desk.handler(), fifteen, byItem(day, 15, "1500")).fee())
                .isNotNull();
        assertThat(desk.done(desk.handler(), six, byItem(day, 6, "600")).fee()).isNotNull();
    }

    private static Act byItem(LocalDate on, int items, String yuan) {
        return Act.of(on, new Step.AskFee(FeeBasis.BY_ITEM, items, new BigDecimal(yuan)));
    }

    /** The eleventh application of the month, in hand. */
    private Case eleventhOf(Applicant applicant, LocalDate day) {
        Case last = null;
        for (int i = 0; i < 11; i++) {
            Intake letter = desk.letter(day);
            last = requests.find(desk.received(new Intake(
                                    letter.organ(),
                                    letter.channel(),
                                    day,
                                    null,
                                    applicant,
                                    letter.wanted(),
                                    "",
                                    letter.submission(),
                                    List.of()))
                            .id())
                    .orElseThrow();
        }
        return desk.done(
                desk.office(),
                last,
                Act.of(
                        day,
                        new Step.Assign(
                                "法制科", desk.handler().id(), desk.handler().name())));
    }

    @Test
    void aClockThatStoodWhenTheCaseEndedIsExplainedToItsEndOnly() {
        LocalDate received = LocalDate.of(2025, 3, 3);
        Case unclear = desk.done(
                desk.handler(),
                desk.inHand(received),
                Act.of(received.plusDays(1), new Step.AskCorrection(LocalDate.of(2025, 3, 20)), "请写明"));
        LocalDate end = LocalDate.of(2025, 3, 24);
        Case dropped = desk.done(desk.handler(), unclear, Act.of(end, new Step.Abandon(ReplyKind.NOT_CORRECTED)));

        List<ClockDay> days = clock.explain(dropped, requests.today());

        assertThat(days.get(days.size() - 1).date()).isEqualTo(end);
    }

    @Test
    void nothingIsDatedBeforeTheReceipt() {
        Intake letter = Intake.of(
                        desk.organ.id(),
                        Channel.PLAIN_LETTER,
                        LETTER_2020,
                        Desk.person(),
                        Wanted.of("规划许可", ""),
                        "late-" + desk.organ.id().value())
                .confirmed(LocalDate.of(2020, 3, 6));
        Case known = requests.find(desk.received(letter).id()).orElseThrow();

        assertThat(desk.refused(desk.handler(), known, Act.of(LocalDate.of(2020, 3, 4), new Step.Withdraw(), "撤回")))
                .containsExactly("request.refused.order");
    }

    @Test
    void nobodyIsMadeToWaitLongerThanReasonable() {
        Case known = desk.inHand(LETTER_2020);

        assertThat(desk.refused(
                        desk.handler(),
                        known,
                        Act.of(LETTER_2020, new Step.AskCorrection(LocalDate.of(9999, 1, 1)), "请写明文号")))
                .containsExactly("request.refused.waitTooLong");
    }

    @Test
    void whatAThirdPartyObjectsToIsGivenOnlyForAReason() {
        Case asked = desk.done(
                desk.handler(),
                desk.inHand(LETTER_2020),
                Act.consult(LETTER_2020, ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
        Case answered = desk.done(
                desk.handler(), asked, Act.of(LETTER_2020, new Step.RecordOpinion(1, Opinion.OBJECTION), "商业秘密"));

        assertThat(desk.refused(desk.handler(), answered, Act.reply(LETTER_2020, Desk.granted())))
                .containsExactly("request.refused.grantedAgainstObjection");
    }

    @Test
    void nothingIsWithheldForTheSakeOfAThirdPartyWhoWasNotAskedOrConsents() {
        ReplyContent secret = ReplyContent.of(ReplyKind.TRADE_SECRET, "第十五条", "属于商业秘密", "不予公开");
        ReplyContent inPart = new ReplyContent(
                ReplyKind.GRANTED_IN_PART,
                "第三十七条",
                "含有个人隐私",
                "",
                "部分公开",
                List.of(new ReplyContent.Withheld("第2页", ReplyKind.PRIVACY, "个人住址")),
                List.of());
        Case known = desk.inHand(LETTER_2020);
        for (ReplyContent reply : List.of(secret, inPart)) {
            assertThat(desk.refused(desk.handler(), known, Act.reply(LETTER_2020, reply)))
                    .containsExactly("request.refused.thirdPartyNotAsked");
        }
        Case asked = desk.done(
                desk.handler(), known, Act.consult(LETTER_2020, ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
        Case consents =
                desk.done(desk.handler(), asked, Act.of(LETTER_2020, new Step.RecordOpinion(1, Opinion.CONSENT)));
        assertThat(desk.refused(desk.handler(), consents, Act.reply(LETTER_2020, secret)))
                .containsExactly("request.refused.thirdPartyConsents");
        assertThat(requests.takeOver(
                                desk.handler(),
                                consents.id(),
                                consents.version(),
                                Act.reply(LETTER_2020, inPart.unconsulted("住户无法联系")))
                        .done())
                .isTrue();
    }

    @Test
    void anotherUnitHelpsWithoutStoppingTheClock() {
        Case known = desk.inHand(LETTER_2020);
        LocalDate due = clock.reckon(known).due();
        assertThat(desk.refused(desk.handler(), known, Act.of(LETTER_2020, new Step.AskAssistance(due.plusDays(1)))))
                .containsExactly(
                        "request.refused.assistant",
                        "request.refused.words.ASK_ASSISTANCE",
                        "request.refused.assistanceUntil");

        Case helped = desk.done(
                desk.handler(),
                known,
                new Act(LETTER_2020, new Step.AskAssistance(due), new Texts("请查找征收决定", "区示例档案馆", null, List.of())));

        assertThat(helped.state()).isEqualTo(CaseState.IN_HAND);
        assertThat(clock.reckon(helped).due()).isEqualTo(due);
    }

    @Test
    void anObjectionAndASilenceOfAThirdPartyCarryARefusal() {
        for (boolean silent : new boolean[] {false, true}) {
            LocalDate later = silent ? LocalDate.of(2020, 3, 26) : LETTER_2020;
            Case asked = desk.done(
                    desk.handler(),
                    desk.inHand(LETTER_2020),
                    Act.consult(LETTER_2020, ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
            Case known = desk.done(
                    desk.handler(),
                    asked,
                    silent
                            ? Act.of(later, new Step.RecordSilence(1))
                            : Act.of(later, new Step.RecordOpinion(1, Opinion.OBJECTION), "商业秘密"));
            Case closed =
                    desk.served(known, later, ReplyContent.of(ReplyKind.TRADE_SECRET, "第十五条", "不公开不影响公共利益", "不予公开"));
            assertThat(closed.result()).isNotNull();
        }
    }

    @Test
    void aLaterDaySetForAnExcessiveApplicantDoesNotRunWhileACorrectionIsAwaited() {
        LocalDate day = LETTER_2020;
        Case known = desk.done(desk.handler(), desk.inHand(day), Act.of(day, new Step.AskReasons(), "请说明理由"));
        known = desk.done(desk.handler(), known, Act.of(day, new Step.RecordReasons(), "用于研究"));
        known = desk.done(desk.office(), known, Act.of(day, new Step.NotifyDelay(LocalDate.of(2020, 6, 1)), "材料较多"));
        assertThat(clock.reckon(known).due()).isEqualTo(LocalDate.of(2020, 6, 1));
        known = desk.done(
                desk.handler(), known, Act.of(day, new Step.AskCorrection(LocalDate.of(2020, 3, 20)), "请写明文号"));

        assertThat(clock.reckon(known).due()).isNull();
    }

    @Test
    void aCaseIsOnTheListOfStoppedOnesFromTheDayOnWhichAThirdPartyWasAsked() {
        LocalDate today = requests.today();
        Case known = desk.inHand(today);
        desk.done(desk.handler(), known, Act.consult(today, ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
        DeadlineDesk lists = context.getBean(DeadlineDesk.class);

        assertThat(lists.overview(List.of(desk.organ.id()), today).counts().stopped())
                .isEqualTo(1);
        assertThat(lists.lines(
                        List.of(desk.organ.id()),
                        new DeadlineDesk.Sieve(DeadlineDesk.Part.STOPPED, null, null, null, ""),
                        today))
                .singleElement()
                .satisfies(line -> assertThat(line.stoppedWhy()).isEqualTo("THIRD_PARTY"));
    }

    @Test
    void threePeopleDecideOnAReplyAndAReplyWithoutReasonOrArticleIsRefused() {
        Case known = desk.inHand(LETTER_2020);
        ReplyContent bare = ReplyContent.of(ReplyKind.NOT_THIS_ORGAN, "", "", "不予公开");
        assertThat(desk.refused(desk.handler(), known, Act.reply(LETTER_2020, bare)))
                .containsExactlyInAnyOrder(
                        "request.refused.replyArticle", "request.refused.replyReason", "request.refused.replyReferral");
        Case submitted = desk.done(desk.handler(), known, Act.reply(LETTER_2020, Desk.granted()));
        assertThat(desk.refused(desk.handler(), submitted, Act.of(LETTER_2020, new Step.ClearReply(), "不涉密")))
                .contains("request.refused.role", "request.refused.samePerson.handling");
        Case cleared = desk.done(
                desk.officer(Role.SECRECY_OFFICER), submitted, Act.of(LETTER_2020, new Step.ClearReply(), "不涉密"));
        assertThat(desk.refused(
                        desk.officer(Role.SECRECY_OFFICER),
                        cleared,
                        Act.of(LETTER_2020, new Step.ApproveReply(), "同意")))
                .contains("request.refused.role", "request.refused.samePerson.secrecy");
    }

    @Test
    void eachWithheldPartHasItsGround() {
        Case known = desk.inHand(LETTER_2020);
        ReplyContent nothing = ReplyContent.of(ReplyKind.GRANTED_IN_PART, "第三十七条", "部分内容涉及个人隐私", "见附件");
        assertThat(desk.refused(desk.handler(), known, Act.reply(LETTER_2020, nothing)))
                .containsExactly("request.refused.nothingWithheld");
        ReplyContent wrong = new ReplyContent(
                ReplyKind.GRANTED_IN_PART,
                "第三十七条",
                "部分内容涉及个人隐私",
                "",
                "见附件",
                List.of(new ReplyContent.Withheld("第3页", ReplyKind.REPEATED, "")),
                List.of());
        assertThat(desk.refused(desk.handler(), known, Act.reply(LETTER_2020, wrong)))
                .containsExactlyInAnyOrder("request.refused.withheldIncomplete", "request.refused.withheldGround");
    }

    @Test
    void aReplyAfterTheLastDayIsServedAndCountsAsLate() {
        Case closed = desk.served(desk.inHand(LETTER_2016), LocalDate.of(2016, 2, 19), Desk.granted());

        assertThat(row(closed, "in_time", Boolean.class)).isFalse();
    }

    @Test
    void everyReasonAgainstALetterIsToldAtOnceAndNothingIsRegistered() {
        Intake bad = new Intake(
                desk.organ.id(),
                Channel.ORAL,
                LocalDate.of(2007, 1, 1),
                null,
                Applicant.of(ApplicantKind.PERSON, " ", "", "", ""),
                Wanted.of("", ""),
                "",
                "bad-" + desk.organ.id().value(),
                List.of());
        Receipt receipt = requests.receive(desk.handler(), bad);

        assertThat(((Receipt.Refused) receipt).reasons())
                .extracting(Reason::key)
                .containsExactlyInAnyOrder(
                        "request.refused.beforeLaw",
                        "request.refused.name",
                        "request.refused.identity",
                        "request.refused.contact",
                        "request.refused.title",
                        "request.refused.aided");
        assertThat(requests.receive(desk.handler(), desk.letter(requests.today().plusDays(1))))
                .isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void theSameFormTwiceIsOneApplication() {
        Intake letter = desk.letter(LETTER_2016);
        Receipt.Received first = desk.received(letter);

        assertThat(requests.receive(desk.handler(), letter))
                .isEqualTo(new Receipt.AlreadyReceived(first.id(), first.number()));
    }

    @Test
    void aQueryCodeOpensOneCaseAndIsNotKept() {
        Receipt.Received received = desk.received(desk.letter(LETTER_2016));

        assertThat(requests.byQueryCode(received.number(), received.queryCode().toLowerCase()))
                .contains(received.id());
        assertThat(requests.byQueryCode(received.number(), "2222-2222-2222-2222"))
                .isEmpty();
        assertThat(row(requests.find(received.id()).orElseThrow(), "code_hash", String.class))
                .doesNotContain(received.queryCode())
                .hasSize(64);
    }

    @Test
    void aPlainLetterIsReceivedOnTheDayOfItsConfirmation() {
        Intake letter = Intake.of(
                desk.organ.id(),
                Channel.PLAIN_LETTER,
                LETTER_2020,
                Desk.person(),
                Wanted.of("规划许可", ""),
                "plain-" + desk.organ.id().value());
        Case waiting = requests.find(desk.received(letter).id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(CaseState.AWAITING_CONFIRMATION);
        assertThat(clock.reckon(waiting).due()).isNull();

        Case confirmed = desk.done(desk.handler(), waiting, Act.of(LocalDate.of(2020, 3, 4), new Step.Confirm()));

        assertThat(confirmed.receivedOn()).isEqualTo(LocalDate.of(2020, 3, 4));
        assertThat(clock.reckon(confirmed).due()).isEqualTo(LocalDate.of(2020, 4, 1));
    }

    @Test
    void personalDataIsSealedInTheDatabaseAndEventsCannotBeChanged() {
        Receipt.Received received = desk.received(desk.letter(LETTER_2016));
        Applicant applicant = requests.applicant(received.id()).orElseThrow();
        String kept = jdbc.sql("select applicant::text from request.applicant where application_id = ?")
                .param(received.id().value())
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain(applicant.name(), applicant.phone());
        assertThatThrownBy(() -> jdbc.sql("update request.event set on_day = now() where application_id = ?")
                        .param(received.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from request.event where application_id = ?")
                        .param(received.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofTwoOfficersAtOnceOneIsToldWhatTheOtherDid() {
        Case known = desk.inHand(LETTER_2016);
        desk.done(desk.office(), known, Act.of(LETTER_2016, new Step.Note(), "已电话联系"));

        assertThat(desk.refused(desk.handler(), known, Act.reply(LETTER_2016, Desk.granted())))
                .containsExactly("request.refused.staleBy");
    }

    @Test
    void officersActOnRecentDaysOnlyUnlessTheyTakeACaseOverFromPaper() {
        Case known = desk.inHand(LETTER_2016);
        Outcome outcome =
                requests.act(desk.handler(), known.id(), known.version(), Act.of(LETTER_2016, new Step.Note(), "说明"));

        assertThat(((Outcome.Refused) outcome).reasons())
                .extracting(Reason::key)
                .containsExactly("request.refused.backdated");
    }

    @ParameterizedTest
    @EnumSource(value = Regime.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyKindOfReplyOfARegimeCanBeServed(Regime regime) {
        LocalDate day = regime == Regime.REGULATIONS_2007 ? LETTER_2016 : LETTER_2020;
        for (ReplyKind kind : ReplyKind.replies(regime)) {
            Case known = desk.inHand(day);
            if (kind == ReplyKind.STILL_UNCLEAR) {
                known = desk.done(desk.handler(), known, Act.of(day, new Step.AskCorrection(day.plusDays(10)), "请写明"));
                known = desk.done(desk.handler(), known, Act.of(day, new Step.Correct(), "还是那个"));
            } else if (kind == ReplyKind.EXCESSIVE) {
                known = desk.done(desk.handler(), known, Act.of(day, new Step.AskReasons(), "请说明理由"));
            }
            List<ReplyContent.Withheld> withheld = kind == ReplyKind.GRANTED_IN_PART
                    ? List.of(new ReplyContent.Withheld("第2页", ReplyKind.PRIVACY, "个人住址"))
                    : List.of();
            ReplyContent reply = new ReplyContent(kind, "依据", "理由", "区住建局，电话示例", "正文", withheld, List.of());
            assertThat(desk.served(known, day, reply).result())
                    .isNotNull()
                    .extracting(Case.Result::kind)
                    .isEqualTo(kind);
        }
    }

    private <T> T row(Case known, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from request.application where id = ?")
                .param(known.id().value())
                .query(type)
                .single();
    }
}
