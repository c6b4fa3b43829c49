package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.internal.ContentHash;
import org.yangguang.disclosure.internal.ItemFilter;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.organ.OrganId;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class BulkLoadTests {

    private static final Reader ANYBODY = new Reader(Set.of(VisibilityGate.PUBLIC));

    @Autowired
    TestDistrict district;

    @Autowired
    BulkLoad history;

    @Autowired
    PublishedItems items;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anItemOfHistoryStandsOnTheSiteWithItsOwnDates() {
        OrganId organ = district.organ("档案局");
        EditionContent content = Contents.in(district.column("通知"))
                .titled("㐂与𠮷的\t登记\\办法\n(试行)")
                .saying("<p>第一条 \"引号\"与\\反斜线。</p>")
                .keywords("登记", "a\"b\\c")
                .formed(LocalDate.of(2012, 5, 3))
                .content();

        ItemId item = district.publish(organ, content);

        assertThat(items.find(item, ANYBODY)).hasValueSatisfying(listed -> {
            assertThat(listed.title()).isEqualTo(content.title());
            assertThat(listed.formedOn()).isEqualTo("2012-05-03");
            assertThat(listed.publishedAt()).isEqualTo("2012-05-03T02:19:00Z");
            assertThat(listed.indexNumber()).contains("/2012-");
        });
        assertThat(jdbc.sql("select content_hash from disclosure.edition where item_id = ?")
                        .param(item.value())
                        .query(String.class)
                        .single())
                .isEqualTo(ContentHash.of(content));
    }

    @Test
    void anItemThatWentOutElsewhereIsOnTheRegisterOnly() {
        OrganId organ = district.organ("新闻中心");
        ColumnId column = district.column("动态");

        district.load(List.of(TestDistrict.past(organ, Contents.in(column).content(), null, Channel.WEIBO)));

        assertThat(items.count(ItemFilter.of(organ), ANYBODY)).isZero();
        assertThat(jdbc.sql("""
                select count(*) from disclosure.release r join disclosure.item i on i.id = r.item_id
                 where i.organ_id = ? and r.channel = 'WEIBO'""").param(organ.value()).query(Long.class).single())
                .isOne();
    }

    @Test
    void everyItemIsMarkedAsImportedInItsReviewRecord() {
        OrganId organ = district.organ("统计局");

        ItemId item = district.publish(organ, Contents.in(district.column("统计")).content());

        assertThat(jdbc.sql("""
                select i.origin || ' ' || s.action from disclosure.item i
                  join disclosure.edition e on e.item_id = i.id join disclosure.review_step s on s.edition_id = e.id
                 where i.id = ?""").param(item.value()).query(String.class).list()).containsExactly("IMPORTED IMPORT");
    }

    @Test
    void aBatchWithANumberThatIsTakenIsNotLoadedAtAll() {
        OrganId organ = district.organ("民政局");
        ColumnId column = district.column("民政");
        String number = "F" + TestDistrict.unique() + "/2011-00007";
        district.publish(organ, Contents.in(column).content(), number);

        assertThatThrownBy(() -> history.load(
                        Stream.of(
                                TestDistrict.past(organ, Contents.in(column).content(), null, Channel.WEBSITE),
                                TestDistrict.past(organ, Contents.in(column).content(), number, Channel.WEBSITE)),
                        loaded -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(number);

        assertThat(items.count(ItemFilter.of(organ), ANYBODY)).isOne();
    }

    @Test
    void whatCouldNotHaveBeenPublishedIsRefusedWithEveryReason() {
        EditionContent content = Contents.in(district.column("其他")).titled(" ").content();

        assertThatThrownBy(() -> history.load(
                        Stream.of(new BulkLoad.Past(
                                new OrganId(-1),
                                content,
                                null,
                                Channel.WEBSITE,
                                java.time.Instant.parse("2199-01-01T00:00:00Z"),
                                LocalDate.of(2001, 1, 1))),
                        loaded -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("organ is unknown", "no title", "formed after", "in the future");
    }

    @Test
    void progressIsToldAndNumbersRunOnFromBatchToBatch() {
        OrganId organ = district.organ("财政局");
        ColumnId column = district.column("财政");
        List<Long> told = new ArrayList<>();

        long loaded = history.load(
                IntStream.range(0, 4_500)
                        .mapToObj(n -> TestDistrict.past(
                                organ,
                                Contents.in(column).titled("第" + n + "号预算").content(),
                                null,
                                Channel.WEBSITE)),
                told::add);

        assertThat(loaded).isEqualTo(4_500);
        assertThat(told).hasSize(3).isSorted().endsWith(4_500L);
        assertThat(items.count(ItemFilter.of(organ), ANYBODY)).isEqualTo(4_500);
    }
}
