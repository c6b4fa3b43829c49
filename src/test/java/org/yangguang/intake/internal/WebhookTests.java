package org.yangguang.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Permissions;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.intake.HandedIn;
import org.yangguang.intake.Webhook;
import org.yangguang.intake.WebhookProperties;
import org.yangguang.organ.Organs;
import org.yangguang.platform.OpenNetwork;
import org.yangguang.platform.SealedText;
import org.yangguang.site.SiteIdentity;
import org.yangguang.testing.Await;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.YangguangTest;
import tools.jackson.databind.json.JsonMapper;

@YangguangTest
class WebhookTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    WebhookTable table;

    @Autowired
    DraftDesk desk;

    @Autowired
    Editions editions;

    @Autowired
    SealedText sealed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Office office;
    private MovableClock later;
    private Receiver receiver;
    private Webhooks webhooks;
    private WebhookDeliveries deliveries;
    private WebhookTarget target;
    private long webhook;

    @BeforeEach
    void aReceiverInsideTheOwnNetwork() throws IOException {
        jdbc.sql("update intake.delivery set next_at = null").update();
        office = Office.open(context);
        later = new MovableClock(clock.instant().plusSeconds(1));
        receiver = new Receiver(later::instant);
        target = new WebhookTarget(new WebhookProperties(List.of("127.0.0.1")));
        webhooks = new Webhooks(
                table,
                target,
                context.getBean(Permissions.class),
                context.getBean(Organs.class),
                sealed,
                context.getBean(SiteIdentity.class),
                context.getBean(JsonMapper.class),
                context.getBean(AuditTrail.class),
                clock);
        deliveries = new WebhookDeliveries(table, target, sealed, later);
        Webhooks.Result.Registered registered = (Webhooks.Result.Registered) transaction.execute(
                status -> webhooks.register(office.disclosureOffice(), office.organ, receiver.url()));
        receiver.knows(registered.secret());
        webhook = registered.id();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aSystemIsToldOfEveryStepOfWhatItHandedIn() {
        Outcome.Done submitted = submitted("办文");
        Outcome.Done cleared = office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉及国家秘密。"));
        Outcome.Done published = office.done(office.leader(), cleared, new Move.Approve("同意公开。"));
        office.done(office.disclosureOffice(), published, new Move.Withdraw(WithdrawalReason.DUPLICATE, "重复"));
        noted(6);

        deliveries.deliverDue();

        assertThat(receiver.taken().values())
                .hasSize(6)
                .allSatisfy(body ->
                        assertThat(body).contains("\"reference\":\"OA-7\"").doesNotContain("办文"))
                .anySatisfy(body -> assertThat(body).contains("draft.moved", "SECRECY_REVIEW"))
                .anySatisfy(body -> assertThat(body)
                        .contains("item.published", "/items/" + published.item().value()))
                .anySatisfy(body -> assertThat(body).contains("item.withdrawn"));
        assertThat(mine().waiting()).isZero();
        assertThat(mine().lastResult()).isEqualTo("204");
    }

    @Test
    void aDeliveryComesUntilItIsAnsweredWellAndIsTakenOnce() {
        submitted("再送");
        noted(1);
        receiver.failNext(503);
        receiver.failNext(302);

        deliveries.deliverDue();
        assertThat(mine().lastResult()).isEqualTo("503");
        deliveries.deliverDue();
        assertThat(receiver.calls()).isOne();

        later.forward(Duration.ofSeconds(31));
        deliveries.deliverDue();
        assertThat(mine().lastResult()).isEqualTo("302");
        later.forward(Duration.ofMinutes(3));
        deliveries.deliverDue();
        deliveries.deliverDue();

        assertThat(receiver.calls()).isEqualTo(3);
        assertThat(receiver.taken()).hasSize(1);
        assertThat(mine().waiting()).isZero();
    }

    @Test
    void aReceiverWithAnotherSecretRefusesAndTheDeliveryIsGivenUpInTheEnd() {
        submitted("不认");
        noted(1);
        receiver.knows("another secret");

        for (int attempt = 0; attempt < 10; attempt++) {
            deliveries.deliverDue();
            later.forward(Duration.ofHours(42));
        }

        assertThat(receiver.taken()).isEmpty();
        assertThat(receiver.calls()).isEqualTo(8);
        assertThat(mine().givenUp()).isOne();
        assertThat(mine().lastResult()).isEqualTo("401");
        transaction.executeWithoutResult(status -> webhooks.again(office.disclosureOffice(), webhook));
        assertThat(mine().waiting()).isOne();
    }

    @Test
    void whatNoSystemHandedInIsToldToNobody() {
        office.submitted(office.content("手工"));
        submitted("系统");
        noted(1);

        deliveries.deliverDue();

        assertThat(receiver.taken()).hasSize(1);
    }

    @Test
    void aClosedWebhookIsToldNothingMore() {
        submitted("关闭");
        noted(1);
        transaction.executeWithoutResult(status -> webhooks.close(office.handler(), webhook));
        assertThat(mine().closedAt()).isNull();
        transaction.executeWithoutResult(status -> webhooks.close(office.disclosureOffice(), webhook));

        deliveries.deliverDue();

        assertThat(receiver.calls()).isZero();
        assertThat(mine().closedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.2/x",
                "https://localhost/x",
                "https://10.1.2.3/",
                "https://192.168.0.1/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://0.0.0.0/",
                "https://100.64.0.1/",
                "http://93.184.215.14/",
                "ftp://93.184.215.14/",
                "https://user:word@93.184.215.14/",
                "file:///etc/passwd",
                "nonsense",
                "",
                "https://2130706433/",
                "https://[64:ff9b::7f00:1]/"
            })
    void nobodyMakesTheServerCallIntoItsOwnNetwork(String url) {
        Webhooks.Result result =
                transaction.execute(status -> webhooks.register(office.disclosureOffice(), office.organ, url));

        assertThat(result).isInstanceOf(Webhooks.Result.Refused.class);
    }

    @Test
    void anOpenAddressMayBeCalled() throws Exception {
        assertThat(target.against("https://93.184.215.14/hook")).isEmpty();
        assertThat(OpenNetwork.reaches(InetAddress.getByName("2606:2800:21f:cb07::1")))
                .isTrue();
    }

    private Outcome.Done submitted(String title) {
        String body = """
                {"organ":"%s","title":"%s","summary":"概述","bodyHtml":"<p>正文</p>","column":"%s","formedOn":"2016-02-18",\
                "reference":"OA-7"}""".formatted(office.organ.value(), title, office.column().code());
        HandedIn.Made made = (HandedIn.Made) desk.handIn(office.handler(), "key", body);
        long id = Long.parseLong(made.location().substring(made.location().lastIndexOf('/') + 1));
        return (Outcome.Done)
                desk.submit(office.handler(), desk.find(office.handler(), id).orElseThrow(), null, "属于主动公开范围，建议公开。");
    }

    /** Until the registry of events has told the module. */
    private void noted(int count) {
        Await.until(() -> mine().waiting() == count);
    }

    private Webhook mine() {
        return webhooks.of(office.disclosureOffice()).stream()
                .filter(each -> each.id() == webhook)
                .findFirst()
                .orElseThrow();
    }
}
