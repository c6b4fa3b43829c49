package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ItemRegister;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ReleasesTests {

    private static final LocalDate DAY = LocalDate.of(2016, 5, 4);

    @Autowired
    ApplicationContext context;

    @Autowired
    Releases releases;

    @Autowired
    ItemRegister register;

    @Autowired
    EditionTable editions;

    @Test
    void whatWentOutByWeiboOnlyIsRecordedOnce() {
        Office office = Office.open(context);
        Releases.Release weibo = new Releases.Release(office.organ, "停水通知", "", Channel.WEIBO, DAY, "");
        assertThat(releases.record(office.handler(), weibo).done()).isTrue();
        assertThat(keys(releases.record(office.handler(), weibo))).containsExactly("disclosure.release.twice");
        assertThat(register.offSite(List.of(office.organ), 10))
                .extracting(ItemRegister.Release::title)
                .containsExactly("停水通知");
    }

    @Test
    void anItemOfTheSiteThatAlsoWentOutElsewhereStaysOneItem() {
        Office office = Office.open(context);
        Outcome.Done published = office.approved(office.content("两个渠道"));
        String number = editions.find(published.edition()).orElseThrow().indexNumber();
        assertThat(releases.record(
                                office.handler(),
                                new Releases.Release(office.organ, "", number, Channel.WECHAT, DAY, "公众号"))
                        .done())
                .isTrue();
        assertThat(register.releases(published.item()))
                .extracting(ItemRegister.Release::channel)
                .containsExactlyInAnyOrder(Channel.WECHAT, Channel.WEBSITE);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Office office = Office.open(context);
        assertThat(keys(releases.record(
                        office.leader(),
                        new Releases.Release(office.organ, "", "", Channel.WEBSITE, LocalDate.of(2999, 1, 1), ""))))
                .containsExactlyInAnyOrder(
                        "disclosure.release.role",
                        "disclosure.invalid.titleMissing",
                        "disclosure.release.channelMissing",
                        "disclosure.release.future");
    }

    private static List<String> keys(Outcome outcome) {
        return ((Outcome.Refused) outcome).reasons().stream().map(Reason::key).toList();
    }
}
