package org.yangguang.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.remedy.RemedyOutcome.Done;
import org.yangguang.remedy.RemedyOutcome.Refused;
import org.yangguang.request.Case;
import org.yangguang.request.Desk;
import org.yangguang.request.ReplyContent;
import org.yangguang.request.ReplyKind;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

/** From a reply that does not satisfy to the end of the lawsuit about it. */
@YangguangTest
class RemediesTests {

    private static final LocalDate SERVED_2016 = LocalDate.of(2016, 3, 1);
    private static final LocalDate SERVED_2024 = LocalDate.of(2024, 3, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    Remedies remedies;

    @Autowired
    RemedyPeriods periods;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    private Desk desk;
    private int forms;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
    }

    @Test
    void aReconsiderationOfAReplyRunsFromItsFilingToItsResultWithItsOwnDays() {
        Case closed = closed(SERVED_2016, ReplyKind.TRADE_SECRET);
        Remedy filed = filed(reconsideration(closed, LocalDate.of(2016, 3, 20)));
        assertThat(filed.organ()).isEqualTo(desk.organ.id());
        assertThat(periods.reconsiderationUntil(SERVED_2016)).isEqualTo(LocalDate.of(2016, 5, 3));

        Remedy admitted = done(filed, RemedyAct.ADMIT, LocalDate.of(2016, 3, 25), null);
        Remedy copied = done(admitted, RemedyAct.RECEIVE_COPY, LocalDate.of(2016, 3, 28), null);
        assertThat(due(copied, RemedyPeriods.What.ANSWER)).isEqualTo(LocalDate.of(2016, 4, 7));
        assertThat(due(copied, RemedyPeriods.What.DECIDE)).isEqualTo(LocalDate.of(2016, 5, 24));
        Remedy extended = done(copied, RemedyAct.EXTEND, LocalDate.of(2016, 5, 20), null);
        assertThat(due(extended, RemedyPeriods.What.DECIDE)).isEqualTo(LocalDate.of(2016, 6, 23));
        Remedy decided = done(extended, RemedyAct.DECIDE, LocalDate.of(2016, 6, 20), Ending.MEDIATED);

        assertThat(decided.state()).isEqualTo(RemedyState.DECIDED);
        assertThat(due(decided, RemedyPeriods.What.SUE_AFTER)).isEqualTo(LocalDate.of(2016, 7, 5));
        assertThat(refused(decided, RemedyAct.DECIDE, LocalDate.of(2016, 6, 21), Ending.UPHELD))
                .contains("remedy.refused.state");
        assertThat(row(decided))
                .containsEntry("row_2014", "4.3")
                .containsEntry("result", "OTHER")
                .containsEntry("occurred_on", java.sql.Date.valueOf("2016-03-20"));
        assertThat(remedies.history(decided)).hasSize(decided.version());
    }

    @Test
    void since2024ARefusalGoesToReconsiderationBeforeACourt() {
        Case closed = closed(SERVED_2024, ReplyKind.TRADE_SECRET);
        Filing direct = lawsuit(closed, LocalDate.of(2024, 4, 1), "", false);
        assertThat(refused(direct)).containsExactly("remedy.refused.reconsiderationFirst");
        Remedy before = filed(reconsideration(closed, LocalDate.of(2024, 3, 20)));
        Remedy after = filed(lawsuit(closed, LocalDate.of(2024, 6, 1), before.number(), false));

        assertThat(row(after)).containsEntry("route", "AFTER_RECONSIDERATION");
        assertThat(row(filed(lawsuit(closed, LocalDate.of(2024, 4, 1), "", true))))
                .containsEntry("route", "DIRECT");
        assertThat(periods.reconsiderationFirst(ReplyKind.TRADE_SECRET, LocalDate.of(2023, 12, 31)))
                .isFalse();
        assertThat(Arrays.stream(ReplyKind.values()).filter(kind -> periods.reconsiderationFirst(kind, SERVED_2024)))
                .containsExactlyInAnyOrder(
                        ReplyKind.GRANTED_IN_PART,
                        ReplyKind.STATE_SECRET,
                        ReplyKind.OTHER_LAW,
                        ReplyKind.SECURITY_AND_STABILITY,
                        ReplyKind.TRADE_SECRET,
                        ReplyKind.PRIVACY,
                        ReplyKind.INTERNAL_AFFAIRS,
                        ReplyKind.INFORMATION_IN_PROCESS,
                        ReplyKind.ENFORCEMENT_FILE);
    }

