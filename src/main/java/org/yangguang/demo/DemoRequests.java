package org.yangguang.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.demo.DemoCases.Way;
import org.yangguang.request.Act;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Intake;
import org.yangguang.request.Opinion;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.ServiceMethod;
import org.yangguang.request.Step;
import org.yangguang.request.Wanted;

/**
 * Applications: the ten letters of 2016 with their reported results, handled by the office for expropriation, and current ones in every state and with every
 * ending, dated from today. Applicants are invented.
 */
@Component
class DemoRequests {

    private final DemoCases cases;
    private final DemoEndings endings;
    private final DemoReplies replies;
    private final DemoRemedies remedies;
    private final Clock clock;

    DemoRequests(DemoCases cases, DemoEndings endings, DemoReplies replies, DemoRemedies remedies, Clock clock) {
        this.cases = cases;
        this.endings = endings;
        this.replies = replies;
        this.remedies = remedies;
        this.clock = clock;
    }

    /** @param officers by login */
    void prepare(Map<String, Officer> officers) {
        People expropriation = People.of(officers, "exp-");
        List<String> refused = lettersOf2016(expropriation);
        remedies.prepare(expropriation.office(), refused);
        LocalDate today = LocalDate.now(clock);
        People civil = People.civil(officers);
        current(civil, today);
        endings.prepare(civil, People.of(officers, "edu-"), today);
        replies.prepare(civil, today);
    }

