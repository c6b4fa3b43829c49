package org.yangguang.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.StatementKey.Coverage;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

/** Rows 1.1 and 1.1a of the form of 2014 count an information in several ways once, whatever was recorded, dated anew or taken away. */
@YangguangTest
class CountedOnceTests {

    private static final List<String> WAYS = List.of("WEBSITE", "WEIBO", "WECHAT", "GAZETTE", "OTHER");
    private static final Map<String, String> ROWS =
            Map.of("GAZETTE", "1.2.1", "WEBSITE", "1.2.2", "WEIBO", "1.2.3", "WECHAT", "1.2.4", "OTHER", "1.2.5");
    private static final List<String> PERIODS =
            List.of("2015", "2016", "2017", "2016-Q1", "2016-Q4", "2016-02", "2016-12", "2017-01");
    private static final int ITEMS = 24;

    @Autowired
    Statements statements;

    @Autowired
    CellRecords records;

    @Autowired
    TestOrgans organs;

    @Autowired
    JdbcClient jdbc;

    private Organ root;
    private List<OrganId> three;
    private final List<Item> items = new ArrayList<>();

    private record Item(long id, OrganId organ, boolean normative) {}

    private record Release(long item, LocalDate on) {}

    @BeforeEach
    void itemsOfThreeOrgans() {
        root = organs.root();
        Organ child = organs.below(root);
        three = List.of(root.id(), child.id(), organs.below(child).id());
        for (int i = 0; i < ITEMS; i++) {
            long id = jdbc.sql("select nextval('disclosure.item_id')")
                    .query(Long.class)
                    .single();
            Item item = new Item(id, three.get(i % 3), i % 4 == 0);
            items.add(item);
            jdbc.sql("insert into disclosure.item (id, organ_id) values (?, ?)")
                    .params(id, item.organ().value())
                    .update();
            jdbc.sql("""
                    insert into disclosure.edition (id, item_id, number, state, title, summary, body_html, body_text, normative,
                           attribute, organ_name, handler_id, handler_name)
                    values (nextval('disclosure.edition_id'), ?, 1, 'REGISTERED', '信息', '', '', '', ?, 'PROACTIVE', '', 1, '')""").params(id, item.normative()).update();
        }
    }

    @AfterEach
    void takeThemAway() {
        Long[] ids = items.stream().map(Item::id).toArray(Long[]::new);
        jdbc.sql("delete from disclosure.release where item_id = any(?)")
                .param(ids)
                .update();
        jdbc.sql("delete from disclosure.edition where item_id = any(?)")
                .param(ids)
                .update();
        jdbc.sql("delete from disclosure.item where id = any(?)").param(ids).update();
    }

    @Test
    void whateverHappensToReleasesTheStatementIsWhatANaiveRecountSays() {
        Random random = new Random(20261126);
        for (int round = 0; round < 30; round++) {
            for (int step = 0; step < 12; step++) {
                change(random);
            }
            Period period =
                    Period.parse(PERIODS.get(random.nextInt(PERIODS.size()))).orElseThrow();
            for (OrganId organ : three) {
                compare(new StatementKey(organ, "2014", period, Coverage.ORGAN), Set.of(organ));
            }
            compare(new StatementKey(root.id(), "2014", period, Coverage.SUBTREE), Set.copyOf(three));
        }
    }

