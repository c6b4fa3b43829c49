package org.yangguang.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yangguang.demo.DemoCases.Way;
import org.yangguang.request.Applicant;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.FeeBasis;
import org.yangguang.request.Opinion;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.request.Step;

/** Current applications that go other ways than most: transferred, delayed, helped with, given up, and every kind of reply that gives nothing. */
@Component
class DemoEndings {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private final DemoCases cases;

    DemoEndings(DemoCases cases) {
        this.cases = cases;
    }

    void prepare(People civil, People education, LocalDate today) {
        onTheWay(civil, education, today);
        givenUp(civil, today);
        refused(civil, today);
        forThirdParties(civil, today);
        cannotBeProvided(civil, today);
        notProcessed(civil, today);
    }

    private void onTheWay(People civil, People education, LocalDate today) {
        Way received = letter(education, today, 4, "困难学生资助与低保信息比对办法");
        received.later(1)
                .act(education.office(), new Step.Transfer(civil.office().organ()), "该办法由贵局牵头制定，现将申请书及信封复印件一并转送。");
        Way sent = letter(civil, today, 3, "义务教育阶段学区划分调整听证材料");
        sent.later(1)
                .act(civil.office(), new Step.Transfer(education.office().organ()), "学区划分由贵局组织听证并形成材料，已电话告知申请人转送情况。");
        Way helped = letter(civil, today, 10, "2003年撤并街道时的地名档案").assigned("区划地名科");
        helped.later(2).helpedBy("区档案馆", cases.after(today, 4), "请查找2003年街道撤并的批复、界线图和更名通告，提供目录及复印件；已开放的部分请注明档号。");
        Way delayed = letter(civil, today, 15, "2015年以来历次社区界线调整的全部材料").assigned("区划地名科");
        delayed.later(2)
                .act(civil.handler(), new Step.AskReasons(), "您本季度已提交申请二十七件，数量明显超过合理范围，请说明申请的理由。")
                .later(3)
                .act(civil.handler(), new Step.RecordReasons(), "所在社区编写社区志，需要核对历次界线调整的时间和依据。")
                .later(2)
                .act(civil.office(), new Step.NotifyDelay(today.plusDays(60)), "涉及十一个年度三十余次调整，档案分散在街道和区档案馆，需要逐件调取核对");
        Way proposed = letter(civil, today, 16, "近五年社会组织等级评估结果及评分表").assigned("社会组织科");
        proposed.later(13).act(civil.handler(), new Step.ProposeExtension(), "涉及评估机构保存的评分原件，调取和核对需要时间。");
        Way approved = letter(civil, today, 18, "未成年人救助保护工作站建设方案").assigned("儿童福利科");
        approved.later(15)
                .act(civil.handler(), new Step.ProposeExtension(), "方案由三个部门会签，需要逐一核对定稿。")
                .act(civil.office(), new Step.ApproveExtension(), "同意延期二十个工作日，请及时告知申请人。");
    }

    private void givenUp(People civil, LocalDate today) {
        letter(civil, today, 9, "老年大学秋季招生计划")
                .assigned()
                .later(3)
                .act(civil.handler(), new Step.Withdraw(), "申请人来信说明已在网站查到招生计划，要求撤回申请。");
        Way unclear = letter(civil, today, 30, "有关养老的所有文件").assigned("养老服务科");
        unclear.later(3)
                .act(
                        civil.handler(),
                        new Step.AskCorrection(unclear.day().plusDays(15)),
                        "一、请写明所需文件的名称、文号，或者制发的年份和涉及的事项；\n二、请写明获取信息的方式。")
                .on(cases.before(today, 10))
                .act(
                        civil.handler(),
                        new Step.Abandon(ReplyKind.NOT_CORRECTED),
                        "补正告知书于期限内寄达，至期限届满未收到补正的申请，也未收到不能按期补正的说明。");
        Way unpaid = letter(civil, today, 45, "2010年至2020年城乡低保资金发放凭证目录").assigned("社会救助科");
        unpaid.later(4)
                .act(civil.handler(), new Step.AskFee(FeeBasis.BY_PAGE, 109, new BigDecimal("880")), "")
                .on(cases.before(today, 12))
                .act(civil.handler(), new Step.Abandon(ReplyKind.FEE_NOT_PAID), "收费通知书已于当日寄出，至期限届满未收到缴费。");
    }

