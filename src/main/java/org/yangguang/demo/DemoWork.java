package org.yangguang.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.disclosure.Audiences;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.LegalBasis;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.Review;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.organ.OrganId;

/**
 * Work on the desks: drafts at every stage of review, done through the same services that officers use and dated from today. None
 * of it adds to what the public site shows, which stays at the reported number.
 */
@Component
class DemoWork {

    private final Drafts drafts;
    private final Review review;
    private final Audiences audiences;
    private final Catalogue catalogue;
    private final Clock clock;

    DemoWork(Drafts drafts, Review review, Audiences audiences, Catalogue catalogue, Clock clock) {
        this.drafts = drafts;
        this.review = review;
        this.audiences = audiences;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** An edition on its way, with the three who review it. */
    private final class Case {

        private final Map<String, Officer> officers;
        private final String prefix;
        private final EditionId edition;
        private int version;

        Case(Map<String, Officer> officers, String prefix, EditionContent content) {
            this(
                    officers,
                    prefix,
                    done(drafts.start(
                            who(officers, prefix, "handler"),
                            who(officers, prefix, "handler").organ(),
                            content)));
        }

        private Case(Map<String, Officer> officers, String prefix, Outcome.Done begun) {
            this.officers = officers;
            this.prefix = prefix;
            this.edition = begun.edition();
            this.version = begun.version();
        }

        Case submitted() {
            return act("handler", new Move.Submit("内容属实，建议主动公开。"));
        }

        Case cleared() {
            return act("secrecy", new Move.Approve("经保密审查，不涉及国家秘密，同意公开。"));
        }

        Case approved() {
            return act("leader", new Move.Approve("同意。"));
        }

        Case act(String role, Move move) {
            return by(who(officers, prefix, role), move);
        }

        Case by(Officer officer, Move move) {
            Outcome.Done done = done(review.act(officer, edition, version, move));
            version = done.version();
            return done.edition().equals(edition) ? this : new Case(officers, prefix, done);
        }
    }

    /** @param officers by login */
    void prepare(Map<String, Officer> officers) {
        Officer handler = who(officers, "", "handler");
        Officer district = who(officers, "", "district");
        OrganId school = who(officers, "edu-", "handler").organ();
        LocalDate today = LocalDate.now(clock);

        drafts.start(handler, handler.organ(), text(unfinished(today)));
        new Case(officers, "", text(of("关于进一步规范临时救助工作的通知", "social-assistance", today.minusDays(46))));

        new Case(officers, "", text(of("关于调整城市居民最低生活保障标准的通知", "social-assistance", today.minusDays(3)))).submitted();
        new Case(officers, "", text(of("居家养老服务政府购买项目实施方案", "public-services", today.minusDays(9)))).submitted();
        new Case(officers, "", text(of("关于开展养老机构消防安全检查的通报", "inspections", today.minusDays(12))))
                .submitted()
                .act("secrecy", new Move.Ask(district.organ(), "文中引用了区政府专题会议内容，请确认是否可以公开。"));
        new Case(officers, "edu-", text(of("关于困难家庭学生入学资助名单的公示", "education", today.minusDays(5))))
                .submitted()
                .act("secrecy", new Move.Ask(handler.organ(), "名单涉及低保家庭，请确认公开的范围和方式。"));

        new Case(officers, "", text(of("社会组织年度检查结果公告", "social-organisations", today.minusDays(8))))
                .submitted()
                .cleared();
        new Case(officers, "", text(of("慈善募捐款物使用情况公告", "public-welfare", today.minusDays(15))))
                .submitted()
                .cleared();
        new Case(officers, "", text(of("社区适龄儿童入学与救助衔接办法", "social-assistance", today.minusDays(7))))
                .submitted()
                .cleared()
                .act("leader", new Move.Ask(school, "第三条与招生办法有关，请教育局确认。"));

        new Case(
                        officers,
                        "",
                        text(of("婚姻登记处节假日服务安排", "public-services", today.minusDays(2))
                                .at(today.plusDays(7)
                                        .atTime(LocalTime.of(9, 0))
                                        .atZone(clock.getZone())
                                        .toInstant())))
                .submitted()
                .cleared()
                .approved();
        new Case(officers, "", text(of("关于公布地名标志设置情况的通知", "notices", today.minusDays(6))))
                .submitted()
                .act("secrecy", new Move.Return("附件中有个人联系方式，请删去后重新提交。"));

        new Case(
                        officers,
                        "",
                        text(of("关于某养老机构运营补贴审核情况的请示", "special-funds", today.minusDays(20))
                                .attribute(
                                        DisclosureAttribute.WITHHELD,
                                        LegalBasis.ARTICLE_16_PROCESS,
                                        today.plusDays(40))))
                .submitted()
                .cleared()
                .approved();
        new Case(
                        officers,
                        "",
                        text(of("社会救助家庭经济状况核对工作规程", "social-assistance", today.minusDays(25))
                                .attribute(DisclosureAttribute.ON_REQUEST, LegalBasis.ARTICLE_27_ON_APPLICATION, null)))
                .submitted()
                .cleared()
                .approved();

        limited(officers, today);
        new Case(officers, "", text(of("关于发放一次性生活补贴的公告", "social-assistance", today.minusDays(4))))
                .submitted()
                .cleared()
                .approved()
                .by(district, new Move.WithdrawInEmergency(WithdrawalReason.ERROR, "补贴标准有误，立即撤下核实。"));
    }

    /** Shown inside the expropriation area only, and corrected once. */
    private void limited(Map<String, Officer> officers, LocalDate today) {
        Officer office = who(officers, "", "office");
        if (!(audiences.create(office, office.organ(), "段庄片区被征收人", today.plusYears(1))
                instanceof Audiences.Result.Opened audience)) {
            throw new IllegalStateException("The audience of the demonstration was refused.");
        }
        Case first = new Case(
                        officers,
                        "",
                        text(of("段庄片区房屋征收分户补偿情况（第一批）", "house-expropriation", today.minusDays(10))
                                .audience(audience.audience())))
                .submitted()
                .cleared()
                .approved();
        first.act("handler", new Move.Revise("更正一处面积。")).submitted().cleared().approved();
    }

    private static Officer who(Map<String, Officer> officers, String prefix, String role) {
        String login =
                switch (prefix + role) {
                    case "edu-secrecy" -> "edu-secrecy-officer";
                    default -> prefix + role;
                };
        return Objects.requireNonNull(officers.get(login), login);
    }

    private static Outcome.Done done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new IllegalStateException("The demonstration was refused: " + outcome);
    }

