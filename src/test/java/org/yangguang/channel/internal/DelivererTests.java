package org.yangguang.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.channel.Carrier;
import org.yangguang.channel.Deliveries;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.DeliveryState;
import org.yangguang.channel.Outcome;
import org.yangguang.channel.Outlet;
import org.yangguang.channel.Outlets;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.Contents;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Releases;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.organ.OrganId;
import org.yangguang.site.SiteIdentity;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.Officers;
import org.yangguang.testing.YangguangTest;

@YangguangTest
@ExtendWith(OutputCaptureExtension.class)
class DelivererTests {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Outlets outlets;

    @Autowired
    OutletTable outletTable;

    @Autowired
    DeliveryTable table;

    @Autowired
    Releases releases;

    @Autowired
    Editions editions;

    @Autowired
    VisibilityGate gate;

    @Autowired
    AuditTrail audit;

    @Autowired
    SiteIdentity site;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDistrict district;

    @Autowired
    Officers officers;

    @Autowired
    JdbcClient jdbc;

    private final MovableClock clock = new MovableClock(Instant.now().plusSeconds(60));
    private StandIn standIn;
    private OrganId organ;
    private Officer officer;

    @BeforeEach
    void start() throws IOException {
        standIn = new StandIn(clock);
        organ = district.organ("渠道局");
        officer = officers.in(organ, Role.DISCLOSURE_OFFICE);
        jdbc.sql("""
                update channel.delivery set state = 'CANCELLED', due_at = null
                 where state in ('WAITING', 'SENDING', 'UNSURE')""").update();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aPostFitsWeiboLeadsToThePageAndIsNotedAsARelease() {
        long outlet = outlet(Carrier.WEIBO);
        ItemId item = item("关于" + "非常重要的".repeat(40) + "通知");
        long delivery = plan(item, outlet);

        deliverer().deliverDue();
        deliverer().deliverDue();

        assertThat(standIn.statuses).hasSize(1);
        assertThat(standIn.statuses.get(0)).startsWith("【关于非常重要的").contains("…", "/items/" + item.value());
        assertThat(PostTexts.halves(standIn.statuses.get(0))).isLessThanOrEqualTo(280);
        Delivery now = table.find(delivery).orElseThrow();
        assertThat(now.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(now.reference()).isEqualTo("https://weibo.com/1700000000/4900000");
        assertThat(releases.ways(item))
                .extracting(Releases.Way::channel)
                .containsExactlyInAnyOrder(Channel.WEBSITE, Channel.WEIBO);
    }

    @Test
    void anArticleOfWechatIsDraftedHandedInAndAskedForUntilItIsPublished() {
        standIn.pollsUntilPublished = 3;
        long delivery = plan(item("关于" + "长".repeat(60) + "的通知"), outlet(Carrier.WECHAT));
        Deliverer deliverer = deliverer();

        deliverer.deliverDue();
        assertThat(state(delivery)).isEqualTo(DeliveryState.WAITING);
        settle(deliverer);

        assertThat(state(delivery)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(table.find(delivery).orElseThrow().reference()).startsWith("https://mp.weixin.qq.com/s/");
        assertThat(standIn.publishedArticles()).isOne();
        assertThat(standIn.calls.get("/cgi-bin/stable_token")).isOne();
    }

    @Test
    void aTokenThatExpiredOrIsNotTakenIsRenewedAndNothingIsLost() {
        long outlet = outlet(Carrier.WECHAT);
        Deliverer deliverer = deliverer();
        plan(item("第一篇"), outlet);
        settle(deliverer);
        standIn.expireTokens();
        plan(item("第二篇"), outlet);
        settle(deliverer);
        standIn.rejectTokens();
        plan(item("第三篇"), outlet);
        settle(deliverer);

        assertThat(standIn.publishedArticles()).isEqualTo(3);
        clock.forward(Duration.ofHours(3));
        plan(item("第四篇"), outlet);
        settle(deliverer);
        assertThat(standIn.publishedArticles()).isEqualTo(4);
    }

    @Test
    void aServiceThatIsCalledTooOftenIsLeftAloneUntilTheLimitEnds() {
        long wechat = outlet(Carrier.WECHAT);
        long delivery = plan(item("超限"), wechat);
        standIn.error = 45009;
        deliverer().deliverDue();
        standIn.error = 0;
        Outlet held = outlets.find(wechat).orElseThrow();
        assertThat(held.problem()).isEqualTo("channel.problem.often");
        assertThat(held.heldUntil()).isAfter(clock.instant());
        deliverer().deliverDue();
        assertThat(standIn.publishedArticles()).isZero();

        clock.forward(Duration.between(clock.instant(), held.heldUntil()).plusSeconds(60));
        settle();
        assertThat(state(delivery)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(outlets.find(wechat).orElseThrow().problem()).isNull();
    }

    @Test
    void aTokenOfWeiboThatExpiredHoldsTheOutletUntilThereIsANewOne() {
        long outlet = outlet(Carrier.WEIBO);
        long delivery = plan(item("令牌过期"), outlet);
        standIn.weiboTokenExpired = true;
        deliverer().deliverDue();
        assertThat(outlets.find(outlet).orElseThrow().problem()).isEqualTo("channel.problem.weibo.token");
        assertThat(state(delivery)).isEqualTo(DeliveryState.WAITING);

        standIn.weiboTokenExpired = false;
        outlets.connect(officer, outlet, "", StandIn.WEIBO_TOKEN, "");
        settle();
        assertThat(state(delivery)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void whatAServiceRefusesForGoodIsAClerksAndDoesNotStopTheOthers() {
        long outlet = outlet(Carrier.WEIBO);
        long refused = plan(item("违禁"), outlet);
        standIn.error = 20021;
        deliverer().deliverDue();
        standIn.error = 0;
        long other = plan(item("照发"), outlet);
        settle();

        assertThat(state(refused)).isEqualTo(DeliveryState.STUCK);
        assertThat(table.find(refused).orElseThrow().problem()).isEqualTo("channel.problem.content");
        assertThat(state(other)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void withoutAccessTheWordsArePreparedAndAClerkConfirms() {
        long outlet = opened(Carrier.WEIBO);
        ItemId item = item("手工发布");
        long delivery = plan(item, outlet);
        deliverer().deliverDue();

        Delivery waiting = deliveries.find(officer, delivery).orElseThrow();
        assertThat(waiting.state()).isEqualTo(DeliveryState.FOR_CLERK);
        assertThat(deliveries.words(waiting, outlets.find(outlet).orElseThrow()).orElseThrow())
                .contains("手工发布", "/items/" + item.value());
        assertThat(deliveries
                        .act(officer, delivery, waiting.version(), Deliveries.Act.CONFIRM, null, " ")
                        .reasons())
                .extracting(reason -> reason.key())
                .containsExactly("channel.refused.on", "channel.refused.referenceMissing");
        Outcome done = deliveries.act(
                officer,
                delivery,
                waiting.version(),
                Deliveries.Act.CONFIRM,
                java.time.LocalDate.of(2016, 3, 1),
                "https://weibo.com/1/2");
        Outcome twice = deliveries.act(
                officer,
                delivery,
                waiting.version(),
                Deliveries.Act.CONFIRM,
                java.time.LocalDate.of(2016, 3, 2),
                "https://weibo.com/1/3");
        assertThat(done).isInstanceOf(Outcome.Done.class);
        assertThat(twice.reasons()).extracting(reason -> reason.key()).containsExactly("channel.refused.overtaken");
        assertThat(table.find(delivery).orElseThrow().reference()).isEqualTo("https://weibo.com/1/2");
    }

    @Test
    void secretsAreSealedAndInNoLog(CapturedOutput output) {
        long outlet = outlet(Carrier.WECHAT);
        plan(item("秘密"), outlet);
        standIn.error = 40001;
        deliverer().deliverDue();
        byte[] sealed = jdbc.sql("select credentials from channel.outlet where id = ?")
                .param(outlet)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(StandIn.SECRET);
        assertThat(output.getAll()).doesNotContain(StandIn.SECRET).doesNotContain("token-1");
        assertThat(outletTable.credentials(outlet).orElseThrow().toString()).doesNotContain(StandIn.SECRET);
    }

    @Test
    void aThousandDeliveriesOverABadNetworkAndThroughPowerCutsArriveOnceEach() throws Exception {
        List<Long> planned = thousand();
        standIn.badNetwork(12, 7);
        standIn.pollsUntilPublished = 2;
        Random cuts = new Random(11);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        int powerCuts = 0;
        int rounds = 0;
        while (open(planned) > 0) {
            assertThat(++rounds).as("rounds").isLessThan(20_000);
            List<Future<Boolean>> running = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                running.add(nodes.submit(() -> runUntilThePowerGoes(cuts)));
            }
            for (Future<Boolean> each : running) {
                powerCuts += each.get() ? 1 : 0;
            }
            clock.forward(Duration.ofSeconds(125));
            if (rounds % 50 == 0) {
                standIn.expireTokens();
            }
        }
        nodes.shutdown();

        assertThat(powerCuts).as("power cuts").isGreaterThan(10);
        assertThat(jdbc.sql("""
                        select o.carrier || ' ' || d.state || ' ' || coalesce(d.step, '') || ' ' || d.attempts || ' ' || coalesce(d.problem, '')
                          from channel.delivery d join channel.outlet o on o.id = d.outlet_id
                         where d.id = any (?) and d.state <> 'DELIVERED'""")
                        .param(planned.toArray(Long[]::new))
                        .query(String.class)
                        .list())
                .as("deliveries that did not arrive")
                .isEmpty();
        assertThat(standIn.repeated)
                .as("posts that Weibo had to refuse as repeated")
                .isZero();
        assertThat(standIn.statuses).hasSize(800);
        assertThat(standIn.publishedArticles()).isEqualTo(200);
        assertThat(standIn.draftsLeft()).isZero();
        for (long id : planned) {
            Delivery delivery = table.find(id).orElseThrow();
            if (delivery.reference().startsWith("https://mp.")) {
                assertThat(standIn.published(
                                site.url() + "/items/" + delivery.item().value() + "?d=" + id + ".1"))
                        .isOne();
            }
        }
        assertThat(jdbc.sql("""
                        select count(*) from disclosure.release r
                         where r.item_id in (select d.item_id from channel.delivery d where d.id = any (?))
                           and r.channel in ('WEIBO', 'WECHAT')""")
                        .param(planned.toArray(Long[]::new))
                        .query(Long.class)
                        .single())
                .as("twenty items, each counted once by Weibo and once by WeChat")
                .isEqualTo(40);
    }

    /** Twenty items by fifty outlets, each with an account of its own. */
    private List<Long> thousand() {
        List<Long> to = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            to.add(outlet(i < 40 ? Carrier.WEIBO : Carrier.WECHAT));
        }
        List<Long> planned = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ItemId item = item("公告之" + "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往".charAt(i));
            to.forEach(outlet -> planned.add(plan(item, outlet)));
        }
        return planned;
    }

    /** A node that keeps nothing in memory from one round to the next. */
    private boolean runUntilThePowerGoes(Random cuts) {
        try {
            deliverer(cuts).deliverDue();
            return false;
        } catch (PowerCut cut) {
            return true;
        }
    }

    private static final class PowerCut extends Error {}

    private long open(List<Long> planned) {
        return jdbc.sql("""
                select count(*) from channel.delivery where id = any (?) and state in ('WAITING', 'SENDING', 'UNSURE')""")
                .param(planned.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** The power goes before or after one call of a hundred. */
    private record Cutting(Connector connector, Random cuts) implements Connector {

        @Override
        public Carrier carrier() {
            return connector.carrier();
        }

        @Override
        public Attempt send(Post post, long outlet, Credentials credentials, @Nullable String step) {
            cut();
            Attempt attempt = connector.send(post, outlet, credentials, step);
            cut();
            return attempt;
        }

        @Override
        public Attempt ask(Post post, long outlet, Credentials credentials, @Nullable String step) {
            cut();
            return connector.ask(post, outlet, credentials, step);
        }

        private void cut() {
            synchronized (cuts) {
                if (cuts.nextInt(100) == 0) {
                    throw new PowerCut();
                }
            }
        }
    }

    private void settle() {
        settle(deliverer());
    }

    private void settle(Deliverer deliverer) {
        for (int i = 0; i < 12; i++) {
            deliverer.deliverDue();
            clock.forward(Duration.ofSeconds(10));
        }
    }

    private Deliverer deliverer() {
        return deliverer(null);
    }

    private Deliverer deliverer(@Nullable Random cuts) {
        ChannelProperties properties = standIn.properties(Duration.ofSeconds(cuts == null ? 20 : 2));
        ServiceCalls calls = new ServiceCalls(properties);
        PostTexts texts = new PostTexts(site, properties);
        List<Connector> connectors = List.of(
                new WeiboConnector(calls, texts, properties),
                new WechatConnector(calls, new WechatTokens(calls, properties, clock), texts, properties, clock));
        return new Deliverer(
                table,
                outletTable,
                new DeliveryMoves(table, releases, audit, clock),
                editions,
                gate,
                texts,
                cuts == null
                        ? connectors
                        : connectors.stream()
                                .map(each -> (Connector) new Cutting(each, cuts))
                                .toList(),
                transaction,
                clock);
    }

    private long opened(Carrier carrier) {
        Outcome outcome = outlets.open(
                officer,
                new Outlets.Typed(organ, carrier, "试验发布", null, "https://example.cn/", Outlet.Takes.NONE, List.of()));
        return ((Outcome.Done) outcome).id();
    }

    private long outlet(Carrier carrier) {
        long id = opened(carrier);
        Outcome outcome = carrier == Carrier.WEIBO
                ? outlets.connect(officer, id, "", StandIn.WEIBO_TOKEN + id, "")
                : outlets.connect(officer, id, "wx" + id, StandIn.SECRET, "cover");
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private ItemId item(String title) {
        return district.publish(
                organ, Contents.in(district.column("渠道")).titled(title).content());
    }

    private long plan(ItemId item, long outlet) {
        Outcome outcome = deliveries.plan(officer, item, outlet);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private DeliveryState state(long delivery) {
        return table.find(delivery).orElseThrow().state();
    }
}
