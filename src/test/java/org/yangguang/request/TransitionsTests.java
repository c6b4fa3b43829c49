package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.request.internal.CaseRules;
import org.yangguang.testing.YangguangTest;

/** The whole table of moves, written down a second time, and everything outside it. */
@YangguangTest
class TransitionsTests {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final String ALL = " HANDLER DISCLOSURE_OFFICE DISTRICT_OFFICE";
    private static final String OFFICE = " DISCLOSURE_OFFICE DISTRICT_OFFICE";
    private static final String HEAD = " DISCLOSURE_OFFICE LEADER";

    /** State, action, and the roles that may; * stands for the applicant. */
    private static final List<String> TABLE = List.of(
            "NEW RECEIVE *" + ALL,
            "AWAITING_CONFIRMATION CONFIRM" + ALL,
            "AWAITING_CONFIRMATION TRANSFER" + OFFICE,
            "AWAITING_CONFIRMATION NOTE *" + ALL,
            "AWAITING_CONFIRMATION WITHDRAW *" + ALL,
            "REGISTERED ASSIGN" + ALL,
            "REGISTERED TRANSFER" + OFFICE,
            "REGISTERED NOTE *" + ALL,
            "REGISTERED WITHDRAW *" + ALL,
            "IN_HAND ASSIGN" + ALL,
            "IN_HAND TRANSFER" + OFFICE,
            "IN_HAND ASK_CORRECTION" + ALL,
            "IN_HAND CONSULT" + ALL,
            "IN_HAND ASK_ASSISTANCE" + ALL,
            "CONSULTING ASK_ASSISTANCE" + ALL,
            "IN_HAND ASK_FEE" + ALL,
            "IN_HAND ASK_REASONS" + ALL,
            "IN_HAND RECORD_REASONS *" + ALL,
            "IN_HAND NOTIFY_DELAY" + OFFICE,
            "IN_HAND SUBMIT_REPLY HANDLER",
            "IN_HAND NOTE *" + ALL,
            "IN_HAND WITHDRAW *" + ALL,
            "AWAITING_CORRECTION CORRECT *" + ALL,
            "AWAITING_CORRECTION ABANDON" + ALL,
            "AWAITING_CORRECTION ASSIGN" + ALL,
            "AWAITING_CORRECTION NOTE *" + ALL,
            "AWAITING_CORRECTION WITHDRAW *" + ALL,
            "CONSULTING CONSULT" + ALL,
            "CONSULTING RECORD_DELIVERY" + ALL,
            "CONSULTING RECORD_OPINION" + ALL,
            "CONSULTING RECORD_SILENCE" + ALL,
            "CONSULTING ASSIGN" + ALL,
            "CONSULTING NOTE *" + ALL,
            "CONSULTING WITHDRAW *" + ALL,
            "AWAITING_PAYMENT RECORD_PAYMENT" + ALL,
            "AWAITING_PAYMENT ABANDON" + ALL,
            "AWAITING_PAYMENT ASSIGN" + ALL,
            "AWAITING_PAYMENT NOTE *" + ALL,
            "AWAITING_PAYMENT WITHDRAW *" + ALL,
            "SECRECY_REVIEW CLEAR_REPLY SECRECY_OFFICER",
            "SECRECY_REVIEW RETURN_REPLY SECRECY_OFFICER",
            "SECRECY_REVIEW RECALL_REPLY HANDLER",
            "SECRECY_REVIEW NOTE *" + ALL,
            "SECRECY_REVIEW WITHDRAW *" + ALL,
            "LEADER_REVIEW APPROVE_REPLY LEADER",
            "LEADER_REVIEW RETURN_REPLY LEADER",
            "LEADER_REVIEW RECALL_REPLY HANDLER",
            "LEADER_REVIEW NOTE *" + ALL,
            "LEADER_REVIEW WITHDRAW *" + ALL,
            "APPROVED RECALL_REPLY HANDLER",
            "APPROVED SERVE" + ALL,
            "APPROVED NOTE *" + ALL,
            "APPROVED WITHDRAW *" + ALL,
            "CLOSED NOTE" + ALL);

    private static final Set<CaseState> RUNNING = Set.of(
            CaseState.REGISTERED,
            CaseState.IN_HAND,
            CaseState.CONSULTING,
            CaseState.SECRECY_REVIEW,
            CaseState.LEADER_REVIEW,
            CaseState.APPROVED);

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    CaseRules rules;

