package org.yangguang.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.Act;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.CaseId;
import org.yangguang.request.Channel;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Intake;
import org.yangguang.request.Opinion;
import org.yangguang.request.Outcome;
import org.yangguang.request.Receipt;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.Requests;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.Step;
import org.yangguang.request.Wanted;

/**
 * Applications: the ten letters of 2016 with their reported results, handled by the office for expropriation, and current ones in every state, dated
 * from today. Applicants are invented.
 */
@Component
class DemoRequests {

    private final Requests requests;
    private final WorkingCalendar calendar;
    private final DemoRemedies remedies;
    private final Clock clock;

    DemoRequests(Requests requests, WorkingCalendar calendar, DemoRemedies remedies, Clock clock) {
        this.requests = requests;
        this.calendar = calendar;
        this.remedies = remedies;
        this.clock = clock;
    }

    /** The people of one body. */
    private record People(Officer handler, Officer secrecy, Officer leader, Officer office) {}

    /** An application on its way. */
    private final class Way {

        private final People people;
        private final CaseId id;
        private final String number;
        private int version;
        private LocalDate day;

        Way(People people, Intake intake) {
            this.people = people;
            Receipt receipt = requests.receive(people.office(), intake);
            if (!(receipt instanceof Receipt.Received received)) {
                throw new IllegalStateException("The demonstration was refused: " + receipt);
            }
            id = received.id();
            number = received.number();
            version = received.version();
            day = intake.confirmedOn() == null ? intake.arrivedOn() : intake.confirmedOn();
        }

        Way on(LocalDate next) {
            day = next;
            return this;
        }

        /** So many working days later. */
        Way later(int days) {
            return on(calendar.deadline(day, days).date());
        }

        Way act(Officer officer, Step step, String words) {
            return act(officer, Act.of(day, step, words));
        }

        Way act(Officer officer, Act act) {
            Outcome outcome = requests.takeOver(officer, id, version, act);
            if (!(outcome instanceof Outcome.Done done)) {
                throw new IllegalStateException("The demonstration was refused: " + act.step() + " " + outcome);
            }
            version = done.version();
            return this;
        }

        Way assigned() {
            return act(
                    people.office(),
                    new Step.Assign(
                            "综合科", people.handler().id(), people.handler().name()),
                    "");
        }

        Way submitted(ReplyContent reply) {
            return act(people.handler(), Act.reply(day, reply));
        }

        Way cleared() {
            return act(people.secrecy(), new Step.ClearReply(), "经审查，答复内容不涉及国家秘密。");
        }

        Way approved() {
            return act(people.leader(), new Step.ApproveReply(), "同意答复。");
        }

        Way served() {
            return act(people.handler(), new Step.Serve(ServiceMethod.POST), "");
        }

        Way answered(ReplyContent reply) {
            return submitted(reply).cleared().approved().served();
        }
    }

    /** @param officers by login */
    void prepare(Map<String, Officer> officers) {
        People expropriation =
                people(officers, "exp-handler", "exp-secrecy-officer", "exp-leader", "exp-disclosure-office");
        List<String> refused = lettersOf2016(expropriation);
        remedies.prepare(expropriation.office(), refused);
        current(people(officers, "handler", "secrecy", "leader", "office"), LocalDate.now(clock));
    }

    /** @return numbers of the two that were refused */
    private List<String> lettersOf2016(People people) {
        ReplyContent site =
                reply(ReplyKind.ALREADY_PUBLIC, "第二十一条第（一）项", "", "您申请的信息已在区政府信息公开网“征地拆迁”栏目主动公开，可以直接查阅、下载。");
        letter(people, "2016-01-11", "段庄片区国有土地上房屋征收补偿方案").later(6).answered(site);
        letter(people, "2016-03-07", "2015年度国有土地上房屋征收计划").later(4).answered(site);
        letter(people, "2016-02-22", "段庄片区房屋征收范围图及红线图").later(9).answered(granted2007("征收范围图和红线图各一份"));
        letter(people, "2016-04-05", "王陵路片区房屋征收社会稳定风险评估报告").later(11).answered(granted2007("风险评估报告一份"));
        letter(people, "2016-05-16", "奎山片区征收补偿费用足额到位的证明材料").later(13).answered(granted2007("银行存款证明一份"));
        letter(people, "2016-08-29", "翟山片区房屋征收补助和奖励标准的制定依据").later(8).answered(granted2007("会议纪要摘要和文件各一份"));
        Way extended = letter(people, "2016-06-20", "2013年至2015年各片区房屋征收分户补偿情况汇总");
        extended.later(12)
                .act(people.handler(), new Step.ProposeExtension(), "涉及三个年度六个片区，档案调取和核对需要时间。")
                .act(people.office(), new Step.ApproveExtension(), "同意延长答复期限。")
                .act(people.handler(), new Step.NotifyExtension(ServiceMethod.POST), "")
                .later(11)
                .answered(granted2007("分片区汇总表三份"));
        Way secret = letter(people, "2016-07-11", "段庄片区房屋征收评估机构的评估作业技术方案");
        secret.later(3)
                .act(
                        people.handler(),
                        Act.consult(
                                secret.day,
                                ConsultationKind.THIRD_PARTY,
                                "某房地产估价有限公司（示例路 18 号）",
                                "该信息是否涉及你公司商业秘密，是否同意公开。"))
                .later(5)
                .act(people.handler(), new Step.RecordOpinion(1, Opinion.OBJECTION), "技术方案为本公司自行研发，采取了保密措施，不同意公开。")
                .later(4)
                .answered(reply(
                        ReplyKind.TRADE_SECRET,
                        "第十四条第四款、第二十三条",
                        "您申请的信息涉及第三方商业秘密，经书面征求意见，第三方不同意公开，且不公开不会对公共利益造成重大影响。",
                        "经审查，本机关决定不予公开。"));
        Way none = letter(people, "2016-09-05", "关于某户是否符合征收补偿条件的书面说明");
        none.later(10)
                .answered(reply(
                        ReplyKind.NOT_GOVERNMENT_INFORMATION,
                        "第二条",
                        "您要求就具体问题作出说明，属于咨询，不是以一定形式记录、保存的信息。",
                        "您申请的内容不属于《条例》所指的政府信息，可以向区房屋征收办公室咨询。"));
        Way unclear = letter(people, "2016-10-17", "有关拆迁的全部材料");
        unclear.later(3)
                .act(
                        people.handler(),
                        new Step.AskCorrection(LocalDate.of(2016, 11, 4)),
                        "申请内容不明确，请写明所需信息的名称、文号或者时间、地点等特征。")
                .on(LocalDate.of(2016, 11, 7))
                .act(people.handler(), new Step.Abandon(ReplyKind.CORRECTION_ASKED), "至期限届满未收到补充材料。");
        return List.of(secret.number, none.number);
    }

