package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.YangguangTest;

/** Whatever officers try, in whatever order, what must hold holds. */
@YangguangTest
class RandomWalkTests {

    private static final int WALKS = 12;
    private static final int ACTS = 60;

    @Autowired
    ApplicationContext context;

    @Autowired
    Review review;

    @Autowired
    EditionTable editions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noWalkGivesTwoPublishedEditionsDuplicateNumbersOrLostSteps() {
        Office office = Office.open(context);
        Office asked = Office.open(context);
        List<Officer> people = List.of(
                office.handler(),
                office.secrecyOfficer(),
                office.leader(),
                office.disclosureOffice(),
                office.districtOffice(),
                asked.disclosureOffice());
        for (int seed = 0; seed < WALKS; seed++) {
            walk(new Random(seed), office, asked, people, seed);
        }
        assertThat(count("""
                select count(*) from (select index_number from disclosure.item where index_number is not null
                 group by 1 having count(*) > 1) twice""")).isZero();
    }

    private void walk(Random random, Office office, Office asked, List<Officer> people, int seed) {
        ItemId item = office.draft(office.content("随机游走" + seed)).item();
        long done = 0;
        for (int i = 0; i < ACTS; i++) {
            List<Edition> all = editions.ofItem(item);
            Edition edition = all.get(random.nextInt(all.size()));
            Move move = moves(asked).get(random.nextInt(moves(asked).size()));
            Officer officer = people.get(random.nextInt(people.size()));
            int version = random.nextInt(10) == 0 ? edition.version() - 1 : edition.version();
            if (review.act(officer, edition.id(), version, move).done()) {
                done++;
            }
            assertThat(editions.ofItem(item))
                    .filteredOn(each -> each.state() == EditionState.PUBLISHED)
                    .hasSizeLessThanOrEqualTo(1);
        }
        boolean published = editions.ofItem(item, EditionState.PUBLISHED).isPresent();
        assertThat(count("select count(*) from disclosure.publication where item_id = " + item.value()))
                .isEqualTo(published ? 1 : 0);
        assertThat(count("""
                select count(*) from disclosure.review_step s join disclosure.edition e on e.id = s.edition_id
                 where s.actor_id <> 0 and e.item_id = """ + item.value())).as("steps of walk " + seed).isEqualTo(done);
        assertThat(count("""
                select count(*) from disclosure.review_step a join disclosure.review_step b using (edition_id, actor_id)
                  join disclosure.edition e on e.id = edition_id
                 where a.stage <> b.stage and a.stage <> 'OFFICE' and b.stage <> 'OFFICE' and e.item_id = """ + item.value())).isZero();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static List<Move> moves(Office asked) {
        List<Move> moves = new ArrayList<>(List.of(
                new Move.Submit("意见"),
                new Move.Submit("意见"),
                new Move.Approve("意见"),
                new Move.Approve("意见"),
                new Move.Approve("意见"),
                new Move.Approve("意见"),
                new Move.Return("理由"),
                new Move.Recall("理由"),
                new Move.Ask(asked.organ, "问题"),
                new Move.Answer(true, "同意"),
                new Move.CancelQuestion(""),
                new Move.Publish(""),
                new Move.Schedule(Instant.parse("2033-01-01T00:00:00Z"), ""),
                new Move.CancelSchedule(""),
                new Move.Discard("理由"),
                new Move.Revise(""),
                new Move.Revise(""),
                new Move.Withdraw(WithdrawalReason.ERROR, "说明"),
                new Move.WithdrawInEmergency(WithdrawalReason.STATE_SECRET, "说明")));
        return moves;
    }
}
