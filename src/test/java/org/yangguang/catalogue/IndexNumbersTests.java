package org.yangguang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.Organs;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class IndexNumbersTests {

    @Autowired
    IndexNumbers numbers;

    Fixtures fixtures;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void fixtures(OrganRegister register, Organs organs) {
        fixtures = new Fixtures(register, organs, jdbc);
    }

    @Test
    void theDefaultSchemeIsOrganCodeSlashYearHyphenFiveDigits() {
        OrganId organ = fixtures.department();

        assertThat(numbers.issue(organ, 2016)).isEqualTo(fixtures.code(organ) + "/2016-00001");
        assertThat(numbers.issue(organ, 2016)).isEqualTo(fixtures.code(organ) + "/2016-00002");
        assertThat(numbers.issue(organ, 2017)).isEqualTo(fixtures.code(organ) + "/2017-00001");
    }

    @Test
    void aNumberWhoseTransactionFailedIsSkippedNotReused() {
        OrganId organ = fixtures.department();
        List<String> lost = new ArrayList<>();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            lost.add(numbers.issue(organ, 2016));
            status.setRollbackOnly();
        });

        assertThat(numbers.issue(organ, 2016)).isEqualTo(fixtures.code(organ) + "/2016-00002");
        assertThat(lost).containsExactly(fixtures.code(organ) + "/2016-00001");
    }

    @Test
    void sixteenThreadsWithRandomRollbacksGetDistinctNumbersOfWhichNoneReturns() throws Exception {
        OrganId organ = fixtures.department();
        Set<String> issued = ConcurrentHashMap.newKeySet();
        Random seeds = new Random(20160424);
        List<Callable<Integer>> officers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Random random = new Random(seeds.nextLong());
            officers.add(() -> {
                int got = 0;
                for (int n = 0; n < 25; n++) {
                    int size = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
                    boolean fails = random.nextInt(3) == 0;
                    List<String> mine = new TransactionTemplate(transactions).execute(status -> {
                        List<String> given = numbers.issue(organ, 2016, size);
                        if (fails) {
                            status.setRollbackOnly();
                        }
                        return given;
                    });
                    got += mine.size();
                    issued.addAll(mine);
                }
                return got;
            });
        }

        int total = 0;
        for (Integer each : inParallel(officers, 16)) {
            total += each;
        }

        assertThat(issued).hasSize(total);
        assertThat(jdbc.sql("select count(*) from catalogue.index_number where organ_id = ?")
                        .param(organ.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(total);
    }

    @Test
    void moreCallersThanThePoolHasConnectionsDoNotWaitForEachOtherForEver() throws Exception {
        OrganId organ = fixtures.department();
        List<Callable<String>> officers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            officers.add(() -> new TransactionTemplate(transactions).execute(status -> {
                jdbc.sql("select 1").query(Integer.class).single();
                return numbers.issue(organ, 2016);
            }));
        }

        assertThat(Set.copyOf(inParallel(officers, 60))).hasSize(60);
    }

    @Test
    void aBlockIsConsecutiveAndFastEnoughForTwentyNineThousand() {
        OrganId organ = fixtures.department();

        long start = System.nanoTime();
        List<String> block = numbers.issue(organ, 2015, 29_000);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(block).hasSize(29_000).doesNotHaveDuplicates();
        assertThat(block.get(0)).endsWith("/2015-00001");
        assertThat(block.get(28_999)).endsWith("/2015-29000");
        assertThat(millis).isLessThan(20_000);
    }

    @Test
    void theSerialNumberWidensWhenFiveDigitsOverflow() {
        OrganId organ = fixtures.department();
        numbers.issue(organ, 2014);
        jdbc.sql("update catalogue.index_counter set last = 99998 where stem = ?")
                .param(fixtures.code(organ) + "/2014-{#}")
                .update();

        assertThat(numbers.issue(organ, 2014, 3))
                .extracting(number -> number.substring(number.indexOf('-') + 1))
                .containsExactly("99999", "100000", "100001");
    }

    @Test
    void foreignNumbersInTheWayAreSteppedOver() {
        OrganId organ = fixtures.department();
        String code = fixtures.code(organ);
        numbers.register(organ, List.of(code + "/2016-00001", code + "/2016-00003"));

        assertThat(numbers.issue(organ, 2016, 3))
                .containsExactly(code + "/2016-00002", code + "/2016-00004", code + "/2016-00005");
    }

    @Test
    void oneTransactionMayRegisterAForeignNumberAndIssueItsNeighbour() {
        OrganId organ = fixtures.department();
        String code = fixtures.code(organ);

        String issued = new TransactionTemplate(transactions).execute(status -> {
            assertThat(numbers.register(organ, List.of(code + "/2016-00001"))).isEmpty();
            return numbers.issue(organ, 2016);
        });

        assertThat(issued).isEqualTo(code + "/2016-00002");
    }

    @Test
    void aForeignNumberIsTakenOnceAndAnIssuedOneNever() {
        OrganId organ = fixtures.department();
        String code = fixtures.code(organ);
        String issued = numbers.issue(organ, 2016);

        assertThat(numbers.register(organ, List.of(code + "/X-1", issued, code + "/X-1")))
                .containsExactlyInAnyOrder(issued, code + "/X-1");
        assertThat(numbers.register(organ, List.of(code + "/X-1"))).containsExactly(code + "/X-1");
    }

    @Test
    void anImportThatFailedMayTakeItsForeignNumbersAgain() {
        OrganId organ = fixtures.department();
        List<String> foreign = List.of(fixtures.code(organ) + "-again-2016-1");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(numbers.register(organ, foreign)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(numbers.register(organ, foreign)).isEmpty();
        assertThat(numbers.register(organ, foreign)).isEqualTo(foreign);
    }

    @Test
    void theOddNumbersOfRealSitesAreKeptExactly() {
        OrganId organ = fixtures.department();
        List<String> odd = List.of(
                "014320144/2015-00056",
                "01418439X/2023-00001",
                "00000001/2018-00042",
                "0142768-8/2022-00185",
                "3212000002/2018-354983",
                "11441700007280420Y/2021-00050",
                "11370812004339255B/2020-22849",
                "XM02100-0101-2019-00001",
                "QZ04101-0105-2025-00005",
                "j602402--2023-0165");

        assertThat(numbers.register(organ, odd)).isEmpty();
        assertThat(jdbc.sql("select number from catalogue.index_taken where organ_id = ?")
                        .param(organ.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(odd);
    }

    @Test
    void aNumberWithoutPrefixOrWithTheWordNoneIsADefectWithItsReason() {
        OrganId organ = fixtures.department();
        List<String> defective =
                List.of("/2023-None", "/2023-00001", "", "014320144/None", " 014320144/2015-1", "null");

        assertThat(numbers.register(organ, defective)).containsExactlyInAnyOrderElementsOf(defective);
        Map<String, IndexNumberCheck> checks = numbers.check(defective);
        assertThat(checks.get("/2023-None").defects())
                .extracting(Reason::key)
                .containsExactlyInAnyOrder("catalogue.index.defect.prefix", "catalogue.index.defect.none");
        assertThat(checks.values()).noneMatch(IndexNumberCheck::acceptable);
    }

    @Test
    void aTwinThatDiffersOnlyInWidthCaseBracketsOrHyphensIsAWarning() {
        OrganId organ = fixtures.department();
        String code = fixtures.code(organ);
        numbers.register(organ, List.of(code + "/2016(甲)-00007"));

        String twin = code.toLowerCase() + "／２０１６〔甲〕－00007";

        assertThat(numbers.check(List.of(twin)).get(twin).defects()).isEmpty();
        assertThat(numbers.check(List.of(twin)).get(twin).warnings())
                .extracting(Reason::key)
                .contains("catalogue.index.warning.alike");
        assertThat(numbers.lookup(twin)).containsExactly(code + "/2016(甲)-00007");
    }

    @Test
    void aWrongCheckDigitOfTheOrganisationCodeIsOnlyAWarning() {
        Map<String, IndexNumberCheck> checks =
                numbers.check(List.of("000014348/2020-35428", "000014349/2017-00110", "01418439X/2023-00009"));

        assertThat(checks.get("000014348/2020-35428").acceptable()).isTrue();
        assertThat(checks.get("000014348/2020-35428").warnings())
                .extracting(Reason::key)
                .containsExactly("catalogue.index.warning.checkDigit");
        assertThat(checks.get("000014349/2017-00110").warnings()).isEmpty();
    }

    @Test
    void noNumberIsIssuedForAnUnknownOrganOrAnImpossibleYear() {
        OrganId organ = fixtures.department();

        assertThatThrownBy(() -> numbers.issue(new OrganId(-1), 2016)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.issue(organ, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