    private Way letter(People people, String day, String title) {
        LocalDate arrived = LocalDate.parse(day);
        int month = arrived.getMonthValue();
        Applicant applicant = Applicant.of(
                ApplicantKind.PERSON, "示例申请人" + month, "", "0516-0000" + (1000 + month), "段庄街道示例里 " + month + " 号");
        return new Way(
                        people,
                        Intake.of(
                                people.office().organ(),
                                Channel.REGISTERED_LETTER,
                                arrived,
                                applicant,
                                new Wanted(
                                        title, "用于了解本户房屋征收补偿情况。", "", "自身生产、生活需要", Wanted.Form.PAPER, Wanted.Way.POST),
                                "demo-2016-" + day))
                .assigned();
    }

    private void current(People people, LocalDate today) {
        file(people, Channel.PLAIN_LETTER, before(today, 1), "社会救助资金审计整改情况", ApplicantKind.PERSON);
        file(people, Channel.COUNTER, today, "某养老机构运营补贴发放明细", ApplicantKind.PERSON);
        file(people, Channel.REGISTERED_LETTER, before(today, 2), "2025年社会组织年检不合格名单及依据", ApplicantKind.LEGAL_SERVICE);
        file(people, Channel.COUNTER, before(today, 6), "低保对象动态管理复核工作方案", ApplicantKind.RESEARCH_INSTITUTE)
                .assigned();
        file(people, Channel.REGISTERED_LETTER, before(today, 18), "城乡低保标准测算依据", ApplicantKind.PERSON)
                .assigned();
        file(people, Channel.REGISTERED_LETTER, before(today, 20), "居家养老服务采购合同", ApplicantKind.COMPANY)
                .assigned();
        file(people, Channel.REGISTERED_LETTER, before(today, 23), "慈善捐赠款物接收使用台账", ApplicantKind.PERSON)
                .assigned();
        Way correction = file(people, Channel.COUNTER, before(today, 5), "有关民政的会议材料", ApplicantKind.PERSON)
                .assigned();
        correction.later(3).act(people.handler(), new Step.AskCorrection(today.plusDays(10)), "请写明会议的名称、时间或者材料的文号。");
        Way third = file(people, Channel.REGISTERED_LETTER, before(today, 9), "某养老服务公司运营成本测算报告", ApplicantKind.COMPANY)
                .assigned();
        third.later(4)
                .act(
                        people.handler(),
                        Act.consult(
                                third.day, ConsultationKind.THIRD_PARTY, "某养老服务有限公司（示例路 66 号）", "该报告是否涉及商业秘密，是否同意公开。"));
        Way joint = file(
                        people,
                        Channel.REGISTERED_LETTER,
                        before(today, 12),
                        "残疾人两项补贴联合核查通报",
                        ApplicantKind.PUBLIC_BENEFIT_ORGANISATION)
                .assigned();
        joint.later(2)
                .act(
                        people.handler(),
                        Act.consult(joint.day, ConsultationKind.JOINT_ORGAN, "区残疾人联合会", "通报由两家联合印发，请提出是否公开的意见。"));
        Way fee = file(people, Channel.COUNTER, before(today, 8), "2020年至2024年社会救助资金发放汇总表", ApplicantKind.COMPANY)
                .assigned();
        fee.later(3).act(people.handler(), new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")), "");
        Way extended = file(people, Channel.REGISTERED_LETTER, before(today, 26), "历年地名命名更名批复", ApplicantKind.PERSON)
                .assigned();
        extended.later(15)
                .act(people.handler(), new Step.ProposeExtension(), "涉及档案较多，需要逐件核对。")
                .act(people.office(), new Step.ApproveExtension(), "同意延期。")
                .act(people.handler(), new Step.NotifyExtension(ServiceMethod.POST), "");
        Way often = file(people, Channel.REGISTERED_LETTER, before(today, 7), "殡葬服务收费全部票据", ApplicantKind.PERSON)
                .assigned();
        often.later(2).act(people.handler(), new Step.AskReasons(), "您三个月内已提交申请四十余件，明显超过合理范围，请说明理由。");
        under(people, today, 14, "婚姻登记预约办法").submitted(granted("预约办法一份"));
        under(people, today, 15, "社区养老服务站点布局规划").submitted(granted("规划文本一份")).cleared();
        under(people, today, 16, "福利彩票公益金使用情况")
                .submitted(new ReplyContent(
                        ReplyKind.GRANTED_IN_PART,
                        "第三十七条",
                        "受助人姓名、住址属于个人隐私，不予公开；其余部分现予公开。",
                        "",
                        "现将福利彩票公益金使用情况（已作区分处理）提供给您。",
                        List.of(new ReplyContent.Withheld("第2页至第3页受助人姓名和住址", ReplyKind.PRIVACY, "属于个人隐私，公开会损害其合法权益")),
                        List.of(),
                        "受助人一百二十余名，名单本身即为个人隐私，逐一征求意见并无必要；不公开不会对公共利益造成重大影响。"))
                .cleared()
                .approved();
        under(people, today, 24, "最低生活保障审核确认办法").answered(granted("办法一份"));
        // others ask for nearly the same: proposed for disclosure on one's own account
        under(people, today, 13, "最低生活保障审核确认办法全文").answered(granted("办法一份"));
        file(people, Channel.COUNTER, before(today, 3), "最低生活保障审核确认办法文本", ApplicantKind.PUBLIC_BENEFIT_ORGANISATION)
                .assigned();
        under(people, today, 22, "区民政局内部人事调整方案")
                .answered(reply(ReplyKind.INTERNAL_AFFAIRS, "第十六条第一款", "属于人事管理方面的内部事务信息。", "经审查，本机关决定不予公开。"));
        under(people, today, 17, "医疗救助定点医院名单")
                .answered(new ReplyContent(
                        ReplyKind.NOT_THIS_ORGAN,
                        "第三十六条第（五）项",
                        "该信息不属于本机关负责公开。",
                        "区医疗保障部门，联系方式见其公开指南",
                        "请向负责公开该信息的机关提出申请。",
                        List.of(),
                        List.of()));
    }

    /** In hand for so many working days, and worked on today or the working day before. */
    private Way under(People people, LocalDate today, int days, String title) {
        return file(people, Channel.REGISTERED_LETTER, before(today, days), title, ApplicantKind.PERSON)
                .assigned()
                .on(before(today, 1));
    }

    private Way file(People people, Channel channel, LocalDate arrived, String title, ApplicantKind kind) {
        int number = Math.floorMod(title.hashCode(), 89) + 10;
        String name = kind.organisation()
                ? "示例" + (kind == ApplicantKind.COMPANY ? "商贸有限公司" : "机构") + number
                : "示例申请人" + number;
        Applicant applicant = new Applicant(
                kind,
                name,
                "",
                "示例证件" + number,
                kind.organisation() ? "示例联系人" : "",
                "0516-0000" + (2000 + number),
                "",
                "示例路 " + number + " 号",
                "");
        return new Way(
                people,
                Intake.of(
                        people.office().organ(),
                        channel,
                        arrived,
                        applicant,
                        new Wanted(title, "", "", "", Wanted.Form.ANY, Wanted.Way.POST),
                        "demo-now-" + title));
    }

    /** The working day that lies so many working days before. */
    private LocalDate before(LocalDate today, int days) {
        LocalDate day = today;
        while (calendar.workingDaysBetween(day, today) < days || !calendar.workingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static ReplyContent granted(String what) {
        return reply(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", "您申请的信息可以公开，现提供" + what + "，请查收。");
    }

    private static ReplyContent granted2007(String what) {
        return reply(ReplyKind.GRANTED_IN_FULL, "第二十一条第（一）项", "", "您申请的信息属于公开范围，现提供" + what + "，请查收。");
    }

    private static ReplyContent reply(ReplyKind kind, String article, String reason, String body) {
        return ReplyContent.of(kind, article, reason, body);
    }

    private static People people(
            Map<String, Officer> officers, String handler, String secrecy, String leader, String office) {
        return new People(
                Objects.requireNonNull(officers.get(handler), handler),
                Objects.requireNonNull(officers.get(secrecy), secrecy),
                Objects.requireNonNull(officers.get(leader), leader),
                Objects.requireNonNull(officers.get(office), office));
    }
}
