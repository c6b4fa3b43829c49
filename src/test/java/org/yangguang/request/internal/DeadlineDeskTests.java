package org.yangguang.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.organ.OrganId;
import org.yangguang.request.Desk;
import org.yangguang.request.internal.DeadlineDesk.Line;
import org.yangguang.request.internal.DeadlineDesk.Part;
import org.yangguang.request.internal.DeadlineDesk.Sieve;
import org.yangguang.testing.YangguangTest;

/** Words are found in titles whether few cases have them or very many. */
@YangguangTest
class DeadlineDeskTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int CASES = 3 * DeadlineDesk.MOST_NAMED;

    @Autowired
    ApplicationContext context;

    @Autowired
    DeadlineDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void wordsFindWhatLookingIntoEveryTitleFindsInTheSameOrder() {
        OrganId organ = Desk.open(context).organ.id();
        transaction.executeWithoutResult(status -> {
            fill(organ);
            for (Part part : List.of(Part.ALL, Part.OVERDUE, Part.CLOSED)) {
                for (String words : List.of(
                        "号", "征收", "收征", "第17号", "17", "核电站", "𠮷", "A楼", "a楼", "%", "方案 第", "desk-77", "desk-7",
                        " 征收 ")) {
                    assertThat(desk.lines(List.of(organ), new Sieve(part, null, null, null, words), TODAY))
                            .as(part + " " + words)
                            .extracting(line -> line.id().value())
                            .containsExactlyElementsOf(everyTitle(organ, part, words.strip()));
                }
            }
            status.setRollbackOnly();
        });
    }

    @Test
    void wordsAreNarrowedByOrganHandlerAndState() {
        OrganId organ = Desk.open(context).organ.id();
        transaction.executeWithoutResult(status -> {
            fill(organ);
            for (String words : List.of("号", "第17号")) {
                assertThat(desk.lines(List.of(), new Sieve(Part.ALL, null, null, null, words), TODAY))
                        .isEmpty();
                assertThat(desk.lines(List.of(organ), new Sieve(Part.ALL, organ, 5L, null, words), TODAY))
                        .extracting(Line::handlerName)
                        .allMatch("经办5"::equals);
            }
            status.setRollbackOnly();
        });
    }

    /** Cases of no events, two of three open; nobody else sees them. */
    private void fill(OrganId organ) {
        jdbc.sql("""
                insert into request.application
                       (id, number, channel, applicant_kind, origin_organ_id, arrived_on, title, description, document_number, purpose,
                        form, way, aided_because, code_hash, submission, files, created_at, organ_id, state, version, regime,
                        received_on, unit, handler_id, handler_name, since, extended, closed_on, result, in_time)
                select nextval('request.application_id'), 'desk-' || i, 'REGISTERED_LETTER', 'PERSON', :organ, day,
                       (array['房屋征收补偿方案 第', '𠮷祥A楼规划许可第', '收费标准第'])[1 + i / 3 % 3] || i || '号', '', '', '',
                       'ANY', 'POST', '', 'desk-c' || i, 'desk-s' || i, '{}', now(), :organ,
                       case when i % 3 = 0 then 'CLOSED' else 'IN_HAND' end, 4, 'REGULATIONS_2019', day, '', i % 20, '经办' || i % 20, day, false,
                       case when i % 3 = 0 then day + i % 7 end, case when i % 3 = 0 then 'GRANTED_IN_FULL' end, case when i % 3 = 0 then true end
                  from (select i, cast(:today as date) - 3 - i % 35 as day from generate_series(1, :cases) as i) as t""")
                .param("organ", organ.value())
                .param("today", TODAY)
                .param("cases", CASES)
                .update();
        jdbc.sql("""
                insert into request.deadline (application_id, version, organ_id, state, handler_id, handler_name, due_on, provisional)
                select id, version, organ_id, state, handler_id, handler_name, received_on + 28, false
                  from request.application where organ_id = ? and closed_on is null""").param(organ.value()).update();
    }

    private List<Long> everyTitle(OrganId organ, Part part, String words) {
        return jdbc.sql("""
                select a.id from request.application a left join request.deadline d on d.application_id = a.id
                 where a.organ_id = :organ and (a.number = :words or strpos(a.title, :words) > 0) and %s
                 order by a.closed_on desc, d.due_on nulls last, case when a.closed_on is null then a.id else -a.id end
                 limit :most""".formatted(
                                switch (part) {
                                    case CLOSED -> "a.closed_on is not null";
                                    case OVERDUE -> "d.due_on < :today";
                                    default -> "a.closed_on is null";
                                }))
                .param("organ", organ.value())
                .param("words", words)
                .param("today", TODAY)
                .param("most", DeadlineDesk.MOST)
                .query(Long.class)
                .list();
    }
}
