package org.yangguang.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.demo.DemoCases.Way;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Review;
import org.yangguang.request.ApplicantKind;
import org.yangguang.request.Channel;
import org.yangguang.request.Learning;
import org.yangguang.request.LetterKind;
import org.yangguang.request.Letters;
import org.yangguang.request.ProactiveDrafts;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;

/** Replies that were put into the log of replies, and information that two asked for and that became a draft; each handed over by its list. */
@Component
class DemoReplies {

    private final DemoCases cases;
    private final Learning learning;
    private final Letters letters;
    private final Drafts drafts;
    private final Editions editions;
    private final Review review;
    private final Catalogue catalogue;

    DemoReplies(
            DemoCases cases,
            Learning learning,
            Letters letters,
            Drafts drafts,
            Editions editions,
            Review review,
            Catalogue catalogue) {
        this.cases = cases;
        this.learning = learning;
        this.letters = letters;
        this.drafts = drafts;
        this.editions = editions;
        this.review = review;
        this.catalogue = catalogue;
    }

    void prepare(People people, LocalDate today) {
        released(people, given(people, today, 33, "居家上门养老服务的对象和补贴标准", """
                        您申请的居家上门养老服务对象和补贴标准如下：
                        一、特困供养老人：每人每月服务时间不少于48小时，费用由财政全额承担。
                        二、低保、低收入家庭的失能老人：每人每月补贴服务时间36小时。
                        三、八十周岁以上独居老人：每人每月补贴服务时间12小时。
                        补贴对象由街道审核、公示，本机关每季度抽查。"""), "public-services");
        released(people, given(people, today, 29, "临时救助的审批权限和办理时限", """
                        一、救助金额在当地月低保标准四倍以下的，由街道审批，自受理之日起五个工作日内办结。
                        二、超过四倍的，由街道审核、区民政局审批，自受理之日起十个工作日内办结。
                        三、情况紧急的先行救助，十个工作日内补齐手续。"""), "social-assistance");
        released(people, inPart(people, today), "social-assistance");
        Way first = given(people, today, 31, "高龄老人津贴发放标准", """
                八十至八十九周岁每人每月50元，九十至九十九周岁每人每月100元，百岁以上每人每月500元，按季度发放到社会保障卡。""");
        cases.file(people, Channel.COUNTER, cases.before(today, 5), "高龄老人津贴的发放标准", ApplicantKind.PERSON)
                .assigned("养老服务科");
        drafted(learning.draft(people.handler(), first.id));
        handedOver(people.handler(), first);
    }

    private Way given(People people, LocalDate today, int days, String title, String text) {
        return answered(people, today, days, title, ReplyContent.of(ReplyKind.GRANTED_IN_FULL, "第三十六条第（二）项", "", text));
    }

    private Way inPart(People people, LocalDate today) {
        ReplyContent reply = new ReplyContent(
                ReplyKind.GRANTED_IN_PART,
                "第三十七条",
                "救助对象名单与汇总数据能够分开，去除名单不影响汇总数据的完整。",
                "",
                """
                本年1月至6月，全区实施临时救助412人次，支出资金96.8万元，其中因病268人次、因灾17人次、因学69人次、其他58人次。
                资金来源为上级补助和区级预算。""",
                List.of(new ReplyContent.Withheld("附表2救助对象的姓名、住址和致困原因", ReplyKind.PRIVACY, "属于个人隐私，公开会损害救助对象的合法权益")),
                List.of(),
                "救助对象四百余人，名单本身即为个人隐私，逐一征求意见没有必要；不公开不会对公共利益造成重大影响。");
        return answered(people, today, 24, "上半年临时救助人数和资金支出", reply);
    }

    private Way answered(People people, LocalDate today, int days, String title, ReplyContent reply) {
        return cases.file(people, Channel.REGISTERED_LETTER, cases.before(today, days), title, ApplicantKind.PERSON)
                .assigned()
                .later(9)
                .answered(reply);
    }

    /** Put forward, completed, reviewed by three, and public. */
    private void released(People people, Way way, String column) {
        EditionId edition = drafted(learning.release(people.handler(), way.known()));
        EditionContent begun = editions.find(edition).orElseThrow().content();
        int version = done(drafts.save(people.handler(), edition, 1, complete(begun, column)));
        version = done(review.act(people.handler(), edition, version, new Move.Submit("申请人信息已经去除，建议选登。")));
        version = done(review.act(people.secrecy(), edition, version, new Move.Approve("经保密审查，同意公开。")));
        done(review.act(people.leader(), edition, version, new Move.Approve("同意。")));
        handedOver(people.handler(), way);
    }

    private void handedOver(Officer handler, Way way) {
        int reply = letters.of(way.known()).stream()
                .filter(slot -> slot.kind() == LetterKind.DISCLOSURE_HANDOVER)
                .findFirst()
                .orElseThrow()
                .event();
        if (!(letters.issue(handler, way.known(), LetterKind.DISCLOSURE_HANDOVER, reply)
                instanceof Letters.Result.Made)) {
            throw new IllegalStateException("The demonstration was refused");
        }
    }

    private EditionContent complete(EditionContent begun, String column) {
        return new EditionContent(
                begun.title(),
                "根据依申请公开的答复整理，供公众参考。",
                begun.bodyHtml(),
                null,
                catalogue.columnByCode(column).map(Column::id).orElseThrow(),
                "civil-affairs",
                "notice",
                List.of("individuals"),
                begun.formedOn(),
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                begun.keywords(),
                begun.attribute(),
                begun.legalBasis(),
                null,
                begun.scope(),
                null,
                null);
    }

    private static EditionId drafted(ProactiveDrafts.Result result) {
        if (result instanceof ProactiveDrafts.Result.Drafted drafted) {
            return new EditionId(Long.parseLong(drafted.address().replaceAll("\\D", "")));
        }
        throw new IllegalStateException("The demonstration was refused: " + result);
    }

    private static int done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.version();
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }
}