    private void refused(People civil, LocalDate today) {
        letter(civil, today, 21, "区界线勘定成果图（1∶10000）")
                .assigned("区划地名科")
                .later(12)
                .answered(reply(
                        ReplyKind.STATE_SECRET,
                        "第十四条",
                        "该图是依法确定的秘密级测绘成果，图上标有密级和保密期限，现仍在保密期限内。",
                        "需要了解界线走向的，可以查阅区政府网站公布的标准地图。"));
        letter(civil, today, 20, "2025年度慈善捐赠人名册（含住所和联系方式）")
                .assigned("慈善事业科")
                .later(11)
                .answered(reply(
                        ReplyKind.OTHER_LAW,
                        "第十四条、《中华人民共和国慈善法》第八十二条",
                        "名册所列捐赠人在捐赠协议中写明不同意公开姓名、住所和联系方式，法律规定这些信息不得公开。",
                        "2025年度捐赠款物的总额和使用情况已经公布，可以在区政府网站“慈善募捐”栏目查阅。"));
        letter(civil, today, 19, "区救助管理站安防点位图和应急处置预案")
                .assigned("社会事务科")
                .later(10)
                .answered(
                        reply(ReplyKind.SECURITY_AND_STABILITY, "第十四条", "点位和布控细节公开后，可能被用于规避安全防范，危及受助人员和站内的公共安全。", ""));
        letter(civil, today, 17, "养老服务设施专项规划征求意见过程稿")
                .assigned("养老服务科")
                .later(9)
                .answered(reply(
                        ReplyKind.INFORMATION_IN_PROCESS,
                        "第十六条第二款",
                        "过程稿是规划编制中各部门讨论、修改的稿件，内容与定稿不一致，公开后容易造成误解。",
                        "规划定稿批准后将主动公开。"));
        letter(civil, today, 16, "对某养老机构违规收费一案的调查笔录")
                .assigned("养老服务科")
                .later(8)
                .answered(reply(
                        ReplyKind.ENFORCEMENT_FILE,
                        "第十六条第二款",
                        "调查笔录是行政处罚案卷的组成部分，没有法律、法规、规章规定应当公开。",
                        "处罚决定书已经公示，可以在区政府网站“双公示”栏目查阅。"));
        letter(civil, today, 14, "区社会福利中心用房的不动产登记资料")
                .assigned()
                .later(6)
                .answered(reply(
                        ReplyKind.REGISTER_QUERY,
                        "第三十六条第（七）项",
                        "该信息是不动产登记资料，《不动产登记暂行条例》对查询、复制的主体和程序有特别规定。",
                        "请持有效身份证件到不动产登记机构的查询窗口办理。"));
    }

    private void forThirdParties(People civil, LocalDate today) {
        Way secret = letter(civil, today, 28, "居家养老服务投标文件中的成本构成表").assigned("养老服务科");
        secret.later(3)
                .asked(ConsultationKind.THIRD_PARTY, "示例养老服务有限公司，示例路 58 号", "成本构成表是否涉及商业秘密，是否同意公开。")
                .later(9)
                .answeredBy(Opinion.OBJECTION, "该表是本公司自行测算的报价依据，从未对外披露，公开后将使同业掌握成本，不同意公开。")
                .later(4)
                .answered(reply(
                        ReplyKind.TRADE_SECRET,
                        "第十五条",
                        "该表由投标单位自行测算，未向外披露并采取了保密措施。经书面征求意见，投标单位不同意公开且理由成立；不公开不会对公共利益造成重大影响。",
                        "中标单位、合同金额和服务内容已经公布，可以在政府采购栏目查阅。"));
        Way privacy = letter(civil, today, 25, "某户家庭经济状况核对报告").assigned("社会救助科");
        privacy.later(2)
                .asked(ConsultationKind.THIRD_PARTY, "示例居民（示例里 7 号）", "该报告是否涉及您的个人隐私，是否同意公开。")
                .later(6)
                .answeredBy(Opinion.OBJECTION, "报告写有本户收入、存款和病情，不同意公开。")
                .later(3)
                .answered(
                        reply(ReplyKind.PRIVACY, "第十五条", "报告载有该户成员的收入、存款和健康状况。经书面征求意见，该户不同意公开；不公开不会对公共利益造成重大影响。", ""));
        Way granted = letter(civil, today, 26, "养老机构消防安全整改验收情况").assigned("养老服务科");
        granted.later(2)
                .asked(ConsultationKind.THIRD_PARTY, "示例颐养院有限公司，示例路 90 号", "验收情况是否涉及商业秘密，是否同意公开。")
                .later(7)
                .answeredBy(Opinion.OBJECTION, "整改已经完成，公开会影响入住率，不同意公开。")
                .later(3)
                .answered(reply(
                        ReplyKind.GRANTED_IN_FULL,
                        "第三十六条第（二）项、第三十二条",
                        "消防安全关系入住老人的生命安全，不公开可能对公共利益造成重大影响，第三方提出的理由不成立。",
                        "现提供2025年以来十二家养老机构消防安全整改验收情况一览表一份，请查收。"));
    }