    /** @return numbers of the two that were refused */
    private List<String> lettersOf2016(People people) {
        ReplyContent site = reply(ReplyKind.ALREADY_PUBLIC, "第二十一条第（一）项", "", "该信息已在区政府信息公开网“征地拆迁”栏目主动公开，可以直接查阅、下载。");
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
                                secret.day(),
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
                        ""));
        Way none = letter(people, "2016-09-05", "关于某户是否符合征收补偿条件的书面说明");
        none.later(10)
                .answered(reply(
                        ReplyKind.NOT_GOVERNMENT_INFORMATION,
                        "第二条",
                        "您要求就具体问题作出说明，属于咨询，不是以一定形式记录、保存的信息。",
                        "您可以就该问题向区房屋征收办公室咨询。"));
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
        return cases.open(
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
        cases.file(people, Channel.PLAIN_LETTER, cases.before(today, 1), "社会救助资金审计整改情况", ApplicantKind.PERSON);
        cases.file(people, Channel.COUNTER, today, "某养老机构运营补贴发放明细", ApplicantKind.PERSON);
        cases.file(
                people,
                Channel.REGISTERED_LETTER,
                cases.before(today, 2),
                "2025年社会组织年检不合格名单及依据",
                ApplicantKind.LEGAL_SERVICE);
        cases.file(people, Channel.COUNTER, cases.before(today, 6), "低保对象动态管理复核工作方案", ApplicantKind.RESEARCH_INSTITUTE)
                .assigned();
        cases.file(people, Channel.REGISTERED_LETTER, cases.before(today, 18), "城乡低保标准测算依据", ApplicantKind.PERSON)
                .assigned();
        cases.file(people, Channel.REGISTERED_LETTER, cases.before(today, 20), "居家养老服务采购合同", ApplicantKind.COMPANY)
                .assigned();
        cases.file(people, Channel.REGISTERED_LETTER, cases.before(today, 23), "慈善捐赠款物接收使用台账", ApplicantKind.PERSON)
                .assigned();
        Way correction = cases.file(people, Channel.COUNTER, cases.before(today, 5), "有关民政的会议材料", ApplicantKind.PERSON)
                .assigned();
        correction.later(3).act(people.handler(), new Step.AskCorrection(today.plusDays(10)), "请写明会议的名称、时间或者材料的文号。");
        Way third = cases.file(
                        people,
                        Channel.REGISTERED_LETTER,
                        cases.before(today, 9),
                        "某养老服务公司运营成本测算报告",
                        ApplicantKind.COMPANY)
                .assigned();
        third.later(4)
                .act(
                        people.handler(),
                        Act.consult(
                                third.day(),
                                ConsultationKind.THIRD_PARTY,
                                "某养老服务有限公司（示例路 66 号）",
                                "该报告是否涉及商业秘密，是否同意公开。"));
        Way joint = cases.file(
                        people,
                        Channel.REGISTERED_LETTER,
                        cases.before(today, 12),
                        "残疾人两项补贴联合核查通报",
                        ApplicantKind.PUBLIC_BENEFIT_ORGANISATION)
                .assigned();
        joint.later(2)
                .act(
                        people.handler(),
                        Act.consult(joint.day(), ConsultationKind.JOINT_ORGAN, "区残疾人联合会", "通报由两家联合印发，请提出是否公开的意见。"));
        Way fee = cases.file(
                        people,
                        Channel.COUNTER,
                        cases.before(today, 8),
                        "2020年至2024年社会救助资金发放汇总表",
                        ApplicantKind.COMPANY)
                .assigned();
        fee.later(3).act(people.handler(), new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380")), "");
        Way extended = cases.file(
                        people, Channel.REGISTERED_LETTER, cases.before(today, 26), "历年地名命名更名批复", ApplicantKind.PERSON)
                .assigned();
        extended.later(15)
                .act(people.handler(), new Step.ProposeExtension(), "涉及档案较多，需要逐件核对。")
                .act(people.office(), new Step.ApproveExtension(), "同意延期。")
                .act(people.handler(), new Step.NotifyExtension(ServiceMethod.POST), "");
        Way often = cases.file(
                        people, Channel.REGISTERED_LETTER, cases.before(today, 7), "殡葬服务收费全部票据", ApplicantKind.PERSON)
                .assigned();
        often.later(2).act(people.handler(), new Step.AskReasons(), "您三个月内已提交申请四十余件，明显超过合理范围，请说明理由。");
        cases.under(people, today, 14, "婚姻登记预约办法").submitted(granted("预约办法一份"));
        cases.under(people, today, 15, "社区养老服务站点布局规划")
                .submitted(granted("规划文本一份"))
                .cleared();
        cases.under(people, today, 16, "福利彩票公益金使用情况")
                .submitted(new ReplyContent(
                        ReplyKind.GRANTED_IN_PART,
                        "第三十七条",
                        "名单与资金去向能够分开，去除名单不影响其余内容的完整。",
                        "",
                        "现将福利彩票公益金使用情况（已作区分处理）提供给您。",
                        List.of(new ReplyContent.Withheld("第2页至第3页受助人姓名和住址", ReplyKind.PRIVACY, "属于个人隐私，公开会损害其合法权益")),
                        List.of(),
                        "受助人一百二十余名，名单本身即为个人隐私，逐一征求意见并无必要；不公开不会对公共利益造成重大影响。"))
                .cleared()
                .approved();
        cases.under(people, today, 10, "区民政局2026年部门预算")
                .answered(
                        reply(ReplyKind.ALREADY_PUBLIC, "第三十六条第（一）项", "", "该信息已于2026年2月在区政府网站“财政资金”栏目主动公开，可以直接查阅、下载。"));
        cases.under(people, today, 24, "最低生活保障审核确认办法").answered(granted("办法一份"));
        // others ask for nearly the same: proposed for disclosure on one's own account
        cases.under(people, today, 13, "最低生活保障审核确认办法全文").answered(granted("办法一份"));
        cases.file(
                        people,
                        Channel.COUNTER,
                        cases.before(today, 3),
                        "最低生活保障审核确认办法文本",
                        ApplicantKind.PUBLIC_BENEFIT_ORGANISATION)
                .assigned();
        cases.under(people, today, 22, "区民政局内部人事调整方案")
                .answered(reply(ReplyKind.INTERNAL_AFFAIRS, "第十六条第一款", "该方案是本机关拟订中的人员岗位调整安排，只用于内部管理，与公众办事无关。", ""));
        cases.under(people, today, 17, "医疗救助定点医院名单")
                .answered(new ReplyContent(
                        ReplyKind.NOT_THIS_ORGAN,
                        "第三十六条第（五）项",
                        "定点医疗机构由医疗保障部门确定和公布，本机关没有制作或者保存该名单。",
                        "区医疗保障部门，联系方式见其公开指南",
                        "",
                        List.of(),
                        List.of()));
    }

    private static ReplyContent granted(String what) {
        return reply(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", "现提供" + what + "，请查收。");
    }

    private static ReplyContent granted2007(String what) {
        return reply(ReplyKind.GRANTED_IN_FULL, "第二十一条第（一）项", "", "现提供" + what + "，请查收。");
    }

    private static ReplyContent reply(ReplyKind kind, String article, String reason, String body) {
        return ReplyContent.of(kind, article, reason, body);
    }
}