    private Set<String> legal() {
        Set<String> legal = new TreeSet<>();
        for (String line : TABLE) {
            String[] words = line.split(" ");
            Arrays.stream(words).skip(2).forEach(who -> legal.add(words[0] + " " + words[1] + " " + who));
        }
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.NEW && state != CaseState.CLOSED) {
                legal.add(state + " REDATE PROGRAM");
            }
        }
        for (CaseState state : RUNNING) {
            for (String role : ALL.strip().split(" ")) {
                legal.add(state + " PROPOSE_EXTENSION " + role);
                legal.add(state + " NOTIFY_EXTENSION " + role);
            }
            for (String role : HEAD.strip().split(" ")) {
                legal.add(state + " APPROVE_EXTENSION " + role);
                legal.add(state + " REFUSE_EXTENSION " + role);
            }
        }
        return legal;
    }

    @Test
    void everyStateActionAndRoleOutsideTheTableIsRefusedWithEveryReason() {
        Desk desk = Desk.open(context);
        Map<CaseState, Case> cases = inEveryState(desk);
        Set<String> legal = legal();
        List<Role> roles = List.of(
                Role.HANDLER,
                Role.SECRECY_OFFICER,
                Role.LEADER,
                Role.DISCLOSURE_OFFICE,
                Role.DISTRICT_OFFICE,
                Role.AUDIT_ADMINISTRATOR);
        cases.forEach((state, known) -> {
            for (Step step : steps(known)) {
                for (Role role : roles) {
                    judge(desk.officer(role), role.name(), known, step, legal);
                }
                judge(null, "*", known, step, legal);
            }
        });
        assertThat(cases.keySet())
                .containsExactlyInAnyOrder(Arrays.stream(CaseState.values())
                        .filter(state -> state != CaseState.NEW)
                        .toArray(CaseState[]::new));
    }

    private void judge(Officer officer, String who, Case known, Step step, Set<String> legal) {
        String move = known.state() + " " + step.action() + " " + who;
        boolean anybody = legal.stream().anyMatch(each -> each.startsWith(known.state() + " " + step.action() + " "));
        List<String> keys =
                rules.against(officer, known, Set.of(), Act.of(DAY, step, "说明"), CaseRules.Dating.FROM_PAPER).stream()
                        .map(Reason::key)
                        .toList();
        if (legal.contains(move)) {
            assertThat(keys).as(move).doesNotContain("request.refused.state", "request.refused.role");
            return;
        }
        assertThat(keys).as(move).containsAnyOf("request.refused.state", "request.refused.role");
        if (!anybody) {
            assertThat(keys).as(move).contains("request.refused.state");
        } else {
            assertThat(keys).as(move).contains("request.refused.role");
        }
        boolean never = legal.stream().noneMatch(each -> each.endsWith(" " + step.action() + " " + who));
        if (never) {
            assertThat(keys).as("all reasons of " + move).contains("request.refused.role");
        }
    }

    @Test
    void aRefusedMoveChangesNothingAndIsAudited() {
        Desk desk = Desk.open(context);
        Case known = desk.inHand(DAY);

        Outcome outcome = requests.takeOver(
                desk.officer(Role.SECRECY_OFFICER),
                known.id(),
                known.version(),
                Act.of(DAY, new Step.Serve(ServiceMethod.POST)));

        assertThat(((Outcome.Refused) outcome).reasons())
                .extracting(Reason::key)
                .contains("request.refused.state", "request.refused.role");
        assertThat(requests.find(known.id())).contains(known);
        assertThat(context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select count(*) from audit.entry where action = 'case.refused' and subject = ?")
                        .param("request.application:" + known.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Map<CaseState, Case> inEveryState(Desk desk) {
        Map<CaseState, Case> cases = new EnumMap<>(CaseState.class);
        List<Case> all = new ArrayList<>();
        Intake plain = Intake.of(
                desk.organ.id(),
                Channel.PLAIN_LETTER,
                DAY,
                Desk.person(),
                Wanted.of("规划许可", ""),
                "states-" + desk.organ.id().value());
        all.add(requests.find(desk.received(plain).id()).orElseThrow());
        all.add(requests.find(desk.received(desk.letter(DAY)).id()).orElseThrow());
        all.add(desk.inHand(DAY));
        all.add(desk.done(
                desk.handler(), desk.inHand(DAY), Act.of(DAY, new Step.AskCorrection(DAY.plusDays(9)), "请写明")));
        all.add(desk.done(
                desk.handler(), desk.inHand(DAY), Act.consult(DAY, ConsultationKind.THIRD_PARTY, "某公司", "是否同意")));
        all.add(desk.done(
                desk.handler(),
                desk.inHand(DAY),
                Act.of(DAY, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")))));
        Case submitted = desk.done(desk.handler(), desk.inHand(DAY), Act.reply(DAY, Desk.granted()));
        all.add(submitted);
        all.add(desk.done(
                desk.officer(Role.SECRECY_OFFICER),
                desk.done(desk.handler(), desk.inHand(DAY), Act.reply(DAY, Desk.granted())),
                Act.of(DAY, new Step.ClearReply(), "不涉密")));
        all.add(desk.approved(desk.inHand(DAY), DAY, Desk.granted()));
        all.add(desk.served(desk.inHand(DAY), DAY, Desk.granted()));
        all.forEach(each -> cases.put(each.state(), each));
        return cases;
    }

    /** One step of each action that somebody could want. */
    private List<Step> steps(Case known) {
        return List.of(
                new Step.Confirm(),
                new Step.Assign("法制科", null, ""),
                new Step.Transfer(known.organ()),
                new Step.AskCorrection(DAY.plusDays(5)),
                new Step.Correct(),
                new Step.Consult(ConsultationKind.THIRD_PARTY),
                new Step.RecordDelivery(1, DAY),
                new Step.RecordOpinion(1, Opinion.CONSENT),
                new Step.RecordSilence(1),
                new Step.ProposeExtension(),
                new Step.ApproveExtension(),
                new Step.RefuseExtension(),
                new Step.NotifyExtension(ServiceMethod.POST),
                new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")),
                new Step.RecordPayment(),
                new Step.AskReasons(),
                new Step.AskAssistance(LocalDate.of(2022, 3, 10)),
                new Step.RecordReasons(),
                new Step.NotifyDelay(DAY.plusDays(60)),
                new Step.SubmitReply(ReplyKind.GRANTED_IN_FULL, "", 0),
                new Step.ClearReply(),
                new Step.ApproveReply(),
                new Step.ReturnReply(),
                new Step.RecallReply(),
                new Step.Serve(ServiceMethod.POST),
                new Step.Abandon(ReplyKind.NOT_CORRECTED),
                new Step.Withdraw(),
                new Step.Note(),
                new Step.Redate(null, null),
                new Step.Receive(Channel.COUNTER, DAY, null, known.organ()));
    }
}
