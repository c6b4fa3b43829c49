package org.yangguang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.Yangguang;
import org.yangguang.calendar.Regime;
import org.yangguang.demo.DemoMarker.Phase;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.report.AnnualReports;
import org.yangguang.report.Finding;
import org.yangguang.report.ReportPicture;
import org.yangguang.request.ReplyKind;
import org.yangguang.search.Search;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchQuery;
import org.yangguang.statistics.Cell;
import org.yangguang.statistics.Period;
import org.yangguang.statistics.StatementKey;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.statistics.StatementPicture;
import org.yangguang.statistics.Statements;
import org.yangguang.testing.Await;
import org.yangguang.testing.TestDirectory;

/** The whole district in a database of its own, loaded with an interruption. Reads the tables directly, as an auditor would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoLoadTests {

    /** The annual report that a body has published. */
    private static final int REPORT = 1;

    /** Replies in the log of replies. */
    private static final int REPLIES = 3;

    private ConfigurableApplicationContext program;
    private JdbcClient database;

    /** A load that is cut short after some batches, and one that goes on. */
    @BeforeAll
    void loadWithAnInterruption() {
        program = new SpringApplicationBuilder(Yangguang.class)
                .initializers(new TestDirectory())
                .run("--server.port=0", "--management.server.port=0", "--spring.main.banner-mode=off");
        database = program.getBean(JdbcClient.class);
        DemoLoad load = program.getBean(DemoLoad.class);
        assertThatThrownBy(() -> load.load(count -> {
                    if (count >= 3 * DemoLoad.BATCH) {
                        throw new IllegalStateException("the power went off");
                    }
                }))
                .hasMessage("the power went off");
        assertThat(program.getBean(DemoMarker.class).progress().orElseThrow().phase())
                .isEqualTo(Phase.HISTORY);
        assertThat(count("select count(*) from disclosure.item")).isEqualTo(3 * DemoLoad.BATCH);
        program.getBean(SearchIndex.class).remove("item:1");

        load.load(count -> {});
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void everyDocumentIsThereOnceWithItsNumberAndItsAuditEntry() {
        assertThat(count("select count(*) from disclosure.publication where visibility_key = 'public'"))
                .isEqualTo(22_095 + REPORT + REPLIES);
        assertThat(count("select count(*) from disclosure.publication where visibility_key = 'public' and year = 2016"))
                .isEqualTo(3_270);
        assertThat(count("select count(distinct index_number) from disclosure.publication"))
                .isGreaterThanOrEqualTo(22_095);
        assertThat(count("select count(*) from audit.entry where action = 'item.imported'"))
                .isEqualTo(28_895);
    }

    @Test
    void theChannelsHaveTheReportedNumbers() {
        Map<String, Long> released = database.sql("""
                        select r.channel, count(*) as items
                          from disclosure.release r join disclosure.item i on i.id = r.item_id
                         where i.origin = 'IMPORTED' and extract(year from r.released_on) = 2016
                         group by 1""").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("channel"), row -> (Long) row.get("items")));

        assertThat(released)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("WEBSITE", 3_270L, "WEIBO", 700L, "WECHAT", 500L, "OTHER", 5_600L));
    }

    @Test
    void whatIsOnTheSiteIsInTheIndexOnce() {
        long talk = count("select count(*) from engagement.letter_publication")
                + count("select count(*) from engagement.affair where state = 'PUBLISHED'");
        Await.until(() ->
                program.getBean(Search.class).find(all(), Set.of("public")).total()
                        == 22_095 + REPORT + REPLIES + talk);
    }

    @Test
    void theConversationWithThePublicHasTheReportedNumbersOf2016() {
        assertThat(count("select count(*) from engagement.fact_concern where extract(year from occurred_on) = 2016"))
                .isEqualTo(22);
        assertThat(count("select count(*) from engagement.fact_response where extract(year from occurred_on) = 2016"
                        + " and way in ('WEIBO', 'WECHAT')"))
                .isEqualTo(34);
        assertThat(
                        count(
                                "select count(*) from engagement.fact_interpretation where extract(year from occurred_on) = 2016"))
                .isEqualTo(50);
        assertThat(count("select count(*) from engagement.fact_conference where kind = 'CONFERENCE' and principal"
                        + " and extract(year from occurred_on) = 2016"))
                .isOne();
        assertThat(count("select count(*) from engagement.fact_conference where kind = 'INTERVIEW'"))
                .isZero();
        assertThat(count("select count(distinct organ_id) from engagement.expert"))
                .isEqualTo(22);
        assertThat(count("select count(distinct state) from engagement.letter")).isEqualTo(7);
    }

    @Test
    void draftsWaitAtEveryStage() {
        List<String> states = database.sql("select distinct state from disclosure.edition")
                .query(String.class)
                .list();

        assertThat(states)
                .contains(
                        "DRAFT",
                        "SECRECY_REVIEW",
                        "SECRECY_CONFIRMATION",
                        "LEADER_REVIEW",
                        "LEADER_CONFIRMATION",
                        "APPROVED",
                        "REGISTERED",
                        "SUPERSEDED",
                        "WITHDRAWN");
    }

    @Test
    void theTenLettersOf2016HaveTheReportedResultsAndTwoWentToReconsideration() {
        assertThat(counted("row_2014", "request.fact_result where extract(year from occurred_on) = 2016"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("3.3.1", 2L, "3.3.2", 5L, "3.3.4.2", 1L, "3.3.4.5", 1L, "3.3.7", 1L));
        assertThat(counted("handling_row_2014", "request.fact_result where extract(year from occurred_on) = 2016"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("3.2.1", 9L, "3.2.2", 1L));
        assertThat(counted("channel_row_2014", "request.fact_application where extract(year from occurred_on) = 2016"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("3.1.4", 10L));
        assertThat(counted("row_2014", "remedy.fact_remedy where extract(year from occurred_on) = 2016"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("4.3", 2L));
    }

    @Test
    void applicationsWaitInEveryState() {
        assertThat(counted("state", "request.application").keySet())
                .containsExactlyInAnyOrder(
                        "AWAITING_CONFIRMATION",
                        "REGISTERED",
                        "IN_HAND",
                        "AWAITING_CORRECTION",
                        "CONSULTING",
                        "AWAITING_PAYMENT",
                        "SECRECY_REVIEW",
                        "LEADER_REVIEW",
                        "APPROVED",
                        "CLOSED");
    }

    @Test
    void applicationsGoAndEndInEveryWayAndTheLogOfRepliesIsFilled() {
        Set<String> endings = ReplyKind.replies(Regime.REGULATIONS_2019).stream()
                .map(ReplyKind::name)
                .collect(Collectors.toSet());
        endings.addAll(Set.of("NOT_CORRECTED", "FEE_NOT_PAID", "WITHDRAWN"));
        assertThat(counted("result", "request.application where result is not null and arrived_on > date '2019-05-15'")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(endings);
        assertThat(counted("action", "request.event").keySet())
                .contains("TRANSFER", "ASK_ASSISTANCE", "NOTIFY_DELAY", "PROPOSE_EXTENSION", "APPROVE_EXTENSION");
        assertThat(counted("kind", "request.letter").keySet())
                .contains("TRANSFER", "REVIEW_SHEET", "REPLY", "DISCLOSURE_HANDOVER");
        assertThat(count(
                        "select count(*) from request.released r join disclosure.publication p on p.item_id = r.item_id"
                                + " where p.visibility_key = 'public'"))
                .isEqualTo(REPLIES);
    }

    private Map<String, Long> counted(String column, String from) {
        return database
                .sql("select %s as each, count(*) as number from %s group by 1".formatted(column, from))
                .query()
                .listOfRows()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("each"), row -> (Long) row.get("number")));
    }

    @Test
    void eachBodyHasAnOfficerAndAGuide() {
        assertThat(count("select count(*) from organ.organ")).isEqualTo(81);
        assertThat(count("select count(distinct organ_id) from account.account"))
                .isEqualTo(81);
        assertThat(count("select count(distinct organ_id) from catalogue.guide_edition"))
                .isEqualTo(81);
    }

    @Test
    void thePeopleAndMeansAreThoseThatTheDistrictReported() {
        assertThat(onDay("governance.fact_officer", "2015-12-31")).isEqualTo(82);
        assertThat(onDay("governance.fact_officer", "2016-12-31")).isEqualTo(81);
        assertThat(count("select count(*) from governance.fact_officer where not full_time"))
                .isZero();
        assertThat(onDay("governance.fact_office", "2015-12-31")).isEqualTo(82);
        assertThat(onDay("governance.fact_office", "2016-12-31")).isEqualTo(81);
        assertThat(onDay("governance.fact_reading_point", "2016-12-31")).isEqualTo(1);
        assertThat(count("select coalesce(sum(amount), 0) from governance.fact_fund where occurred_on < '2016-01-01'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from governance.fact_fund where occurred_on >= '2016-01-01'"))
                .isZero();
        assertThat(inYears("count(*)", "governance.fact_meeting", "< 2016")).isEqualTo(8);
        assertThat(inYears("count(*)", "governance.fact_meeting", "= 2016")).isEqualTo(1);
        assertThat(inYears("count(*) filter (where is_class)", "governance.fact_training", "< 2016"))
                .isEqualTo(6);
        assertThat(inYears("count(*) filter (where is_class)", "governance.fact_training", "= 2016"))
                .isEqualTo(1);
        assertThat(inYears("sum(heads)", "governance.fact_training", "< 2016")).isEqualTo(586);
        assertThat(inYears("sum(heads)", "governance.fact_training", "= 2016")).isEqualTo(162);
        assertThat(count("select count(*) from governance.attendance")).isEqualTo(162);
    }

    private long onDay(String view, String day) {
        return count("select count(*) from " + view + " where from_on <= date '" + day
                + "' and (until_on is null or until_on > date '" + day + "')");
    }

    private long inYears(String what, String view, String years) {
        return count("select " + what + " from " + view + " where extract(year from occurred_on) " + years);
    }

    @Test
    void theWebsiteWasVisitedAsOftenAsReportedAndTopicsAreFilled() {
        assertThat(count("select sum(visits) from visit.day where extract(year from day) = 2016"))
                .isEqualTo(DemoReading.VISITS);
        assertThat(count("select count(*) from visit.page where path like '/items/%'"))
                .isPositive();
        assertThat(count("select count(distinct topic_id) from topic.entry")).isEqualTo(2);
        assertThat(count("select count(*) from disclosure.replacement")).isPositive();
    }

    @Test
    void aSecondLoadAddsNothing() {
        program.getBean(DemoLoad.class).load(count -> {});

        assertThat(count("select count(*) from disclosure.publication where visibility_key = 'public'"))
                .isEqualTo(22_095 + REPORT + REPLIES);
    }

    private static SearchQuery all() {
        return SearchQuery.of("", SearchQuery.Sort.DATE, 1);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** Figures of the printed table, in the tests' own copy. */
    @Test
    void theStatementOf2016HasEveryFigureOfThePrintedTableAndItsContradictions() throws IOException {
        StatementPicture picture = statement();

        List<String> wrong = new ArrayList<>();
        Map<String, Integer> columns = Map.of("before", 1, "year", 2, "total", 3);
        List<String> printed = Files.readAllLines(Path.of("src/test/resources/statistics-2016.csv"));
        for (String line : printed.subList(1, printed.size())) {
            String[] parts = line.split(",");
            columns.forEach((column, place) -> {
                Cell cell = new Cell("main", parts[0], column);
                BigDecimal figure = picture.figures().at(cell).orElse(null);
                if (figure == null || figure.compareTo(new BigDecimal(parts[place])) != 0) {
                    wrong.add(cell + " should be " + parts[place] + " and is " + figure);
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(picture.scheme().cells()).hasSize(174);
        assertThat(picture.errors())
                .extracting(each -> each.rule() + " " + each.cells().get(0))
                .containsExactlyInAnyOrder(
                        "requests-by-channel main.3.1.before",
                        "requests-by-channel main.3.1.total",
                        "answers-by-kind main.3.3.before",
                        "answers-by-kind main.3.3.total",
                        "refusals-by-reason main.3.3.4.before",
                        "refusals-by-reason main.3.3.4.total");
        assertThat(picture.warnings())
                .extracting(each -> each.rule() + " " + each.cells().get(0))
                .containsExactly("way-within-topics main.2.2.4.year");
    }

    @Test
    void thePublishedReportOfABodyIsFrozenAndThatOfTheDistrictSaysWhatItDid() {
        AnnualReports reports = program.getBean(AnnualReports.class);
        Await.until(() -> reports.published(2016).size() == 1);
        Organ root = program.getBean(Organs.class).all().get(0);

        ReportPicture district = reports.picture(root.id(), 2016).orElseThrow();

        assertThat(district.chapters())
                .extracting(ReportPicture.Chapter::title)
                .filteredOn(title -> !title.isEmpty())
                .hasSize(6);
        assertThat(district.unfinished()).isEmpty();
        String text = district.chapters().stream()
                .flatMap(chapter -> chapter.stretches().stream())
                .map(ReportPicture.Stretch::text)
                .collect(Collectors.joining());
        assertThat(text)
                .contains("九大网络服务平台", "148项", "40290余人次", "9239条", "75家", "22个区政府部门")
                .contains("网公开3270条", "本级138条，其他单位3132条", "本级1520条，其他单位20575条", "占56.52%")
                .contains("申请10件", "信函申请10件", "申请47件", "答复率100%", "复议申请2件", "行政诉讼0件", "行政诉讼1件");
        assertThat(reports.findings(district))
                .extracting(Finding::rule)
                .containsOnly("requests-by-channel", "answers-by-kind", "refusals-by-reason", "way-within-topics");
    }

    @Test
    void aBodyHasAFrozenStatementThatEverybodyMayRead() {
        assertThat(program.getBean(Statements.class).frozen(10)).singleElement().satisfies(statement -> {
            StatementPicture picture =
                    program.getBean(Statements.class).picture(statement.key()).orElseThrow();
            assertThat(picture.contradictions()).isEmpty();
            assertThat(picture.figures().at(new Cell("main", "1.1", "year")))
                    .hasValueSatisfying(figure -> assertThat(figure).isPositive());
        });
    }

    private StatementPicture statement() {
        Organ root = program.getBean(Organs.class).all().get(0);
        return program.getBean(Statements.class)
                .picture(new StatementKey(root.id(), "2014", Period.year(2016), Coverage.SUBTREE))
                .orElseThrow();
    }
}