    /** One more way, several at once, another day, another way, or one less. */
    private void change(Random random) {
        long item = items.get(random.nextInt(ITEMS)).id();
        String way = WAYS.get(random.nextInt(WAYS.size()));
        LocalDate on = LocalDate.of(2015, 11, 1).plusDays(random.nextInt(500));
        switch (random.nextInt(6)) {
            case 0, 1 -> jdbc.sql("""
                    insert into disclosure.release (item_id, channel, released_on) values (?, ?, ?)
                    on conflict (item_id, channel) do nothing""").params(item, way, on).update();
            case 2 ->
                jdbc.sql("""
                    insert into disclosure.release (item_id, channel, released_on)
                    select item, way, ?::date + n::int from unnest(?::bigint[]) item,
                           unnest(?::text[]) with ordinality w (way, n)
                    on conflict (item_id, channel) do nothing""")
                        .params(on, new Long[] {item, items.get(0).id()}, WAYS.toArray(String[]::new))
                        .update();
            case 3 ->
                jdbc.sql("update disclosure.release set released_on = ? where item_id = ? and channel = ?")
                        .params(on, item, way)
                        .update();
            case 4 -> jdbc.sql("""
                    update disclosure.release r set channel = ? where item_id = ? and channel = 'OTHER'
                       and not exists (select from disclosure.release where item_id = r.item_id and channel = ?)""").params(way, item, way).update();
            default ->
                jdbc.sql("delete from disclosure.release where item_id = ? and channel = ?")
                        .params(item, way)
                        .update();
        }
    }

    private void compare(StatementKey key, Set<OrganId> of) {
        StatementPicture picture = statements.picture(key).orElseThrow();
        Map<Long, Item> byId = items.stream().collect(Collectors.toMap(Item::id, item -> item));
        expect(picture, "1.1", once(key, byId, of, item -> true));
        expect(picture, "1.1a", once(key, byId, of, Item::normative));
        ROWS.forEach((way, row) -> expect(
                picture,
                row,
                releases("channel = '" + way + "'", key.period()).stream()
                        .filter(each -> of.contains(byId.get(each.item()).organ()))
                        .count()));
        Fill.Counted fill = (Fill.Counted) picture.scheme().fill(new Cell("main", "1.1", "year"));
        assertThat(records.page(key, fill, 0, 5).total())
                .as("records of " + key)
                .isEqualTo(once(key, byId, of, item -> true));
    }

    private long once(StatementKey key, Map<Long, Item> byId, Set<OrganId> of, Predicate<Item> which) {
        return releases("true", key.period()).stream()
                .map(each -> byId.get(each.item()))
                .filter(item -> of.contains(item.organ()) && which.test(item))
                .distinct()
                .count();
    }

    private List<Release> releases(String where, Period period) {
        return jdbc
                .sql("select item_id, released_on from disclosure.release where item_id = any(?) and " + where)
                .param(items.stream().map(Item::id).toArray(Long[]::new))
                .query((row, number) ->
                        new Release(row.getLong("item_id"), row.getObject("released_on", LocalDate.class)))
                .list()
                .stream()
                .filter(each -> !each.on().isBefore(period.from()) && !each.on().isAfter(period.until()))
                .toList();
    }

    private static void expect(StatementPicture picture, String row, long figure) {
        assertThat(picture.figures().at(new Cell("main", row, "year")))
                .as(picture.key() + " " + row)
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(BigDecimal.valueOf(figure)));
    }

    @Test
    void waysThatAreRecordedAtTheSameMomentKnowOfEachOther() throws Exception {
        CyclicBarrier together = new CyclicBarrier(WAYS.size());
        ExecutorService officers = Executors.newFixedThreadPool(WAYS.size());
        try {
            List<Future<?>> done = new ArrayList<>();
            for (String way : WAYS) {
                done.add(officers.submit(() -> {
                    for (Item item : items) {
                        together.await();
                        jdbc.sql("insert into disclosure.release (item_id, channel, released_on) values (?, ?, ?)")
                                .params(item.id(), way, LocalDate.of(2016, 5, 1).plusDays(item.id() % 3 * way.length()))
                                .update();
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            officers.shutdownNow();
        }

        Integer wrong = jdbc.sql("""
                select count(*) from (
                    select previous_on, lag(released_on) over (partition by item_id order by released_on, channel) as before
                      from disclosure.release where item_id = any(?)) r
                 where previous_on is distinct from before""")
                .param(items.stream().map(Item::id).toArray(Long[]::new))
                .query(Integer.class)
                .single();

        assertThat(wrong).isZero();
        compare(new StatementKey(root.id(), "2014", Period.year(2016), Coverage.SUBTREE), Set.copyOf(three));
    }
}
