package org.yangguang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.intake.ImportJob.State;
import org.yangguang.intake.ImportPlan.Mode;
import org.yangguang.intake.internal.Deliveries;
import org.yangguang.intake.internal.Report;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchIndex;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SheetImportTests {

    @Autowired
    TestDistrict district;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Organs organs;

    @Autowired
    Report report;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path place;

    private OrganId organ;
    private String column;
    private ImportPlan plan;

    @BeforeEach
    void anOrganWithAColumn() {
        organ = district.organ("档案局");
        column = catalogue.column(district.column("文件")).orElseThrow().code();
        plan = Deliveries.sheet(organ, column);
    }

    @Test
    void everyGoodRowIsTakenAndEveryBadOneRefusedWithAllItsReasons() throws IOException {
        String mark = TestDistrict.unique();
        Path sheet = sheet("""
                编号,标题,正文,生成日期,发布日期,索引号,有效性,栏目
                1,甲%1$s,第一条,2012-05-03,2012-05-04 10:19,,,
                2,,第二条,2012年2月30日,2012-05-04,,很有效,
                3,丙%1$s,"<p onclick=""x()"">好<script>坏</script></p>",二〇一二年五月三日,,F%1$s/2012-00007,有效,
                4,丁%1$s,第四条,2012-05-03,,F%1$s/2012-00007,,
                5,戊%1$s,第五条,2112-05-03,,,,没有的栏目
                """.formatted(mark));

        ImportJob job = deliveries.take(sheet, plan);

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(deliveries.titles(organ)).containsExactly("甲" + mark, "丙" + mark);
        assertThat(deliveries.remarks(job))
                .containsExactlyInAnyOrder(
                        "3 disclosure.invalid.titleMissing",
                        "3 intake.refused.date",
                        "3 intake.refused.validity",
                        "5 disclosure.invalid.indexNumberTaken",
                        "6 disclosure.invalid.formedInFuture",
                        "6 disclosure.invalid.publishedInFuture");
        assertThat(List.of(job.read(), job.taken(), job.known(), job.refused())).containsExactly(5L, 2L, 0L, 3L);
        assertThat(body("丙" + mark)).isEqualTo("<p>好</p>");
        assertThat(jdbc.sql("""
                select count(*) from audit.entry a join intake.taken t on a.subject = 'disclosure.item:' || t.item_id
                 where t.job_id = ? and a.action = 'item.imported' and a.actor = 'test'""").param(job.id()).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void whatWasTakenIsNotTakenAgainAndWhatChangedIsTold() throws IOException {
        Path first = sheet("编号,标题,正文,生成日期\na,甲,一,2012-05-03\nb,乙,二,2012-05-03\n");
        deliveries.take(first, plan);
        Path second = sheet("编号,标题,正文,生成日期\nc,丙,三,2012-05-03\nb,乙,另二,2012-05-03\na,甲,一,2012-05-03\n");

        ImportJob job = deliveries.take(second, plan);

        assertThat(deliveries.titles(organ)).containsExactly("甲", "乙", "丙");
        assertThat(deliveries.remarks(job)).containsExactly("3 intake.refused.changed");
        assertThat(List.of(job.taken(), job.known(), job.refused())).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aKeyThatStandsTwiceInOneSheetIsTakenOnce() throws IOException {
        Path sheet = sheet("编号,标题,正文,生成日期\na,甲,一,2012-05-03\na,甲,一,2012-05-03\na,甲,不同,2012-05-03\n");

        ImportJob trial = deliveries.take(sheet, plan.in(Mode.TRY));
        ImportJob job = deliveries.take(sheet, plan);

        for (ImportJob each : List.of(trial, job)) {
            assertThat(List.of(each.taken(), each.known(), each.refused())).containsExactly(1L, 1L, 1L);
            assertThat(deliveries.remarks(each)).containsExactly("4 intake.refused.keyTwice");
        }
        assertThat(deliveries.titles(organ)).containsExactly("甲");
    }

    @Test
    void aTrialWritesNothingButItsReport() throws IOException {
        String mark = TestDistrict.unique();
        Path sheet =
                sheet("编号,标题,正文,生成日期,索引号\n1,甲,一,2012-05-03,F%1$s/2012-1\n2,乙,二,2012-05-03,F%1$s/2012-1\n3,丙,三,某日,\n"
                        .formatted(mark));

        ImportJob job = deliveries.take(sheet, plan.in(Mode.TRY));

        assertThat(deliveries.titles(organ)).isEmpty();
        assertThat(job.taken()).isOne();
        assertThat(deliveries.remarks(job)).contains("3 disclosure.invalid.indexNumberTaken", "4 intake.refused.date");
        assertThat(jdbc.sql("select count(*) from disclosure.item where organ_id = ?")
                        .param(organ.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoImportsAtOnceTakeEachRowOnce() throws IOException {
        String rows = IntStream.range(0, 2_500)
                .mapToObj(n -> n + ",第" + n + "号,正文,2012-05-03\n")
                .collect(Collectors.joining());
        String backwards = IntStream.range(0, 2_500)
                .mapToObj(n -> (2_499 - n) + ",第" + (2_499 - n) + "号,正文,2012-05-03\n")
                .collect(Collectors.joining());
        Path one = sheet("编号,标题,正文,生成日期\n" + rows);
        Path other = sheet("编号,标题,正文,生成日期\n" + backwards);

        CompletableFuture<ImportJob> first = CompletableFuture.supplyAsync(() -> deliveries.take(one, plan));
        ImportJob second = deliveries.take(other, plan);

        assertThat(first.join().taken() + second.taken()).isEqualTo(2_500);
        assertThat(first.join().known() + second.known()).isEqualTo(2_500);
        assertThat(deliveries.titles(organ)).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatWasCutShortGoesOnAndCountsRight() throws IOException {
        Path sheet = sheet("编号,标题,正文,生成日期\na,甲,一,2012-05-03\nb,乙,,2012-05-03\nc,丙,三,2012-05-03\n");
        ImportJob job = deliveries.take(sheet, plan);
        jdbc.sql(
                        "update intake.job set state = 'RUNNING', ended_at = null, rows_read = 1, rows_refused = 7 where id = ?")
                .param(job.id())
                .update();

        ImportJob again = deliveries.resume(job);

        assertThat(again.state()).isEqualTo(State.DONE);
        assertThat(List.of(again.read(), again.taken(), again.known(), again.refused()))
                .containsExactly(3L, 2L, 0L, 1L);
        assertThat(deliveries.titles(organ)).containsExactly("甲", "丙");
        assertThat(deliveries.remarks(again)).containsExactly("3 disclosure.invalid.bodyMissing");
    }

    @Test
    void whatTheIndexMissedIsGivenToItLater() throws IOException {
        String word = "补" + TestDistrict.unique();
        ImportJob job = deliveries.take(sheet("编号,标题,正文,生成日期\na," + word + ",一,2012-05-03\n"), plan);
        long item = jdbc.sql("select item_id from intake.taken where job_id = ?")
                .param(job.id())
                .query(Long.class)
                .single();
        index.remove("item:" + item);
        jdbc.sql("update intake.batch set indexed_at = null, at = '2020-01-01' where job_id = ?")
                .param(job.id())
                .update();

        deliveries.indexRest();

        assertThat(deliveries.found(word)).isOne();
        assertThat(jdbc.sql("select count(*) from intake.batch where job_id = ? and indexed_at is null")
                        .param(job.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void organsAndColumnsAreFoundByNameBelowTheImportsOwn() throws IOException {
        OrganId below = district.organ("分局", organ);
        String name = organs.find(below).orElseThrow().name();
        OrganId elsewhere = district.organ("别处");
        Path sheet = sheet("编号,标题,正文,生成日期,发布机构,所属栏目\n1,甲,一,2012-05-03," + name + ",旧栏目\n2,乙,二,2012-05-03,"
                + organs.find(elsewhere).orElseThrow().name() + ",旧栏目\n3,丙,三,2012-05-03,,别的旧栏目\n");

        ImportJob job = deliveries.take(
                sheet,
                new ImportPlan(
                        plan.kind(),
                        plan.mode(),
                        plan.source(),
                        organ,
                        Map.of(),
                        Map.of("旧栏目", column),
                        null,
                        null,
                        null));

        assertThat(deliveries.titles(below)).containsExactly("甲");
        assertThat(deliveries.titles(elsewhere)).isEmpty();
        assertThat(deliveries.remarks(job))
                .containsExactlyInAnyOrder("3 intake.refused.organ", "4 intake.refused.column");
    }

    @Test
    void aHeadingThatIsNotThereEndsTheImportWithItsReason() throws IOException {
        Path sheet = sheet("标题,正文\n甲,一\n");

        ImportJob job = deliveries.take(
                sheet,
                new ImportPlan(
                        plan.kind(),
                        plan.mode(),
                        plan.source(),
                        organ,
                        Map.of("题目", Field.TITLE),
                        Map.of(),
                        column,
                        null,
                        null));

        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.failure()).isNotNull();
        assertThat(job.failure().key()).isEqualTo("intake.unreadable.headingsMissing");
        assertThat(report.say(job.failure(), Locale.ENGLISH)).contains("题目", "标题");
    }

    @Test
    void theReportIsASheetWithoutFormulas() throws IOException {
        ImportJob job = deliveries.take(sheet("编号,标题,正文,生成日期\n=cmd|x,甲,一,\"明天, \"\"也许\"\"\"\n"), plan);
        StringBuilder csv = new StringBuilder();

        report.write(job.id(), Locale.ENGLISH, csv);

        assertThat(csv.toString())
                .isEqualTo("\uFEFFRow,Key,Outcome,Field,Reason\r\n"
                        + "2,'=cmd|x,refused,date of formation,\"This is not a date: 明天, \"\"也许\"\"\"\r\n");
    }

    private String body(String title) {
        return jdbc.sql("select body_html from disclosure.edition where title = ?")
                .param(title)
                .query(String.class)
                .single();
    }

    private Path sheet(String text) throws IOException {
        return Files.write(Files.createTempFile(place, "sheet", ".csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
