package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.testing.YangguangTest;

/** Whatever officers try, in whatever order, no case is lost, has two results, or stands in the lists with another deadline than its events give. */
@YangguangTest
class RandomWalkTests {

    private static final int WALKS = 15;
    private static final int ACTS = 50;
    private static final LocalDate FIRST = LocalDate.of(2019, 4, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    RequestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noWalkLosesACaseGivesTwoResultsOrAWrongClock() {
        Desk desk = Desk.open(context);
        Desk other = Desk.open(context);
        List<Officer> people = List.of(
                desk.handler(),
                desk.handler(),
                desk.office(),
                desk.officer(Role.SECRECY_OFFICER),
                desk.officer(Role.LEADER),
                desk.officer(Role.DISTRICT_OFFICE),
                other.office(),
                other.handler());
        for (int seed = 0; seed < WALKS; seed++) {
            walk(new Random(seed), desk, other, people);
        }
        assertThat(count("select count(*) from request.application where organ_id in (%d, %d)"
                        .formatted(desk.organ.id().value(), other.organ.id().value())))
                .isEqualTo(WALKS);
    }

    private void walk(Random random, Desk desk, Desk other, List<Officer> people) {
        LocalDate day = FIRST.plusDays(random.nextInt(700));
        CaseId id = desk.received(desk.letter(day)).id();
        int done = 1;
        for (int i = 0; i < ACTS; i++) {
            Case known = requests.find(id).orElseThrow();
            day = day.plusDays(random.nextInt(3) == 0 ? random.nextInt(12) : 0);
            Officer officer = people.get(random.nextInt(people.size()));
            int version = random.nextInt(12) == 0 ? known.version() - 1 : known.version();
            if (requests.takeOver(officer, id, version, act(random, day, desk, other))
                    .done()) {
                done++;
            }
            holds(id, done);
        }
    }

    private void holds(CaseId id, int done) {
        Case known = requests.find(id).orElseThrow();
        assertThat(known.version()).isEqualTo(done);
        assertThat(known.state() == CaseState.CLOSED).isEqualTo(known.result() != null);
        assertThat(count("select count(*) from request.event where application_id = " + id.value()
                        + " and action in ('SERVE', 'ABANDON', 'WITHDRAW')"))
                .isEqualTo(known.result() == null ? 0 : 1);
        Reckoning reckoning = clock.reckon(known);
        assertThat(jdbc.sql("""
                        select a.version = :version and a.state = :state and a.organ_id = :organ and (a.closed_on is null) = :open
                               and (d.application_id is not null) = :open and d.due_on is not distinct from :due
                               and (d.organ_id = a.organ_id and d.state = a.state and d.version = a.version) is not false
                          from request.application a left join request.deadline d on d.application_id = a.id where a.id = :id""")
                        .param("due", known.result() == null ? reckoning.due() : null)
                        .param("version", known.version())
                        .param("state", known.state().name())
                        .param("organ", known.organ().value())
                        .param("open", known.result() == null)
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single())
                .as(() -> known.toString())
                .isTrue();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Act act(Random random, LocalDate day, Desk desk, Desk other) {
        int number = 1 + random.nextInt(2);
        return switch (random.nextInt(30)) {
            case 0, 1, 2 -> Act.of(day, new Step.Assign("法制科", null, ""));
            case 3 ->
                Act.of(day, new Step.Transfer(random.nextBoolean() ? desk.organ.id() : other.organ.id()), "属于对方职责");
            case 4 -> Act.of(day, new Step.AskCorrection(day.plusDays(10)), "请写明文号");
            case 5, 6 -> Act.of(day, new Step.Correct(), "文号如下");
            case 7 -> Act.consult(day, ConsultationKind.values()[random.nextInt(2)], "某单位", "是否同意公开");
            case 8 -> Act.of(day, new Step.RecordDelivery(number, day));
            case 9, 10 -> Act.of(day, new Step.RecordOpinion(number, Opinion.OBJECTION), "商业秘密");
            case 11 -> Act.of(day, new Step.RecordSilence(number));
            case 12 -> Act.of(day, new Step.ProposeExtension(), "材料较多");
            case 13, 14 -> Act.of(day, new Step.ApproveExtension(), "同意");
            case 15 -> Act.of(day, new Step.RefuseExtension(), "不同意");
            case 16, 17 -> Act.of(day, new Step.NotifyExtension(ServiceMethod.POST));
            case 18 -> Act.of(day, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")));
            case 19 -> Act.of(day, new Step.RecordPayment());
            case 20 -> Act.of(day, new Step.AskReasons(), "一年内申请二百件");
            case 21 -> Act.of(day, new Step.RecordReasons(), "研究需要");
            case 22 -> Act.of(day, new Step.NotifyDelay(day.plusDays(60)), "数量大");
            case 23, 24 ->
                Act.reply(day, ReplyContent.of(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "不公开可能对公共利益造成重大影响", "见附件"));
            case 25 -> Act.of(day, new Step.ClearReply(), "不涉密");
            case 26 -> Act.of(day, new Step.ApproveReply(), "同意");
            case 27 -> Act.of(day, new Step.ReturnReply(), "退回");
            case 28 -> Act.of(day, new Step.Serve(ServiceMethod.POST));
            default ->
                random.nextInt(4) == 0 ? Act.of(day, new Step.Withdraw(), "撤回") : Act.of(day, new Step.Note(), "备注");
        };
    }
}