    /** What a piece of work is about; everything else of its content follows. */
    private record Sketch(
            String title,
            @Nullable String column,
            LocalDate formedOn,
            DisclosureAttribute attribute,
            @Nullable LegalBasis basis,
            @Nullable LocalDate reviewAgainOn,
            @Nullable Long audience,
            @Nullable Instant publishAt) {

        Sketch at(Instant time) {
            return new Sketch(title, column, formedOn, attribute, basis, reviewAgainOn, audience, time);
        }

        Sketch attribute(DisclosureAttribute other, LegalBasis restsOn, @Nullable LocalDate again) {
            return new Sketch(title, column, formedOn, other, restsOn, again, audience, publishAt);
        }

        Sketch audience(long id) {
            return new Sketch(title, column, formedOn, attribute, basis, reviewAgainOn, id, publishAt);
        }
    }

    private static Sketch of(String title, @Nullable String column, LocalDate formedOn) {
        return new Sketch(title, column, formedOn, DisclosureAttribute.PROACTIVE, null, null, null, null);
    }

    private static Sketch unfinished(LocalDate today) {
        return of("关于做好困难群众节日走访慰问工作的通知（草稿）", null, today.minusDays(1));
    }

    private EditionContent text(Sketch sketch) {
        String year = String.valueOf(sketch.formedOn().getYear());
        return new EditionContent(
                sketch.title(),
                sketch.title() + "的主要内容和办理要求。",
                "<p>为做好有关工作，保障群众合法权益，经研究，现将有关事项公布如下：</p><h2>一、适用范围</h2>"
                        + "<p>本区户籍居民和在本区居住满一年的家庭，符合规定条件的，均可申请。</p><h2>二、办理程序</h2>"
                        + "<p>申请人向户籍所在地街道办事处提出申请，街道办事处自受理之日起十五个工作日内完成审核，区民政局自收到材料之日起七个工作日内作出决定。</p>"
                        + "<table><thead><tr><th scope=\"col\">项目</th><th scope=\"col\">标准</th><th scope=\"col\">期限</th></tr></thead>"
                        + "<tbody><tr><td>审核</td><td>材料齐全</td><td>15个工作日</td></tr>"
                        + "<tr><td>公示</td><td>社区公示栏</td><td>7日</td></tr></tbody></table>"
                        + "<h2>三、工作要求</h2><p>各单位要严格审核把关，及时公开办理结果，接受社会监督。本通知自" + year + "年起执行。</p>",
                null,
                sketch.column() == null
                        ? null
                        : catalogue
                                .columnByCode(sketch.column())
                                .map(Column::id)
                                .orElseThrow(),
                "civil-affairs",
                "notice",
                List.of("individuals"),
                sketch.formedOn(),
                false,
                null,
                null,
                null,
                null,
                null,
                "",
                List.of("社会救助", "民政"),
                sketch.attribute(),
                sketch.basis() == null ? "" : sketch.basis().name(),
                sketch.reviewAgainOn(),
                sketch.audience() == null
                        ? org.yangguang.disclosure.AudienceScope.PUBLIC
                        : org.yangguang.disclosure.AudienceScope.LIMITED,
                sketch.audience(),
                sketch.publishAt());
    }
}
