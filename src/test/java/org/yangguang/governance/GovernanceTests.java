package org.yangguang.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.governance.Coverage.State;
import org.yangguang.governance.Filing.Post;
import org.yangguang.organ.Organ;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class GovernanceTests {

    @Autowired
    Filings filings;

    @Autowired
    Cover cover;

    @Autowired
    LeadingGroup group;

    @Autowired
    Gatherings gatherings;

    @Autowired
    ReadingPoints points;

    @Autowired
    Funds funds;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Organ organ;
    private Officer keeper;
    private LocalDate today;

    @BeforeEach
    void found() {
        organ = organs.root();
        keeper = officers.in(organ.id(), Role.DISCLOSURE_OFFICE);
        today = LocalDate.now(clock);
    }

    @Test
    void anEmptyPostAndAnAbsenceWithoutCoverAreShownAtOnce() {
        assertThat(now().state()).isEqualTo(State.UNCOVERED);
        assertThat(now().missing()).containsExactly(Post.values());
        long a = file(Post.A, "甲", null);
        assertThat(now().state()).isEqualTo(State.NO_SUBSTITUTE);
        long b = file(Post.B, "乙", null);
        assertThat(now().state()).isEqualTo(State.COVERED);
        assertThat(now().gap()).as("head and deputy are missing").isTrue();

        done(filings.absent(keeper, a, today, today.plusDays(3), "年休假"));
        assertThat(now().state()).isEqualTo(State.B_ACTS);
        assertThat(now().absentUntil()).isEqualTo(today.plusDays(3));
        long away = done(filings.absent(keeper, b, today, today, "外出"));
        assertThat(now().state()).isEqualTo(State.UNCOVERED);
        done(filings.back(keeper, away));
        assertThat(now().state()).isEqualTo(State.B_ACTS);
    }

    @Test
    void whileAIsAwayBActsAtTheConsoleAndOnlyThen() throws Exception {
        Officer a = officers.in(organ.id(), Role.DISCLOSURE_OFFICE, Role.LEADER);
        Officer b = officers.in(organ.id(), Role.SECRECY_OFFICER);
        long first = file(Post.A, "甲", a.login());
        file(Post.B, "乙", b.login());
        Console console = Console.of(mvc, b);
        console.open("/console/governance").andExpect(status().isForbidden());

        long away = done(filings.absent(keeper, first, today, today, "培训"));
        console.open("/console/governance").andExpect(status().isOk());
        console.open("/console/organs/" + organ.id().value()).andExpect(status().isOk());

        done(filings.back(keeper, away));
        console.open("/console/governance").andExpect(status().isForbidden());
    }

    @Test
    void aPostIsHeldByOneAndWhoLeavesHandsOver() {
        long first = file(Post.A, "甲", null);
        assertThat(keys(filings.file(keeper, typed(Post.A, "乙", "", today))))
                .containsExactly("governance.refused.taken");
        assertThat(keys(filings.file(keeper, typed(null, " ", "没有这个账号", null))))
                .containsExactly(
                        "governance.refused.person",
                        "governance.refused.day",
                        "governance.refused.post",
                        "governance.refused.login");
        done(filings.end(keeper, first, today, "调离"));
        long second = done(filings.file(keeper, typed(Post.A, "乙", "", today)));

        assertThat(keys(filings.handOver(keeper, second, first, today, List.of("files"), "")))
                .containsExactly("governance.refused.follows");
        long noted = done(filings.handOver(keeper, first, second, today, List.of("accounts", "files"), "一件申请待答复"));
        assertThat(keys(filings.handOver(keeper, first, second, today, List.of("files"), "")))
                .containsExactly("governance.refused.handedOver");
        done(filings.accept(keeper, noted));
        assertThat(keys(filings.accept(keeper, noted))).containsExactly("governance.refused.accepted");
        assertThat(filings.handOvers(organ.id())).singleElement().satisfies(each -> {
            assertThat(each.accepted()).isTrue();
            assertThat(each.pending()).isEqualTo("一件申请待答复");
        });
        assertThat(now().changes()).isOne();
    }

    @Test
    void whoComesIsCountedByTheListOrByTheHeads() {
        assertThat(keys(gatherings.note(keeper, new Gatherings.Typed(organ.id(), null, " ", "", null, "", -1))))
                .containsExactly(
                        "governance.refused.title",
                        "governance.refused.day",
                        "governance.refused.heads",
                        "governance.refused.kind");
        long id = done(gatherings.note(
                keeper, new Gatherings.Typed(organ.id(), Gathering.Kind.CENTRAL, "条例培训", "会议室", today, "学习条例", 0)));
        assertThat(keys(gatherings.move(keeper, id, 1, Gathering.Action.HOLD)))
                .containsExactly("governance.refused.headsMissing");
        assertThat(keys(gatherings.attend(keeper, id, 1, "只有单位\n" + organ.shortName() + " 张三")))
                .containsExactly("governance.refused.line");
        done(gatherings.attend(keeper, id, 1, organ.shortName() + " 张三\n\n别的单位，李四"));
        done(gatherings.move(keeper, id, 2, Gathering.Action.HOLD));
        assertThat(keys(gatherings.move(keeper, id, 3, Gathering.Action.CANCEL)))
                .containsExactly("governance.refused.state");
        assertThat(keys(gatherings.change(
                        keeper,
                        id,
                        3,
                        new Gatherings.Typed(organ.id(), Gathering.Kind.CENTRAL, "条例培训", "", today, "", 1))))
                .containsExactly("governance.refused.fewer");

        assertThat(fact("governance.fact_training", "sum(heads)")).isEqualTo(2);
        assertThat(fact("governance.fact_training", "count(*) filter (where is_class)"))
                .isOne();
        assertThat(fact("governance.fact_meeting", "count(*)")).isZero();
    }

    @Test
    void everyMoveOfAGatheringThatIsNotDeclaredIsRefused() {
        for (Gathering.State state : Gathering.State.values()) {
            for (Gathering.Action action : Gathering.Action.values()) {
                assertThat(Gathering.after(state, action).isPresent())
                        .as(state + " " + action)
                        .isEqualTo(state == Gathering.State.PLANNED);
            }
        }
    }

    @Test
    void readersFindReadingPointsWhileTheyAreOpen() throws Exception {
        String name = "档案馆查阅中心" + organ.code();
        long id = done(points.open(
                keeper,
                new ReadingPoints.Typed(
                        organ.id(),
                        name,
                        null,
                        "人民路1号",
                        "工作日 9:00-17:00",
                        "",
                        List.of("paper", "nonsense"),
                        "",
                        today)));
        mvc.perform(get("/reading-points")).andExpect(content().string(containsString(name)));
        assertThat(fact("governance.fact_reading_point", "count(*) filter (where until_on is null)"))
                .isOne();

        done(points.close(keeper, id, today));
        mvc.perform(get("/reading-points")).andExpect(content().string(not(containsString(name))));
        assertThat(keys(points.open(
                        keeper, new ReadingPoints.Typed(organ.id(), "", null, "", "", "", List.of(), "", null))))
                .containsExactly(
                        "governance.refused.pointName",
                        "governance.refused.address",
                        "governance.refused.hours",
                        "governance.refused.services",
                        "governance.refused.day");
    }

    @Test
    void fundsOfTheWorkAreFactsAndWhatIsStruckIsNone() {
        long id = done(funds.note(keeper, organ.id(), today, Fund.Purpose.WORK, new BigDecimal("20000"), "平台升级"));
        done(funds.note(keeper, organ.id(), today, Fund.Purpose.WEBSITE, new BigDecimal("5000.50"), "网站维护"));
        assertThat(keys(funds.note(keeper, organ.id(), today, Fund.Purpose.WORK, new BigDecimal("1.005"), "零头")))
                .containsExactly("governance.refused.amount");
        assertThat(jdbc.sql("select sum(amount) from governance.fact_fund where organ_id = ? and purpose = 'WORK'")
                        .param(organ.id().value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2");
        done(funds.strike(keeper, id));
        assertThat(fact("governance.fact_fund", "count(*) filter (where purpose = 'WORK')"))
                .isZero();
    }

    @Test
    void theLeadingGroupHasOneHead() {
        done(group.appoint(keeper, organ.id(), Member.Rank.HEAD, "组长甲", "常务副区长", today));
        assertThat(keys(group.appoint(keeper, organ.id(), Member.Rank.HEAD, "组长乙", "区长", today)))
                .containsExactly("governance.refused.head");
        done(group.openOffice(keeper, organ.id(), "政府信息公开办公室", today));
        assertThat(keys(group.openOffice(keeper, organ.id(), "又一个", today)))
                .containsExactly("governance.refused.office");
        assertThat(fact("governance.fact_office", "count(*)")).isOne();
    }

    @Test
    void officersOfOtherOrgansAreKeptOut() throws Exception {
        Officer other = officers.in(organs.root().id(), Role.DISCLOSURE_OFFICE);
        assertThat(keys(filings.file(other, typed(Post.A, "甲", "", today))))
                .containsExactly("governance.refused.keeper");
        assertThat(keys(funds.note(other, organ.id(), today, Fund.Purpose.WORK, BigDecimal.ONE, "x")))
                .containsExactly("governance.refused.keeper");
        Console.of(mvc, other)
                .open("/console/governance/organs/" + organ.id().value())
                .andExpect(status().isNotFound());
        Console.of(mvc, officers.in(organ.id(), Role.HANDLER))
                .open("/console/governance")
                .andExpect(status().isForbidden());
    }

    @Test
    void aKeeperFilesAtTheConsoleAndEveryPageOpens() throws Exception {
        Console console = Console.of(mvc, keeper);
        String here = "/console/governance/organs/" + organ.id().value();
        console.submit(
                        here + "/filings",
                        "post",
                        "A",
                        "person",
                        "王公开",
                        "position",
                        "科员",
                        "fullTime",
                        "true",
                        "engaged",
                        "true",
                        "from",
                        today.toString())
                .andExpect(status().is3xxRedirection());
        console.submit(here + "/filings", "post", "A", "person", "再来一个", "position", "科员", "from", today.toString())
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("再来一个")));
        done(gatherings.note(
                keeper, new Gatherings.Typed(organ.id(), Gathering.Kind.MEETING, "推进会", "", today, "", 30)));
        for (String page : Set.of("", "/group", "/gatherings", "/reading-points", "/funds")) {
            console.open("/console/governance" + page).andExpect(status().isOk());
        }
        console.open(here).andExpect(content().string(containsString("王公开")));
        assertThat(jdbc.sql("select count(*) from governance.fact_officer where organ_id = ? and full_time")
                        .param(organ.id().value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private Coverage now() {
        return cover.today(organ);
    }

    private long fact(String view, String what) {
        return jdbc.sql("select coalesce(" + what + ", 0) from " + view + " where organ_id = ?")
                .param(organ.id().value())
                .query(Long.class)
                .single();
    }

    private long file(Post post, String person, @org.jspecify.annotations.Nullable String login) {
        return done(filings.file(keeper, typed(post, person, login == null ? "" : login, today.minusYears(2))));
    }

    private Filings.Typed typed(
            @org.jspecify.annotations.Nullable Post post,
            String person,
            String login,
            @org.jspecify.annotations.Nullable LocalDate from) {
        return new Filings.Typed(organ.id(), post, person, "科员", login, true, true, from);
    }

    private static long done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private static List<String> keys(Outcome outcome) {
        return outcome.reasons().stream().map(Reason::key).toList();
    }
}
