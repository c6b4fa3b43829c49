package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.organ.Organ;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementOutcome.Refused;
import org.yangguang.statistics.StatementTransitions.Action;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class StatementsTests {

    private static final Period YEAR = Period.year(2016);

    @Autowired
    Statements statements;

    @Autowired
    StatementDesk desk;

    @Autowired
    StatementEntries entries;

    @Autowired
    OpeningImport openings;

    @Autowired
    CellRecords records;

    @Autowired
    TestOrgans organs;

    @Autowired
    Officers officers;

    @Autowired
    TestDistrict district;

    @Autowired
    JdbcClient jdbc;

    private Organ root;
    private Organ organ;
    private Officer office;
    private Officer other;
    private Officer leader;
    private ColumnId column;
    private StatementKey key;

    @BeforeEach
    void anOrganWithThreeReleases() {
        root = organs.root();
        organ = organs.below(root);
        office = officers.in(organ.id(), Role.DISCLOSURE_OFFICE);
        other = officers.in(root.id(), Role.DISTRICT_OFFICE);
        leader = officers.in(organ.id(), Role.LEADER);
        column = district.column("统计");
        key = new StatementKey(organ.id(), "2014", YEAR, Coverage.ORGAN);
        ItemId twice = publish(LocalDate.of(2016, 3, 1));
        release(twice, Channel.WEIBO, LocalDate.of(2016, 3, 2));
        publish(LocalDate.of(2016, 12, 31));
        publish(LocalDate.of(2015, 12, 31));
    }

    private ItemId publish(LocalDate on) {
        return district.publish(
                organ.id(),
                Contents.in(column)
                        .titled("统计用的信息" + TestDistrict.unique())
                        .formed(on)
                        .content());
    }

    private void release(ItemId item, Channel channel, LocalDate on) {
        jdbc.sql("insert into disclosure.release (item_id, channel, released_on) values (?, ?, ?)")
                .params(item.value(), channel.name(), on)
                .update();
    }

    private StatementPicture picture() {
        return statements.picture(key).orElseThrow();
    }

    private static Cell cell(String row, String column) {
        return new Cell("main", row, column);
    }

    private BigDecimal figure(String row, String column) {
        return picture().figures().at(cell(row, column)).orElseThrow();
    }

    @Test
    void anInformationInSeveralWaysCountsOnceAndOnceByEachWay() {
        assertThat(figure("1.1", "year")).isEqualByComparingTo("2");
        assertThat(figure("1.2.2", "year")).isEqualByComparingTo("2");
        assertThat(figure("1.2.3", "year")).isEqualByComparingTo("1");
        assertThat(figure("1.2.1", "year")).isEqualByComparingTo("0");
    }

    @Test
    void aFigureOpensItsRecords() {
        Fill.Counted fill = (Fill.Counted) picture().scheme().fill(cell("1.1", "year"));

        CellRecords.Page page = records.page(key, fill, 0, 10);

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.records())
                .extracting(CellRecords.Record::on)
                .containsExactly(LocalDate.of(2016, 12, 31), LocalDate.of(2016, 3, 1));
        assertThat(page.records()).allSatisfy(record -> {
            assertThat(record.label()).startsWith("统计用的信息");
            assertThat(record.href()).startsWith("/console/items/");
        });
    }

    @Test
    void theStatementOfATreeAddsUpItsOrgansAndTakesWhatTheyHaveSubmitted() {
        StatementKey tree = new StatementKey(root.id(), "2014", YEAR, Coverage.SUBTREE);
        assertThat(statements.picture(tree).orElseThrow().figures().at(cell("1.1", "year")))
                .hasValueSatisfying(figure -> assertThat(figure).isEqualByComparingTo("2"));

        begin();
        correct("1.1", "year", "5");
        move(office, Action.SUBMIT);

        assertThat(statements.picture(tree).orElseThrow().figures().at(cell("1.1", "year")))
                .hasValueSatisfying(figure -> assertThat(figure).isEqualByComparingTo("5"));
    }

    @Test
    void aCorrectionStandsBesideTheCountedFigureOnceAnotherOfficerHasApprovedIt() {
        begin();
        assertThat(entries.enter(office, key, version(), cell("1.1", "year"), new BigDecimal("3"), "漏登一条"))
                .isInstanceOf(StatementOutcome.Done.class);
        assertThat(figure("1.1", "year")).isEqualByComparingTo("2");
        long entry = picture().entry(cell("1.1", "year")).orElseThrow().id();
        assertThat(reasons(entries.decide(office, key, version(), entry, StatementEntries.Decision.APPROVE)))
                .contains("statistics.refused.approver", "statistics.refused.own-entry");

        assertThat(entries.decide(leader, key, version(), entry, StatementEntries.Decision.APPROVE)
                        .done())
                .isTrue();

        assertThat(figure("1.1", "year")).isEqualByComparingTo("3");
        assertThat(picture().computed().at(cell("1.1", "year")))
                .hasValueSatisfying(figure -> assertThat(figure).isEqualByComparingTo("2"));
        assertThat(entries.drop(office, key, version(), cell("1.1", "year")).done())
                .isTrue();
        assertThat(figure("1.1", "year")).isEqualByComparingTo("2");
        assertThat(statements.entered(picture().statement().orElseThrow(), cell("1.1", "year")))
                .hasSize(1);
    }

    @Test
    void whatComesFromTheYearBeforeIsTakenFromAFileOrFromTheFrozenStatement() {
        assertThat(picture().figures().at(cell("1.1", "before"))).isEmpty();

        assertThat(openings.take(office, key.before(), "2015.csv", csv("row,column,value\n1.1,total,40\n8.1,total,3\n"))
                        .done())
                .isTrue();

        assertThat(figure("1.1", "before")).isEqualByComparingTo("40");
        assertThat(figure("1.1", "total")).isEqualByComparingTo("42");
        assertThat(figure("8.1", "before")).isEqualByComparingTo("3");
    }

    @Test
    void aFileWithMistakesIsRefusedWithEachLine() {
        StatementOutcome outcome = openings.take(
                office,
                key.before(),
                "2015.csv",
                csv("表,行代码,列,数值\nmain,1.1,total,4O\nmain,9.9,total,1\nmain,9.1,total,\n"));

        assertThat(reasons(outcome))
                .containsExactly("statistics.refused.opening.figure", "statistics.refused.opening.cell");
        assertThat(((Refused) outcome).reasons().get(0).arguments()).containsExactly(2, "4O");
        assertThat(reasons(openings.take(leader, key.before(), "x.csv", csv("row,column,value\n1.1,total,1\n"))))
                .containsExactly("statistics.refused.role");
    }

    @Test
    void errorsBlockAcceptanceAndAFrozenStatementStaysWhateverTheFactsDo() {
        openings.take(office, key.before(), "2015.csv", csv(opening()));
        begin();
        correct("3.1", "year", "1");
        move(office, Action.SUBMIT);
        assertThat(reasons(desk.move(other, key, version(), Action.ACCEPT, "")))
                .containsExactly("statistics.refused.errors");
        assertThat(reasons(desk.move(other, key, version(), Action.RETURN, " ")))
                .containsExactly("statistics.refused.opinion");
        move(other, Action.RETURN);
        correct("3.1", "year", "0");
        fillWhatIsNotCounted();
        move(office, Action.SUBMIT);
        assertThat(reasons(desk.move(office, key, version(), Action.ACCEPT, "")))
                .contains("statistics.refused.role", "statistics.refused.same-officer");
        move(other, Action.ACCEPT);
        move(other, Action.FREEZE);
        String hash = picture().statement().orElseThrow().contentHash();

        publish(LocalDate.of(2016, 5, 5));
        jdbc.sql("delete from disclosure.release where item_id in (select id from disclosure.item where organ_id = ?)")
                .param(organ.id().value())
                .update();

        assertThat(picture().state()).isEqualTo(StatementState.FROZEN);
        assertThat(figure("1.1", "year")).isEqualByComparingTo("2");
        assertThat(StatementDesk.hash(picture())).isEqualTo(hash);
        long id = picture().statement().orElseThrow().id();
        assertThatThrownBy(() -> jdbc.sql("update statistics.figure set value = 9 where statement_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from statistics.statement where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        StatementKey next = new StatementKey(organ.id(), "2014", Period.year(2017), Coverage.ORGAN);
        assertThat(statements.picture(next).orElseThrow().figures().at(cell("1.1", "before")))
                .hasValueSatisfying(figure -> assertThat(figure).isEqualByComparingTo("42"));
        assertThat(reasons(openings.take(office, key.before(), "2015.csv", csv(opening()))))
                .containsExactly("statistics.refused.opening.used");
    }

    @Test
    void aWarningWantsAReasonBeforeTheStatementIsSubmitted() {
        begin();
        correct("2.1", "year", "2");
        correct("2.2.4", "year", "3");
        assertThat(picture().warnings()).extracting(Contradiction::rule).contains("way-within-topics");
        assertThat(reasons(desk.move(office, key, version(), Action.SUBMIT, "")))
                .containsExactly("statistics.refused.unexplained");
        for (Contradiction warning : picture().unexplained()) {
            assertThat(entries.explain(office, key, version(), warning.fingerprint(), "同一热点分次回应")
                            .done())
                    .isTrue();
        }
        move(office, Action.SUBMIT);

        assertThat(picture().state()).isEqualTo(StatementState.SUBMITTED);
    }

    @Test
    void ofTwoAtOnceTheSecondIsTold() {
        begin();
        int seen = version();
        assertThat(entries.enter(office, key, seen, cell("9.1", "year"), BigDecimal.ONE, "会议记录")
                        .done())
                .isTrue();

        assertThat(reasons(entries.enter(office, key, seen, cell("9.1", "year"), BigDecimal.TEN, "会议记录")))
                .containsExactly("statistics.refused.quicker");
        assertThat(reasons(desk.move(office, key, seen, Action.SUBMIT, "")))
                .contains("statistics.refused.quicker", "statistics.refused.waiting");
        assertThat(reasons(desk.begin(office, key))).containsExactly("statistics.refused.begun");
    }

    @Test
    void strangersChangeNothing() {
        Officer stranger = officers.in(organs.root().id(), Role.DISTRICT_OFFICE, Role.DISCLOSURE_OFFICE);
        assertThat(reasons(desk.begin(stranger, key))).containsExactly("statistics.refused.role");
        begin();
        assertThat(reasons(entries.enter(stranger, key, version(), cell("9.1", "year"), BigDecimal.ONE, "试")))
                .containsExactly("statistics.refused.role");
        assertThat(reasons(desk.move(stranger, key, version(), Action.SUBMIT, "")))
                .contains("statistics.refused.role");
    }

    @Test
    void everyActIsInTheAuditChain() {
        begin();
        correct("9.1", "year", "1");
        String subject =
                StatementDesk.subject(picture().statement().orElseThrow().id());

        assertThat(jdbc.sql("select action from audit.entry where subject = ? order by seq")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("statement.begun", "statement.figure-entered", "statement.figure-approved");
    }

    private void begin() {
        assertThat(desk.begin(office, key)).isInstanceOf(StatementOutcome.Done.class);
    }

    private void move(Officer officer, Action action) {
        assertThat(desk.move(officer, key, version(), action, "请核对")).isInstanceOf(StatementOutcome.Done.class);
    }

    private int version() {
        return picture().statement().orElseThrow().version();
    }

    private void correct(String row, String column, String value) {
        assertThat(entries.enter(office, key, version(), cell(row, column), new BigDecimal(value), "核对原始记录"))
                .isInstanceOf(StatementOutcome.Done.class);
        long entry = picture().entry(cell(row, column)).orElseThrow().id();
        assertThat(entries.decide(leader, key, version(), entry, StatementEntries.Decision.APPROVE))
                .isInstanceOf(StatementOutcome.Done.class);
    }

    private void fillWhatIsNotCounted() {
        List<Cell> blank = picture().scheme().cells().stream()
                .filter(cell -> cell.column().equals("year"))
                .filter(cell -> picture().figures().at(cell).isEmpty())
                .toList();
        blank.forEach(cell -> correct(cell.row(), cell.column(), "0"));
    }

    private String opening() {
        StringBuilder text = new StringBuilder("row,column,value\n");
        picture().scheme().cells().stream()
                .filter(cell -> cell.column().equals("total"))
                .forEach(cell -> text.append(cell.row())
                        .append(",total,")
                        .append(cell.row().equals("1.1") || cell.row().equals("1.2.2") ? 40 : 0)
                        .append('\n'));
        return text.toString();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> reasons(StatementOutcome outcome) {
        return outcome instanceof Refused refused
                ? refused.reasons().stream().map(StatementOutcome.Refusal::key).toList()
                : List.of();
    }
}
