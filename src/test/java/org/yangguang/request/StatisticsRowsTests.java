package org.yangguang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.testing.YangguangTest;

/** What statistics read of applications. */
@YangguangTest
class StatisticsRowsTests {

    /** Rows of section 三 (三) of the form of 2014 that have no rows below them. */
    private static final Set<String> ROWS_2014 = Set.of(
            "3.3.1", "3.3.2", "3.3.3", "3.3.4.1", "3.3.4.2", "3.3.4.3", "3.3.4.4", "3.3.4.5", "3.3.4.6", "3.3.5",
            "3.3.6", "3.3.7", "3.3.8");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyKindOfResultHasItsOneRowInEachFormAsDataAndInCode() {
        Map<String, Map<String, Object>> rows =
                jdbc.sql("select * from request.reply_row").query().listOfRows().stream()
                        .collect(Collectors.toMap(row -> (String) row.get("kind"), row -> row));

        assertThat(rows.keySet())
                .isEqualTo(Arrays.stream(ReplyKind.values()).map(Enum::name).collect(Collectors.toSet()));
        for (ReplyKind kind : ReplyKind.values()) {
            assertThat(rows.get(kind.name()))
                    .as(kind.name())
                    .containsEntry("row_2014", kind.row2014().orElse(null))
                    .containsEntry("row_2019", kind.row2019())
                    .containsEntry("row_2021", kind.row2021());
        }
    }

    @Test
    void everyRowOfAFormHasAKindOfResult() {
        assertThat(Arrays.stream(ReplyKind.values())
                        .flatMap(kind -> kind.row2014().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(ROWS_2014);
        assertThat(Arrays.stream(ReplyKind.values())
                        .map(ReplyKind::row2021)
                        .distinct()
                        .sorted())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(3, 23).boxed().toList());
        assertThat(Arrays.stream(ReplyKind.values())
                        .map(ReplyKind::row2019)
                        .distinct()
                        .sorted())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(3, 21).boxed().toList());
    }

    @Test
    void anApplicationIsReceivedOnceHasOneResultAndIsCarriedOverUntilThen() {
        Desk desk = Desk.open(context);
        LocalDate received = LocalDate.of(2016, 12, 20);
        desk.served(desk.inHand(received), LocalDate.of(2017, 1, 12), Desk.granted());

        assertThat(rows("fact_application", desk)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("occurred_on", java.sql.Date.valueOf(received))
                .containsEntry("channel_row_2014", "3.1.4")
                .containsEntry("applicant_kind", "PERSON")
                .containsEntry("closed_on", java.sql.Date.valueOf("2017-01-12")));
        assertThat(rows("fact_result", desk)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("occurred_on", java.sql.Date.valueOf("2017-01-12"))
                .containsEntry("row_2014", "3.3.2")
                .containsEntry("row_2021", 3)
                .containsEntry("in_time", false)
                .containsEntry("handling_row_2014", "3.2.2"));
        assertThat(jdbc.sql("""
                        select count(*) from request.fact_application
                         where organ_id = ? and received_on <= date '2016-12-31'
                           and (closed_on is null or closed_on > date '2016-12-31')""")
                        .param(desk.organ.id().value())
                        .query(Long.class)
                        .single())
                .as("carried over to 2017")
                .isEqualTo(1);
    }

    @Test
    void aPaidFeeIsAFact() {
        Desk desk = Desk.open(context);
        LocalDate day = LocalDate.of(2022, 3, 1);
        Case asked = desk.done(
                desk.handler(),
                desk.inHand(day),
                Act.of(day, new Step.AskFee(FeeBasis.BY_PAGE, 68, new BigDecimal("380"))));
        desk.done(desk.handler(), asked, Act.of(day.plusDays(3), new Step.RecordPayment()));

        assertThat(rows("fact_fee", desk)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("occurred_on", java.sql.Date.valueOf(day.plusDays(3)))
                .containsEntry("items_or_pages", 68)
                .satisfies(each -> assertThat((BigDecimal) each.get("amount")).isEqualByComparingTo("380")));
    }

    private List<Map<String, Object>> rows(String view, Desk desk) {
        return jdbc.sql("select * from request." + view + " where organ_id = ?")
                .param(desk.organ.id().value())
                .query()
                .listOfRows();
    }
}
