package org.yangguang.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.yangguang.engagement.Mailbox.keys;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.engagement.AffairContent.Participant;
import org.yangguang.engagement.AffairPart.Way;
import org.yangguang.engagement.internal.ContributionTable;
import org.yangguang.engagement.internal.PartTable;
import org.yangguang.engagement.internal.VoteTable;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.site.FormGuard;
import org.yangguang.site.GuardedForm;
import org.yangguang.testing.Accessibility;
import org.yangguang.testing.Await;
import org.yangguang.testing.Browser;
import org.yangguang.testing.Console;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AffairsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Affairs affairs;

    @Autowired
    Contributions contributions;

    @Autowired
    Ratings ratings;

    @Autowired
    PartTable parts;

    @Autowired
    ContributionTable contributionTable;

    @Autowired
    VoteTable votes;

    @Autowired
    FormGuard guard;

    @Autowired
    LetterClock clock;

    @Autowired
    Search search;

    @LocalServerPort
    int port;

    private Mailbox box;
    private LocalDate today;
    private final String mark = TestDistrict.unique();

    @BeforeEach
    void open() {
        box = Mailbox.open(context);
        today = clock.today();
    }

    private Affair draft(AffairKind kind, AffairContent content) {
        return affairs.create(box.handler, kind, box.department.id(), content).value();
    }

    private Affair published(AffairKind kind, AffairContent content) {
        Affair draft = draft(kind, content);
        Affair submitted = affairs.act(box.handler, draft.id(), draft.version(), AffairAction.SUBMIT, "")
                .value();
        return affairs.act(box.leader, draft.id(), submitted.version(), AffairAction.PUBLISH, "")
                .value();
    }

    @Test
    void everyMoveThatIsNotDeclaredIsRefused() {
        Map<String, AffairState> found = new TreeMap<>();
        for (AffairState from : AffairState.values()) {
            for (AffairAction action : AffairAction.values()) {
                AffairTransitions.of(from, action).ifPresent(move -> found.put(from + " " + action, move.to()));
            }
        }
        assertThat(found)
                .isEqualTo(new TreeMap<>(Map.of(
                        "DRAFT SUBMIT", AffairState.SUBMITTED,
                        "SUBMITTED RETURN", AffairState.DRAFT,
                        "SUBMITTED PUBLISH", AffairState.PUBLISHED,
                        "PUBLISHED WITHDRAW", AffairState.WITHDRAWN,
                        "WITHDRAWN REVISE", AffairState.DRAFT)));
        Affair draft = draft(AffairKind.CONCERN, AffairContent.of("停水" + mark, "多个小区停水。"));
        for (AffairAction action :
                List.of(AffairAction.RETURN, AffairAction.PUBLISH, AffairAction.WITHDRAW, AffairAction.REVISE)) {
            assertThat(keys(affairs.act(box.office, draft.id(), draft.version(), action, "说明")))
                    .contains("engagement.affair.refused.now");
        }
    }

    @Test
    void aConcernAnsweredByTwoWaysCountsOnceAndEachWayOnce() throws Exception {
        Affair concern = published(AffairKind.CONCERN, AffairContent.of("供暖" + mark, "市民关心今年供暖时间。"));
        for (Way way : List.of(Way.WEIBO, Way.WECHAT)) {
            affairs.add(
                            box.handler,
                            concern.id(),
                            AffairPart.Kind.RESPONSE,
                            way,
                            today,
                            "十一月十五日供暖。",
                            "https://weibo.example/1")
                    .value();
        }
        assertThat(counted("fact_concern", "ref", "affair:" + concern.id())).isZero();

        parts.of(concern.id()).forEach(part -> affairs.settle(box.leader, part.id(), AffairPart.State.RELEASED)
                .value());

        assertThat(counted("fact_concern", "ref", "affair:" + concern.id())).isOne();
        assertThat(counted("fact_response", "concern", "affair:" + concern.id()))
                .isEqualTo(2);
        mvc.perform(get("/concerns/" + concern.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("微信")));
        mvc.perform(get("/concerns")).andExpect(content().string(containsString("供暖" + mark)));
        mvc.perform(get("/conferences/" + concern.id())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/affairs/" + concern.id())).andExpect(content().string(containsString("WEIBO")));
        mvc.perform(get("/interaction/feed.atom")).andExpect(content().string(containsString("供暖" + mark)));
        mvc.perform(get("/sitemap.xml")).andExpect(content().string(containsString("/sitemap/affairs-0.xml")));
        mvc.perform(get("/sitemap/affairs-0.xml"))
                .andExpect(content().string(containsString("/concerns/" + concern.id() + "</loc>")));
        mvc.perform(get("/sitemap/nobodys-0.xml")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsAnnouncedIsFoundEverywhereAndReadByEverybody(AffairKind kind) throws Exception {
        String title = "公布" + mark + kind;
        Affair affair = published(kind, announced(kind, title));

        Await.until(
                () -> search
                        .find(SearchQuery.of(title, SearchQuery.Sort.RELEVANCE, 10), Set.of(VisibilityGate.PUBLIC))
                        .hits()
                        .stream()
                        .anyMatch(hit -> hit.url().equals(affair.href())));
        for (String list :
                List.of("/interaction", "/interaction/feed.atom", "/api/v1/affairs", "/sitemap/affairs-0.xml")) {
            mvc.perform(get(list)).andExpect(content().string(containsString(affair.href())));
        }
        Page window = Browser.desk();
        Accessibility axe = Accessibility.in(window);
        window.navigate("http://localhost:" + port + affair.href());
        assertThat(axe.violations(List.of("", "elder", "contrast"))).isEmpty();
        window.context().close();
    }

    private AffairContent announced(AffairKind kind, String title) {
        AffairContent plain = AffairContent.of(title, "向社会公布的事项和安排。");
        return switch (kind) {
            case CONCERN -> plain;
            case CONSULTATION -> plain.lasting(today, today.plusDays(31), ConsultationBasis.MAJOR_DECISION);
            case RATING -> plain.lasting(today, today.plusDays(20), null);
            case CONFERENCE, INTERVIEW ->
                new AffairContent(
                        title,
                        "介绍有关情况。",
                        today.plusDays(9),
                        null,
                        "10:00",
                        "会议室",
                        today.plusDays(7),
                        null,
                        "",
                        List.of(new Participant("负责同志", "局长", true)));
        };
    }

    private int counted(String view, String column, String value) {
        return jdbc.sql("select count(*) from engagement." + view + " where " + column + " = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoWroteItDoesNotReleaseIt() {
        Affair draft = affairs.create(
                        box.office, AffairKind.CONCERN, box.department.id(), AffairContent.of("停电" + mark, "停电检修。"))
                .value();
        Affair submitted = affairs.act(box.office, draft.id(), draft.version(), AffairAction.SUBMIT, "")
                .value();
        assertThat(keys(affairs.act(box.office, draft.id(), submitted.version(), AffairAction.PUBLISH, "")))
                .containsExactly("engagement.affair.refused.own");
        Affair published = affairs.act(box.leader, draft.id(), submitted.version(), AffairAction.PUBLISH, "")
                .value();
        affairs.add(box.office, published.id(), AffairPart.Kind.RESPONSE, Way.PRESS, today, "已恢复供电。", "")
                .value();
        long part = parts.of(published.id()).get(0).id();
        assertThat(keys(affairs.settle(box.office, part, AffairPart.State.RELEASED)))
                .containsExactly("engagement.affair.refused.own");
        assertThat(keys(affairs.settle(box.handler, part, AffairPart.State.RELEASED)))
                .containsExactly("engagement.affair.refused.role");
        assertThat(affairs.find(box.stranger, published.id())).isEmpty();
    }

    @Test
    void aConsultationBelowThirtyDaysIsRefusedWithItsArticle() {
        AffairContent short29 = AffairContent.of("办法草案" + mark, "草案全文。")
                .lasting(today, today.plusDays(29), ConsultationBasis.MAJOR_DECISION);
        Affair draft = draft(AffairKind.CONSULTATION, short29);
        assertThat(keys(affairs.act(box.handler, draft.id(), draft.version(), AffairAction.SUBMIT, "")))
                .containsExactly("engagement.affair.refused.days.MAJOR_DECISION");
        Affair explained = affairs.change(box.handler, draft.id(), draft.version(), short29.shortened("防汛情况紧急"))
                .value();
        assertThat(affairs.act(box.handler, draft.id(), explained.version(), AffairAction.SUBMIT, "")
                        .done())
                .isTrue();

        for (ConsultationBasis basis : List.of(ConsultationBasis.RULES_DRAFT, ConsultationBasis.MARKET_ENTITIES)) {
            Affair other = draft(
                    AffairKind.CONSULTATION,
                    AffairContent.of("规定" + mark, "草案全文。")
                            .lasting(today, today.plusDays(29), basis)
                            .shortened("想快一点"));
            assertThat(keys(affairs.act(box.handler, other.id(), other.version(), AffairAction.SUBMIT, "")))
                    .as("no law lets it be shortened")
                    .containsExactly("engagement.affair.refused.days." + basis);
            Affair enough = draft(
                    AffairKind.CONSULTATION,
                    AffairContent.of("规定" + mark, "草案全文。").lasting(today, today.plusDays(30), basis));
            assertThat(affairs.act(box.handler, enough.id(), enough.version(), AffairAction.SUBMIT, "")
                            .done())
                    .isTrue();
        }
        Affair other = draft(
                AffairKind.CONSULTATION,
                AffairContent.of("方案" + mark, "方案全文。").lasting(today, today.plusDays(7), ConsultationBasis.OTHER));
        assertThat(affairs.act(box.handler, other.id(), other.version(), AffairAction.SUBMIT, "")
                        .done())
                .isTrue();
    }

    @Test
    void opinionsAreReceivedPreparedByOneAndShownByAnotherWithWhatBecameOfThem() throws Exception {
        Affair open = published(
                AffairKind.CONSULTATION,
                AffairContent.of("停车办法" + mark, "草案全文。")
                        .lasting(today, today.plusDays(30), ConsultationBasis.MAJOR_DECISION));
        send(
                        "/consultations/" + open.id() + "/opinions",
                        "contribution",
                        "198.51.100.7",
                        "text",
                        "建议延长免费时间<script>alert(1)</script>",
                        "contact",
                        "13805208888")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已经收到")));
        Contribution sent = contributionTable.of(open.id(), 10).get(0);
        assertThat(contributionTable.own(sent.id()).contact()).isEqualTo("13805208888");
        mvc.perform(get("/consultations/" + open.id())).andExpect(content().string(not(containsString("建议延长免费时间"))));

        assertThat(keys(contributions.prepare(box.handler, sent.id(), sent.version(), "建议延长免费时间", "", null)))
                .containsExactly("engagement.contribution.refused.adoption");
        contributions
                .prepare(box.handler, sent.id(), sent.version(), "建议延长免费时间", "改为两小时。", Contribution.Adoption.ADOPTED)
                .value();
        assertThat(keys(contributions.settle(box.handler, sent.id(), sent.version() + 1, Contribution.State.SHOWN)))
                .contains("engagement.affair.refused.role");
        contributions
                .settle(box.leader, sent.id(), sent.version() + 1, Contribution.State.SHOWN)
                .value();

        mvc.perform(get("/consultations/" + open.id()))
                .andExpect(content().string(containsString("改为两小时")))
                .andExpect(content().string(containsString("采纳 1 条")))
                .andExpect(content().string(not(containsString("13805208888"))));
        Console.of(mvc, box.handler)
                .open("/console/engagement/" + open.id())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("13805208888"))));
        assertThat(keys(affairs.add(box.handler, open.id(), AffairPart.Kind.SUMMARY, null, today, "结果", "")))
                .containsExactly("engagement.affair.refused.tooEarly");
    }

    @Test
    void aConferenceTakesQuestionsBeforehandAndCountsWhenItIsRecorded() throws Exception {
        AffairContent content = AffairContent.of("新闻发布会" + mark, "介绍民生实事进展。")
                .held(
                        today,
                        "14:30",
                        "区政府会议室",
                        today,
                        List.of(new Participant("某区长", "区长", true), new Participant("某局长", "局长", false)));
        Affair conference = published(AffairKind.CONFERENCE, content);
        send("/conferences/" + conference.id() + "/questions", "contribution", "198.51.100.8", "text", "请问学校什么时候建成？")
                .andExpect(status().isOk());
        assertThat(contributionTable.of(conference.id(), 10)).hasSize(1);
        assertThat(counted("fact_conference", "ref", "affair:" + conference.id()))
                .isZero();

        affairs.add(box.handler, conference.id(), AffairPart.Kind.RECORD, null, today, "区长介绍了情况。", "")
                .value();
        assertThat(keys(affairs.add(
                        box.handler,
                        conference.id(),
                        AffairPart.Kind.REPLAY,
                        null,
                        today,
                        "回放",
                        "javascript:alert(1)")))
                .containsExactly("engagement.affair.refused.reference");
        affairs.settle(box.leader, parts.of(conference.id()).get(0).id(), AffairPart.State.RELEASED)
                .value();

        assertThat(jdbc.sql("select principal from engagement.fact_conference where ref = ?")
                        .param("affair:" + conference.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        mvc.perform(get("/conferences/" + conference.id()))
                .andExpect(content().string(containsString("主要负责同志")))
                .andExpect(content().string(containsString("区长介绍了情况")));
    }

    @Test
    void oneAddressRatesAnOrganOnceAndResultsWaitForTheEnd() throws Exception {
        Affair rating = published(
                AffairKind.RATING, AffairContent.of("年度评议" + mark, "请评价各机关。").lasting(today, today.plusDays(10), null));
        String organ = String.valueOf(box.department.id().value());
        String votesAddress = "/ratings/" + rating.id() + "/votes";
        send(votesAddress, "vote", "198.51.100.20", "organ", organ, "score", "5")
                .andExpect(status().isOk());
        send(votesAddress, "vote", "198.51.100.20", "organ", organ, "score", "1")
                .andExpect(status().is(422));
        send(votesAddress, "vote", "2001:db8:1:2::1", "organ", organ, "score", "4")
                .andExpect(status().isOk());
        send(votesAddress, "vote", "2001:db8:1:2:ffff::9", "organ", organ, "score", "4")
                .andExpect(status().is(422));
        assertThat(votes.count(rating.id())).isEqualTo(2);
        assertThat(ratings.results(rating)).isEmpty();
        mvc.perform(post(votesAddress).param("organ", organ).param("score", "5"))
                .andExpect(status().is(422));
        assertThat(jdbc.sql(
                                "select string_agg(encode(voter, 'escape'), '') from engagement.rating_vote where affair_id = ?")
                        .param(rating.id())
                        .query(String.class)
                        .single())
                .doesNotContain("198.51.100.20");

        jdbc.sql("update engagement.affair set starts_on = starts_on - 20, ends_on = ends_on - 20 where id = ?")
                .param(rating.id())
                .update();
        Affair over = affairs.published(rating.id()).orElseThrow();
        assertThat(ratings.results(over))
                .as("fewer than five ratings are not told")
                .isEmpty();
        assertThat(keys(ratings.rate(rating.id(), box.department.id().value(), 5, "198.51.100.99")))
                .containsExactly("engagement.vote.refused.closed");
    }

    @Test
    void anAffairIsLinkedToALetterAndKeptInTheConsole() throws Exception {
        Letter letter = box.published(
                box.answered(box.written("供水" + mark, "什么时候来水？"), "今晚八点。"), "供水" + mark, "什么时候来水？", "今晚八点。");
        Console handler = Console.of(mvc, box.handler);
        String address = handler.submit(
                        "/console/engagement",
                        "kind",
                        "CONCERN",
                        "organ",
                        String.valueOf(box.department.id().value()),
                        "title",
                        "停水回应" + mark,
                        "about",
                        "多个小区停水。")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        handler.submit(address + "/links", "what", "/letters/" + letter.id()).andExpect(status().is3xxRedirection());
        handler.submit(address + "/links", "what", "没有的编号").andExpect(status().isConflict());
        handler.submit(address + "/acts/submit", "version", "1");
        Console.of(mvc, box.leader)
                .submit(address + "/acts/publish", "version", "2")
                .andExpect(status().is3xxRedirection());
        String id = address.substring(address.lastIndexOf('/') + 1);
        mvc.perform(get("/concerns/" + id)).andExpect(content().string(containsString("/letters/" + letter.id())));
        handler.open("/console/engagement").andExpect(content().string(containsString("停水回应" + mark)));
        handler.open("/console/engagement/new?kind=CONSULTATION").andExpect(status().isOk());
    }

    private ResultActions send(String address, String form, String from, String... fields) throws Exception {
        GuardedForm open = guard.open(form);
        MockHttpServletRequestBuilder request = post(address)
                .param("guard-token", open.token())
                .param("guard-answer", String.valueOf(open.first() + open.second()))
                .with(sent -> {
                    sent.setRemoteAddr(from);
                    return sent;
                });
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }
}