    @Test
    void theOrganAnswersWithinTenWorkingDaysSince2024AndWithinFifteenDaysBeforeACourt() {
        Case closed = closed(SERVED_2024, ReplyKind.DOES_NOT_EXIST);
        Remedy reconsideration = done(
                filed(reconsideration(closed, LocalDate.of(2024, 3, 20))),
                RemedyAct.RECEIVE_COPY,
                LocalDate.of(2024, 3, 22),
                null);
        Remedy lawsuit = done(
                filed(lawsuit(closed, LocalDate.of(2024, 3, 20), "", false)),
                RemedyAct.RECEIVE_COPY,
                LocalDate.of(2024, 3, 22),
                null);

        assertThat(due(reconsideration, RemedyPeriods.What.ANSWER)).isEqualTo(LocalDate.of(2024, 4, 8));
        assertThat(due(lawsuit, RemedyPeriods.What.ANSWER)).isEqualTo(LocalDate.of(2024, 4, 7));
        assertThat(periods.suitUntil(SERVED_2024)).isEqualTo(LocalDate.of(2024, 9, 2));
    }

    @Test
    void everyReasonIsToldAtOnceAndTheSameFormTwiceIsOneRemedy() {
        Filing bad = new Filing(
                RemedyKind.LITIGATION,
                "2999-99999",
                null,
                " ",
                "",
                LocalDate.of(2999, 1, 1),
                "R2999-0001",
                "",
                true,
                "bad-" + desk.organ.id().value());
        assertThat(refused(bad))
                .containsExactlyInAnyOrder(
                        "remedy.refused.future",
                        "remedy.refused.organ",
                        "remedy.refused.case",
                        "remedy.refused.authority",
                        "remedy.refused.follows",
                        "remedy.refused.despiteWords");
        Filing good = reconsideration(closed(SERVED_2016, ReplyKind.PRIVACY), LocalDate.of(2016, 3, 20));
        Remedy first = filed(good);

        assertThat(remedies.file(desk.handler(), good)).isEqualTo(new Done(first.id(), 1));
        assertThat(refused(first, RemedyAct.DECIDE, LocalDate.of(2016, 3, 21), Ending.UPHELD))
                .containsExactly("remedy.refused.notAdmittedYet");
        assertThat(remedies.act(desk.handler(), first.id(), 7, RemedyAct.NOTE, LocalDate.of(2016, 3, 21), null, "备注"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anEndingCountsInCodeAsInTheData() {
        Map<String, Map<String, Object>> rows =
                jdbc.sql("select * from remedy.ending_row").query().listOfRows().stream()
                        .collect(Collectors.toMap(row -> row.get("kind") + " " + row.get("ending"), row -> row));
        Set<String> all = new TreeSet<>();
        for (RemedyKind kind : RemedyKind.values()) {
            for (Ending ending : Ending.of(kind)) {
                String name = kind + " " + ending;
                all.add(name);
                assertThat(rows.get(name))
                        .as(name)
                        .containsEntry("result", ending.result(kind).name())
                        .containsEntry("row_2014", ending.row2014(kind));
            }
        }
        assertThat(rows.keySet()).isEqualTo(all);
        assertThat(rows.values().stream().map(row -> row.get("row_2014")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "6");
    }

    @Test
    void anOfficerOfOneOrganSeesNoRemedyOfAnotherOnAnyPath() throws Exception {
        Remedy remedy = filed(reconsideration(closed(SERVED_2016, ReplyKind.PRIVACY), LocalDate.of(2016, 3, 20)));
        Officer stranger = Desk.open(context).officer(Role.DISCLOSURE_OFFICE);
        Officer administrator = desk.officer(Role.SYSTEM_ADMINISTRATOR);
        int tried = 0;
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/console/remedies/{id")) {
                    String address = path.replaceAll(
                                    "\\{id[^}]*}", String.valueOf(remedy.id().value()))
                            .replace("{path}", "note");
                    boolean posted = mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
                    for (Officer officer : List.of(stranger, administrator)) {
                        assertThat(answer(officer, address, posted).getStatus())
                                .as(address)
                                .isEqualTo(404);
                    }
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(2);
        assertThat(body(answer(stranger, "/console/remedies", false))).doesNotContain(remedy.number());
        assertThat(body(answer(stranger, "/console/remedies/new", false))).doesNotContain(remedy.caseNumber());
        assertThat(refused(
                        new Filing(
                                RemedyKind.COMPLAINT,
                                remedy.caseNumber(),
                                null,
                                "区督查室",
                                "",
                                SERVED_2016.plusDays(9),
                                "",
                                "",
                                false,
                                "other-" + remedy.number()),
                        stranger))
                .contains("remedy.refused.case");
        assertThat(body(answer(desk.handler(), "/console/remedies", false))).contains(remedy.number());
    }

    @Test
    void aComplaintIsRegisteredAndDecidedAtTheConsole() throws Exception {
        MockHttpServletResponse wrong = post("/console/remedies", "kind", "COMPLAINT", "filedOn", "2022-05-06");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(body(wrong)).contains("请填写复议机关、法院或者监督部门的名称");
        String address = post(
                        "/console/remedies",
                        "kind",
                        "COMPLAINT",
                        "filedOn",
                        "2022-05-06",
                        "organ",
                        String.valueOf(desk.organ.id().value()),
                        "authority",
                        "区政府办公室",
                        "words",
                        "答复超期",
                        "submission",
                        "complaint-" + desk.organ.id().value())
                .getRedirectedUrl();
        assertThat(body(answer(desk.handler(), address, false))).contains("答复超期", "区政府办公室");
        assertThat(post(address + "/acts/admit", "version", "1", "on", "2022-05-09")
                        .getRedirectedUrl())
                .isEqualTo(address);
        post(address + "/acts/decide", "version", "2", "on", "2022-05-20", "ending", "FOUNDED");

        assertThat(body(answer(desk.handler(), address, false))).contains("属实，已责令改正", "统计为：结果纠正");
        assertThat(jdbc.sql("select count(*) from audit.entry where action like 'remedy.%' and subject = ?")
                        .param("remedy.remedy:" + address.substring(address.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private MockHttpServletResponse post(String address, String... fields) throws Exception {
        var form = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(address);
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form.with(csrf()).with(Officers.as(desk.handler())))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(Officer officer, String address, boolean posted) throws Exception {
        var request = posted
                ? org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(address)
                        .param("version", "1")
                        .param("on", "2016-03-21")
                        .with(csrf())
                : get(address);
        return mvc.perform(request.with(Officers.as(officer))).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private Case closed(LocalDate day, ReplyKind kind) {
        return desk.served(desk.inHand(day), day, ReplyContent.of(kind, "依据条款", "理由", "正文"));
    }

    private Filing reconsideration(Case known, LocalDate on) {
        return new Filing(
                RemedyKind.RECONSIDERATION,
                known.number(),
                null,
                "区人民政府",
                "〔2016〕复3号",
                on,
                "",
                "请求撤销答复",
                false,
                form());
    }

    private Filing lawsuit(Case known, LocalDate on, String follows, boolean despite) {
        return new Filing(
                RemedyKind.LITIGATION, known.number(), null, "区人民法院", "", on, follows, "请求撤销答复", despite, form());
    }

    private String form() {
        return "remedy-" + desk.organ.id().value() + "-" + forms++;
    }

    private Remedy filed(Filing filing) {
        if (remedies.file(desk.handler(), filing) instanceof Done done) {
            return remedies.find(desk.handler(), done.id()).orElseThrow();
        }
        throw new AssertionError("refused: " + refused(filing));
    }

    private Remedy done(Remedy remedy, RemedyAct act, LocalDate on, Ending ending) {
        RemedyOutcome outcome = remedies.act(desk.handler(), remedy.id(), remedy.version(), act, on, ending, "");
        assertThat(outcome).isInstanceOf(Done.class);
        return remedies.find(desk.handler(), remedy.id()).orElseThrow();
    }

    private List<String> refused(Remedy remedy, RemedyAct act, LocalDate on, Ending ending) {
        return keys(remedies.act(desk.handler(), remedy.id(), remedy.version(), act, on, ending, ""));
    }

    private List<String> refused(Filing filing) {
        return refused(filing, desk.handler());
    }

    private List<String> refused(Filing filing, Officer officer) {
        return keys(remedies.file(officer, filing));
    }

    private static List<String> keys(RemedyOutcome outcome) {
        return ((Refused) outcome)
                .reasons().stream().map(RemedyOutcome.Reason::key).toList();
    }

    private LocalDate due(Remedy remedy, RemedyPeriods.What what) {
        return periods.of(remedy).stream()
                .filter(term -> term.what() == what)
                .findFirst()
                .orElseThrow()
                .due();
    }

    private Map<String, Object> row(Remedy remedy) {
        return jdbc.sql("select * from remedy.fact_remedy where ref = ?")
                .param(remedy.number())
                .query()
                .singleRow();
    }
}
