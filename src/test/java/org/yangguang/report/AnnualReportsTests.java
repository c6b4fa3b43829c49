package org.yangguang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.report.internal.VerifySignatureCommand;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.StatementDesk;
import org.yangguang.statistics.StatementEntries;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementOutcome;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.statistics.Statements;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;
import picocli.CommandLine;

@YangguangTest
class AnnualReportsTests {

    private static final int YEAR = 2023;
    private static final LocalDate DATED = LocalDate.of(2024, 1, 20);

    @Autowired
    ApplicationContext context;

    @Autowired
    AnnualReports reports;

    @Autowired
    ReportDesk desk;

    @Autowired
    Statements statements;

    @Autowired
    StatementDesk statementDesk;

    @Autowired
    StatementEntries entries;

    @Autowired
    Editions editions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private Office office;
    private StatementKey key;

    @BeforeEach
    void anOrgan() {
        office = Office.open(context);
        key = new StatementKey(office.organ, "2021", Period.year(YEAR), Coverage.ORGAN);
    }

    @Test
    void aReportGoesFromItsStatementThroughReviewToSignedFilesThatNeverChange() throws Exception {
        acceptStatement();
        writeTheRest();
        Outcome.Done draft = handedOver();
        publish(draft);
        Issue issue = frozen(1);

        String here = "/annual-reports/" + YEAR + "/" + office.organ.value();
        assertThat(issue.files()).extracting(Issue.IssueFile::format).containsExactlyInAnyOrder(ReportFormat.values());
        mvc.perform(get(here))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("六、其他需要报告的事项")))
                .andExpect(content().string(containsString("2024年1月20日")));
        mvc.perform(get("/annual-reports/" + YEAR)).andExpect(content().string(containsString(here)));
        Path signature = Files.write(folder.resolve("signature.json"), bytes(here + "/signature.json"));
        Path publicKey = Files.write(folder.resolve("key.pem"), bytes("/annual-reports/signing-key.pem"));
        for (Issue.IssueFile file : issue.files()) {
            Files.write(
                    folder.resolve(file.name()),
                    bytes(here + "/report." + file.format().ending()));
        }
        assertThat(verify(signature, publicKey)).contains("RIGHT").doesNotContain("CHANGED");
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'report.frozen' and subject = ?")
                        .param("report.issue:" + issue.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aReportIsHandedOverOnlyWithAnAcceptedStatementAndEveryReasonIsToldAtOnce() {
        write("overview", "全年办结 123 件，另有{{3.99.total}}件。");

        ReportOutcome outcome =
                desk.handOver(office.handler(), office.organ, YEAR, version(), LocalDate.of(YEAR, 12, 31));

        assertThat(reasons(outcome))
                .contains(
                        "report.refused.statement",
                        "report.refused.unknown",
                        "report.refused.empty",
                        "report.refused.number",
                        "report.refused.dated");
        assertThat(reports.picture(office.organ, YEAR).orElseThrow().state()).isEqualTo(ReportState.WRITING);
    }

    @Test
    void aTypedNumberMayStandWhenItsSourceIsNamed() {
        acceptStatement();
        writeTheRest();
        write("overview", "（一）主动公开\n组织培训148人次。");
        assertThat(reasons(desk.handOver(office.handler(), office.organ, YEAR, version(), DATED)))
                .containsExactly("report.refused.number");

        assertThat(desk.explain(office.handler(), office.organ, YEAR, version(), "overview", "148人次", "培训签到表"))
                .isInstanceOf(ReportOutcome.Done.class);

        assertThat(desk.handOver(office.handler(), office.organ, YEAR, version(), DATED))
                .isInstanceOf(ReportOutcome.Done.class);
    }

    @Test
    void ofTwoWhoWriteAtOnceTheSecondIsToldAndNothingOfTheFirstIsLost() {
        write("problems", "第一人所写。");

        ReportOutcome second = desk.write(office.handler(), office.organ, YEAR, 0, "problems", "第二人所写。");

        assertThat(reasons(second)).containsExactly("report.refused.changed");
        assertThat(chapter("problems").source()).isEqualTo("第一人所写。");
    }

    @Test
    void anEditionThatWasChangedDuringReviewIsPublishedButNotFrozen() throws Exception {
        acceptStatement();
        writeTheRest();
        Outcome.Done draft = handedOver();
        Edition edition = editions.find(draft.edition()).orElseThrow();
        EditionContent changed = withBody(edition.content(), edition.content().bodyHtml() + "<p>后来加的一句。</p>");
        Outcome.Done saved = (Outcome.Done) context.getBean(org.yangguang.disclosure.Drafts.class)
                .save(office.handler(), draft.edition(), draft.version(), changed);

        publish(saved);

        Await.until(() -> jdbc.sql(
                        "select exists (select from audit.entry where action = 'report.not-frozen' and subject = ?)")
                .param("report.report:" + report().id())
                .query(Boolean.class)
                .single());
        assertThat(report().state()).isEqualTo(ReportState.HANDED_OVER);
        mvc.perform(get("/annual-reports/" + YEAR + "/" + office.organ.value())).andExpect(status().isNotFound());
    }

    @Test
    void aCorrectionIsFrozenBesideTheReportThatItCorrects() {
        acceptStatement();
        writeTheRest();
        publish(handedOver());
        Issue first = frozen(1);

        assertThat(desk.reopen(office.handler(), office.organ, YEAR, version())).isInstanceOf(ReportOutcome.Done.class);
        write("problems", "更正后的内容。");
        publish(handedOver());

        Issue second = frozen(2);
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(reports.issues(office.organ, YEAR)).extracting(Issue::number).containsExactly(2, 1);
    }

    @Test
    void aWithdrawnReportIsOnNoPublicPageAndNoneOfItsFilesIsGivenOut() throws Exception {
        acceptStatement();
        writeTheRest();
        Outcome.Done published = publish(handedOver());
        frozen(1);
        String here = "/annual-reports/" + YEAR + "/" + office.organ.value();
        mvc.perform(get(here)).andExpect(status().isOk());

        office.done(
                office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.values()[0], "数字有误，更正后重新公布。"));

        mvc.perform(get(here)).andExpect(status().isNotFound());
        mvc.perform(get(here + "/report.pdf")).andExpect(status().isNotFound());
        mvc.perform(get(here + "/signature.json")).andExpect(status().isNotFound());
        mvc.perform(get("/annual-reports/" + YEAR)).andExpect(content().string(not(containsString(here))));
    }

    @Test
    void anOfficerOfAnotherOrganNeitherWritesNorHandsOver() {
        Office other = Office.open(context);

        assertThat(reasons(desk.write(other.handler(), office.organ, YEAR, 0, "problems", "x")))
                .containsExactly("report.refused.role");
        assertThat(reasons(desk.handOver(other.handler(), office.organ, YEAR, 0, DATED)))
                .containsExactly("report.refused.role");
        assertThat(desk.maySee(other.leader(), office.organ)).isFalse();
        assertThat(desk.maySee(office.leader(), office.organ)).isTrue();
    }

    @Test
    void emptyingAChapterBringsTheTemplateBack() {
        write("problems", "一些问题。");
        write("problems", "");

        assertThat(chapter("problems").own()).isFalse();
        assertThat(reasons(desk.write(office.handler(), office.organ, YEAR, version(), "nothing", "x")))
                .containsExactly("report.refused.chapter");
    }

    private void acceptStatement() {
        done(statementDesk.begin(office.disclosureOffice(), key));
        for (Cell cell : picture().scheme().cells()) {
            if (picture().figures().at(cell).isEmpty()) {
                done(entries.enter(office.disclosureOffice(), key, statementVersion(), cell, BigDecimal.ZERO, "本年无此项"));
                long entry = picture().entry(cell).orElseThrow().id();
                done(entries.decide(
                        office.leader(), key, statementVersion(), entry, StatementEntries.Decision.APPROVE));
            }
        }
        done(statementDesk.move(office.disclosureOffice(), key, statementVersion(), Action.SUBMIT, ""));
        done(statementDesk.move(office.districtOffice(), key, statementVersion(), Action.ACCEPT, ""));
    }

    private StatementPicture picture() {
        return statements.picture(key).orElseThrow();
    }

    private int statementVersion() {
        return statements.find(key).orElseThrow().version();
    }

    private void writeTheRest() {
        write("problems", "（一）存在的主要问题\n公众参与度不高。\n（二）改进情况\n拓展互动渠道。");
    }

    private void write(String chapter, String text) {
        assertThat(desk.write(office.handler(), office.organ, YEAR, version(), chapter, text))
                .isInstanceOf(ReportOutcome.Done.class);
    }

    private int version() {
        return reports.picture(office.organ, YEAR).orElseThrow().version();
    }

    private AnnualReport report() {
        return reports.picture(office.organ, YEAR).orElseThrow().report().orElseThrow();
    }

    private ReportPicture.Chapter chapter(String code) {
        return reports.picture(office.organ, YEAR).orElseThrow().chapters().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Outcome.Done handedOver() {
        assertThat(desk.handOver(office.handler(), office.organ, YEAR, version(), DATED))
                .isInstanceOf(ReportOutcome.Done.class);
        Edition draft = editions.find(report().edition()).orElseThrow();
        return new Outcome.Done(draft.item(), draft.id(), draft.state(), draft.version());
    }

    private Outcome.Done publish(Outcome.Done draft) {
        Outcome.Done submitted = office.done(office.handler(), draft, new Move.Submit("属于主动公开范围,建议公开。"));
        Outcome.Done cleared = office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉及国家秘密。"));
        return office.done(office.leader(), cleared, new Move.Approve("同意公开。"));
    }

    private Issue frozen(int number) {
        Await.until(() -> reports.issues(office.organ, YEAR).size() == number);
        return reports.issues(office.organ, YEAR).get(0);
    }

    private byte[] bytes(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String verify(Path signature, Path key) throws Exception {
        StringWriter output = new StringWriter();
        VerifySignatureCommand command = new VerifySignatureCommand();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(output, true));
        line.parseArgs(signature.toString(), "--key", key.toString());
        assertThat(command.run(null)).isZero();
        return output.toString();
    }

    private static void done(StatementOutcome outcome) {
        assertThat(outcome.done()).as(outcome.toString()).isTrue();
    }

    private static List<String> reasons(ReportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReportOutcome.Refused.class);
        return ((ReportOutcome.Refused) outcome)
                .reasons().stream().map(ReportOutcome.Reason::key).distinct().toList();
    }

    private static EditionContent withBody(EditionContent content, String body) {
        return new EditionContent(
                content.title(),
                content.summary(),
                body,
                content.documentNumber(),
                content.column(),
                content.subject(),
                content.genre(),
                content.audienceGroups(),
                content.formedOn(),
                content.normative(),
                content.issuedOn(),
                content.effectiveOn(),
                content.expiresOn(),
                content.repealedOn(),
                content.validity(),
                content.source(),
                content.keywords(),
                content.attribute(),
                content.legalBasis(),
                content.reviewAgainOn(),
                content.scope(),
                content.audience(),
                content.publishAt());
    }
}
