package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

/** Table 3 of the form of 2021 over 100,000 applications of any history, held against a recount that knows no SQL. */
@YangguangTest
class CarriedOverTests {

    private static final int APPLICATIONS = 100_000;
    private static final Map<String, String> COLUMNS = Map.of(
            "PERSON", "person",
            "COMPANY", "business",
            "RESEARCH_INSTITUTE", "research",
            "PUBLIC_BENEFIT_ORGANISATION", "charity",
            "LEGAL_SERVICE", "legal",
            "OTHER_ORGANISATION", "other");

    @Autowired
    Statements statements;

    @Autowired
    TestOrgans organs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @AfterEach
    void takeThemAway() {
        jdbc.sql("delete from request.application where number like 'carried-%'")
                .update();
    }

    private record Application(
            String kind,
            LocalDate received,
            @Nullable LocalDate closed,
            @Nullable String result) {}

    @Test
    void newAndCarriedInAreConcludedAndCarriedOutInEveryColumnAndYear() {
        OrganId organ = organs.root().id();
        Map<String, Integer> rows = new HashMap<>();
        jdbc.sql("select kind, row_2021 from request.reply_row").query(row -> {
            rows.put(row.getString("kind"), row.getInt("row_2021"));
        });
        List<Application> applications = history(new Random(20261125), new ArrayList<>(rows.keySet()));
        insert(organ, applications);

        for (int year = 2021; year <= 2025; year++) {
            StatementPicture picture = statements
                    .picture(new StatementKey(organ, "2021", Period.year(year), Coverage.ORGAN))
                    .orElseThrow();
            Map<Cell, Integer> naive = recount(applications, rows, year);
            for (Cell cell : picture.scheme().cells()) {
                if (cell.table().equals("3")) {
                    assertThat(picture.figures().at(cell))
                            .as(year + " " + cell)
                            .hasValueSatisfying(figure -> assertThat(figure)
                                    .isEqualByComparingTo(BigDecimal.valueOf(naive.getOrDefault(cell, 0))));
                }
            }
            assertThat(picture.contradictions())
                    .as("rules of table 3 in " + year)
                    .noneMatch(each -> each.cells().get(0).table().equals("3"));
        }
    }

    private static List<Application> history(Random random, List<String> results) {
        List<String> kinds = List.copyOf(COLUMNS.keySet());
        List<Application> all = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            LocalDate received = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6 * 365));
            boolean open = random.nextInt(20) == 0;
            all.add(new Application(
                    kinds.get(random.nextInt(kinds.size())),
                    received,
                    open ? null : received.plusDays(random.nextInt(random.nextInt(10) == 0 ? 900 : 40)),
                    open ? null : results.get(random.nextInt(results.size()))));
        }
        return all;
    }

    private static Map<Cell, Integer> recount(List<Application> applications, Map<String, Integer> rows, int year) {
        Map<Cell, Integer> counts = new HashMap<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        for (Application each : applications) {
            LocalDate closed = each.closed();
            boolean openBefore = each.received().isBefore(first) && (closed == null || !closed.isBefore(first));
            boolean openAfter = !each.received().isAfter(last) && (closed == null || closed.isAfter(last));
            if (each.received().getYear() == year) {
                count(counts, "1", each);
            }
            if (openBefore) {
                count(counts, "2", each);
            }
            if (closed != null && closed.getYear() == year) {
                count(counts, String.valueOf(rows.get(each.result())), each);
                count(counts, "24", each);
            }
            if (openAfter) {
                count(counts, "25", each);
            }
        }
        return counts;
    }

    private static void count(Map<Cell, Integer> counts, String row, Application application) {
        counts.merge(new Cell("3", row, COLUMNS.get(application.kind())), 1, Integer::sum);
        counts.merge(new Cell("3", row, "total"), 1, Integer::sum);
    }

    private void insert(OrganId organ, List<Application> applications) {
        String unique = "carried-" + organ.value() + "-";
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < applications.size(); i++) {
            Application each = applications.get(i);
            rows.add(new Object[] {
                unique + i,
                each.kind(),
                organ.value(),
                each.received(),
                unique + i,
                unique + i,
                organ.value(),
                each.closed() == null ? "RECEIVED" : "CLOSED",
                each.received(),
                each.received(),
                each.result(),
                each.closed(),
                each.closed() == null ? null : Boolean.TRUE
            });
        }
        batches.batchUpdate("""
                insert into request.application
                       (id, number, channel, applicant_kind, origin_organ_id, arrived_on, title, description, document_number,
                        purpose, form, way, aided_because, code_hash, submission, files, created_at, organ_id, state, version,
                        regime, received_on, unit, handler_name, since, extended, result, closed_on, in_time)
                values (nextval('request.application_id'), ?, 'POST', ?, ?, ?, '', '', '', '', '', '', '', ?, ?, '{}', now(), ?, ?, 1,
                        'REGULATIONS_2019', ?, '', '', ?, false, ?, ?, ?)""", rows);
    }
}
