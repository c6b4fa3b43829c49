package org.yangguang.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Reason;
import org.yangguang.disclosure.Releases;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.testing.Await;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ChannelTests {

    @Autowired
    Outlets outlets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Releases releases;

    @Autowired
    ApplicationContext context;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsPublishedIsPlannedForTheOutletsThatTakeIt() {
        Office office = Office.open(context);
        long board = open(office, Carrier.NOTICE_BOARD, Outlet.Takes.ALL, List.of());
        long screen = open(office, Carrier.TOUCH_SCREEN, Outlet.Takes.ALL, List.of());
        long column = open(
                office,
                Carrier.WEIBO,
                Outlet.Takes.COLUMNS,
                List.of(office.column().code()));
        open(office, Carrier.HOTLINE, Outlet.Takes.NONE, List.of());
        open(Office.open(context), Carrier.NOTICE_BOARD, Outlet.Takes.ALL, List.of());

        ItemId item = office.approved(office.content("多渠道公告")).item();

        Await.until(() -> deliveries.ofItem(item).size() == 3);
        assertThat(state(item, board)).isEqualTo(DeliveryState.FOR_CLERK);
        assertThat(state(item, screen)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(state(item, column)).isEqualTo(DeliveryState.FOR_CLERK);
    }

    @Test
    void oneInformationByManyWaysCountsOnceInEachAndOnceInAll() {
        Office office = Office.open(context);
        long board = open(office, Carrier.NOTICE_BOARD, Outlet.Takes.ALL, List.of());
        open(office, Carrier.TOUCH_SCREEN, Outlet.Takes.ALL, List.of());
        long weibo = open(office, Carrier.WEIBO, Outlet.Takes.ALL, List.of());
        ItemId item = office.approved(office.content("一条信息")).item();
        Await.until(() -> deliveries.ofItem(item).size() == 3);

        confirm(office, item, board);
        confirm(office, item, weibo);

        assertThat(releases.ways(item))
                .extracting(Releases.Way::channel)
                .containsExactlyInAnyOrder(Channel.WEBSITE, Channel.WEIBO, Channel.OTHER);
        assertThat(jdbc.sql("select count(distinct ref) from channel.fact_delivery where organ_id = ?")
                        .param(office.organ.value())
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select count(*) from channel.fact_delivery where organ_id = ?")
                        .param(office.organ.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatIsWithdrawnIsTakenBackElsewhereAndWhatHadNotGoneOutNeverGoes() {
        Office office = Office.open(context);
        long board = open(office, Carrier.NOTICE_BOARD, Outlet.Takes.ALL, List.of());
        long weibo = open(office, Carrier.WEIBO, Outlet.Takes.ALL, List.of());
        long screen = open(office, Carrier.TOUCH_SCREEN, Outlet.Takes.ALL, List.of());
        var done = office.approved(office.content("要撤回的公告"));
        Await.until(() -> deliveries.ofItem(done.item()).size() == 3);
        confirm(office, done.item(), board);

        office.done(office.disclosureOffice(), done, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));

        Await.until(() -> state(done.item(), board) == DeliveryState.TO_TAKE_BACK);
        assertThat(state(done.item(), weibo)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(state(done.item(), screen)).isEqualTo(DeliveryState.TAKEN_BACK);
        Delivery waiting =
                deliveries.waitingFor(office.disclosureOffice(), null, 0, 10).get(0);
        assertThat(act(office, waiting, Deliveries.Act.TAKE_BACK)).isInstanceOf(Outcome.Done.class);
        assertThat(state(done.item(), board)).isEqualTo(DeliveryState.TAKEN_BACK);
        assertThat(keys(deliveries.plan(office.disclosureOffice(), done.item(), board)))
                .containsExactly("channel.refused.notPublic");
    }

    @Test
    void everyMoveThatIsNotDeclaredIsRefused() {
        int legal = 0;
        for (DeliveryState state : DeliveryState.values()) {
            for (DeliveryAction action : DeliveryAction.values()) {
                legal += DeliveryTransitions.after(state, action).isPresent() ? 1 : 0;
            }
        }
        assertThat(legal).isEqualTo(DeliveryTransitions.ALL.size());
        assertThat(DeliveryTransitions.after(DeliveryState.STUCK, DeliveryAction.RETRY))
                .as("what may be there is asked for, not sent again")
                .contains(DeliveryState.UNSURE);
        assertThat(DeliveryTransitions.after(DeliveryState.DELIVERED, DeliveryAction.RESERVE))
                .isEmpty();
        assertThat(DeliveryTransitions.after(DeliveryState.SENDING, DeliveryAction.CONFIRM))
                .isEmpty();
    }

    @Test
    void aClerkPlansCopiesPrintsAndConfirmsAtTheConsole() throws Exception {
        Office office = Office.open(context);
        long board = open(office, Carrier.NOTICE_BOARD, Outlet.Takes.NONE, List.of());
        ItemId item = office.approved(office.content("公示栏公告")).item();
        Console console = new Console(mvc);
        console.signIn(office.handler().login(), Office.PASSWORD);
        String here = "/console/channels/items/" + item.value();
        console.open("/console/channels/find?item=http://localhost/items/" + item.value())
                .andExpect(status().is3xxRedirection());
        console.submit(here, "outlet", String.valueOf(board)).andExpect(status().is3xxRedirection());
        console.submit(here, "outlet", String.valueOf(board))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("不会重复发布")));
        Delivery delivery = deliveries.ofItem(item).get(0);
        String page = "/console/channels/deliveries/" + delivery.id();
        console.open(page).andExpect(content().string(containsString("公示栏公告")));
        byte[] sheet = console.open(here + "/sheet.pdf?size=A3")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(sheet, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        console.submit(
                        page,
                        "version",
                        String.valueOf(delivery.version()),
                        "act",
                        "CONFIRM",
                        "on",
                        "2016-03-01",
                        "reference",
                        "一楼大厅公示栏")
                .andExpect(status().is3xxRedirection());
        console.open(here).andExpect(content().string(containsString("一楼大厅公示栏")));
        console.open("/console/channels").andExpect(content().string(containsString("公示栏公告")));
    }

    @Test
    void theDisclosureOfficeKeepsOutletsAndReadersFindThem() throws Exception {
        Office office = Office.open(context);
        Console console = new Console(mvc);
        console.signIn(office.disclosureOffice().login(), Office.PASSWORD);
        String name = "便民公示栏" + office.organ.value();
        String page = console.submit(
                        "/console/channels/outlets",
                        "organ",
                        String.valueOf(office.organ.value()),
                        "carrier",
                        "WECHAT",
                        "name",
                        name,
                        "address",
                        "https://mp.weixin.qq.com/example",
                        "takes",
                        "NONE")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        console.submit(
                        "/console/channels/outlets",
                        "organ",
                        String.valueOf(office.organ.value()),
                        "name",
                        "没有类别",
                        "takes",
                        "COLUMNS",
                        "columns",
                        "no-such-column")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("没有类别")))
                .andExpect(content().string(containsString("no-such-column")));
        console.submit(page + "/access", "account", "wx1", "secret", "top-secret", "cover", "media")
                .andExpect(status().is3xxRedirection());
        console.open(page)
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("top-secret"))));
        mvc.perform(get("/channels")).andExpect(content().string(containsString(name)));
        Console other = Console.of(mvc, officers.in(organs.root().id(), Role.DISCLOSURE_OFFICE));
        other.open(page).andExpect(status().isNotFound());
    }

    private long open(Office office, Carrier carrier, Outlet.Takes takes, List<String> columns) {
        Outcome outcome = outlets.open(
                office.disclosureOffice(),
                new Outlets.Typed(office.organ, carrier, "试验" + carrier, null, "大厅", takes, columns));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private void confirm(Office office, ItemId item, long outlet) {
        Delivery delivery = delivery(item, outlet);
        assertThat(act(office, delivery, Deliveries.Act.CONFIRM)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome act(Office office, Delivery delivery, Deliveries.Act act) {
        Officer clerk = office.handler();
        return deliveries.act(clerk, delivery.id(), delivery.version(), act, LocalDate.of(2016, 3, 1), "大厅一楼");
    }

    private Delivery delivery(ItemId item, long outlet) {
        return deliveries.ofItem(item).stream()
                .filter(each -> each.outlet() == outlet)
                .findFirst()
                .orElseThrow();
    }

    private DeliveryState state(ItemId item, long outlet) {
        return delivery(item, outlet).state();
    }

    private static List<String> keys(Outcome outcome) {
        return outcome.reasons().stream().map(Reason::key).toList();
    }
}