    private void cannotBeProvided(People civil, LocalDate today) {
        letter(civil, today, 23, "1998年首批居民最低生活保障对象审批会议纪要")
                .assigned("社会救助科")
                .later(13)
                .answered(reply(
                        ReplyKind.DOES_NOT_EXIST,
                        "第三十六条第（四）项",
                        "以“最低生活保障”“审批”“会议纪要”检索本机关1996年至2000年文书档案目录，并到综合档案室逐卷查阅1998年文书档案十二卷，均没有找到该纪要。",
                        "当年的部分档案已经移交区档案馆，您也可以向区档案馆查询。"));
        letter(civil, today, 13, "各街道养老机构入住率逐月对比分析")
                .assigned("养老服务科")
                .later(6)
                .answered(reply(
                        ReplyKind.MUST_BE_MADE,
                        "第三十八条",
                        "本机关按季度收集各养老机构的入住人数，没有逐月的对比分析；形成该分析需要重新采集、计算。",
                        "2025年各季度的入住人数汇总表已经主动公开，可以在统计信息栏目查阅。"));
        Way unclear = letter(civil, today, 27, "救助的材料").assigned("社会救助科");
        unclear.later(3)
                .act(civil.handler(), new Step.AskCorrection(unclear.day().plusDays(15)), "请写明救助的种类、年份或者文件的名称、文号。")
                .later(5)
                .act(civil.handler(), new Step.Correct(), "就是你们局里所有的救助材料，都要。")
                .later(5)
                .answered(reply(
                        ReplyKind.STILL_UNCLEAR,
                        "第三十六条",
                        "补正后的申请没有写明救助的种类、年份，也没有名称、文号或者其他特征性描述，无法据以查找。",
                        "本机关社会救助科可以帮助您确定所需信息的名称，电话见本机关公开指南。"));
    }

    private void notProcessed(People civil, LocalDate today) {
        String title = "城市低保标准调整方案";
        Applicant applicant = DemoCases.applicant(title, ApplicantKind.PERSON);
        Way first = cases.file(civil, Channel.REGISTERED_LETTER, cases.before(today, 38), title, applicant)
                .assigned("社会救助科");
        first.later(8).answered(reply(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", "现提供城市低保标准调整方案及测算说明各一份，请查收。"));
        cases.file(civil, Channel.REGISTERED_LETTER, cases.before(today, 11), title, applicant)
                .assigned("社会救助科")
                .later(4)
                .answered(reply(
                        ReplyKind.REPEATED,
                        "第三十六条第（六）项",
                        "本机关已于" + DAY.format(first.day()) + "就相同内容答复您（登记编号" + first.number + "），两次申请之间该方案没有变化。",
                        ""));
        letter(civil, today, 12, "要求查处某社区服务站乱收费并公开处理结果")
                .assigned("养老服务科")
                .later(4)
                .answered(reply(
                        ReplyKind.PETITION_OR_COMPLAINT,
                        "第三十九条第一款",
                        "您的来信反映社区服务站收费问题，要求调查处理，属于投诉举报。",
                        "来信已转养老服务科按投诉办理，您也可以拨打政务服务便民热线12345。"));
        letter(civil, today, 8, "《泉山区地名录》全书")
                .assigned("区划地名科")
                .later(3)
                .answered(reply(ReplyKind.PUBLICATION, "第三十九条第二款", "该书已由出版社公开出版发行。", "您可以到区图书馆地方文献室借阅，或者在书店购买。"));
        letter(civil, today, 11, "要求确认2023年取得的救助证明仍然有效")
                .assigned("社会救助科")
                .later(4)
                .answered(reply(
                        ReplyKind.CONFIRMATION_OF_KNOWN,
                        "第二十七条",
                        "您要求确认的救助证明由您本人持有，内容已经为您所知。",
                        "需要重新办理证明的，可以到街道便民服务大厅申请。"));
        letter(civil, today, 10, "更正本人低保档案中的家庭人口数")
                .assigned("社会救助科")
                .later(5)
                .answered(reply(
                        ReplyKind.OTHER_HANDLING,
                        "第四十一条",
                        "您要求更正与自身相关的政府信息记录，不属于申请获取政府信息。",
                        "您提供的户口簿复印件已转社会救助科核实，核实属实的将予以更正，结果另行告知。"));
        Way often = letter(civil, today, 22, "历年民政会议的签到表").assigned();
        often.later(2)
                .act(civil.handler(), new Step.AskReasons(), "您本月已提交申请三十三件，数量、频次明显超过合理范围，请说明申请的理由。")
                .later(4)
                .act(civil.handler(), new Step.RecordReasons(), "没有什么理由，想看。")
                .later(4)
                .answered(reply(ReplyKind.EXCESSIVE, "第三十五条", "您一个月内提交申请三十三件，内容多为会议签到表、值班表，所作说明没有说出获取这些信息的需要。", ""));
    }

    private Way letter(People people, LocalDate today, int days, String title) {
        return cases.file(people, Channel.REGISTERED_LETTER, cases.before(today, days), title, ApplicantKind.PERSON);
    }

    private static ReplyContent reply(ReplyKind kind, String article, String reason, String body) {
        return new ReplyContent(kind, article, reason, "", body, List.of(), List.of());
    }
}
