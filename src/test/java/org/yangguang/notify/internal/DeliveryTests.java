package org.yangguang.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.platform.SealedText;
import org.yangguang.testing.Console;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DeliveryTests {

    private static final AtomicLong COUNT = new AtomicLong();

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SealedText sealed;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    private final MovableClock clock = new MovableClock(Instant.now().plusSeconds(60));
    private final long number = COUNT.incrementAndGet();
    private final String address = "reader" + number + "@example.cn";
    private final String mobile = "1380000%04d".formatted(number);
    private final String about = "test.record:" + number;
    private GreenMail post;
    private JavaMailSenderImpl sender;
    private SmsGateway gateway;
    private MessageTable table;

    @BeforeEach
    void start() throws IOException {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        gateway = new SmsGateway(clock);
        table = new MessageTable(jdbc, sealed, clock);
        jdbc.sql("update notify.message set state = 'SETTLED' where state in ('WAITING', 'SENDING')")
                .update();
    }

    @AfterEach
    void stop() {
        post.stop();
        gateway.close();
    }

    @Test
    void aMailIsDeliveredOnceAfterTheCommit() throws Exception {
        long id = keep(Message.email(address, "您的申请已答复\r\nBcc: x@example.cn", "申请编号 12 已答复，请查收。", about));
        assertThat(post.getReceivedMessages()).isEmpty();

        delivery().deliverDue();
        delivery().deliverDue();

        assertThat(post.getReceivedMessages()).hasSize(1);
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("您的申请已答复").doesNotContain("\n");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getContent().toString()).contains("申请编号 12 已答复，请查收。");
        assertThat(mail.getMessageID()).isEqualTo("<message-" + id + "@xxgk.example.cn>");
        assertThat(state(id)).isEqualTo("DELIVERED");
    }

    @Test
    void whatIsRolledBackTellsNobodyAndOutsideATransactionNothingIsKept() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            messages.send(Message.email(address, "x", "y", about));
            status.setRollbackOnly();
        });
        delivery().deliverDue();
        assertThat(post.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> messages.send(Message.email(address, "x", "y", about)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void addressAndWordsAreSealedAndGoThirtyDaysAfterDelivery() {
        long id = keep(Message.email(address, "题目" + number, "正文" + number, about));
        byte[] all = jdbc.sql("select address || subject || body from notify.message where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(new String(all, StandardCharsets.UTF_8)).doesNotContain("reader", "题目", "正文");

        delivery().deliverDue();
        clock.forward(Duration.ofDays(29));
        delivery().eraseOld();
        assertThat(erased(id)).isFalse();
        clock.forward(Duration.ofDays(2));
        delivery().eraseOld();
        assertThat(erased(id)).isTrue();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainUnderTheSameNumberAndThenGivenUp() throws Exception {
        long id = keep(Message.email(address, "x", "y", about));
        post.stop();
        delivery().deliverDue();
        assertThat(state(id)).isEqualTo("WAITING");
        delivery().deliverDue();
        assertThat(attempts(id)).as("not before its time").isEqualTo(1);
        post.start();
        sender.setPort(post.getSmtp().getPort());
        clock.forward(Delivery.PAUSES.get(0));
        delivery().deliverDue();
        assertThat(post.getReceivedMessages()[0].getMessageID()).startsWith("<message-" + id + "@");

        long lost = keep(Message.email(address, "x", "y", about));
        post.stop();
        delivery().deliverDue();
        for (Duration pause : Delivery.PAUSES) {
            clock.forward(pause);
            delivery().deliverDue();
        }
        assertThat(state(lost)).isEqualTo("UNDELIVERED");
        assertThat(attempts(lost)).isEqualTo(Delivery.PAUSES.size() + 1);
    }

    @Test
    void aTextMessageIsSignedAndARepetitionIsKnownByItsNumber() {
        long id = keep(Message.sms(mobile, "您的申请已答复。", about));
        gateway.losesAnswer = true;
        delivery().deliverDue();
        assertThat(state(id)).isEqualTo("WAITING");
        clock.forward(Delivery.PAUSES.get(0));
        delivery().deliverDue();

        assertThat(state(id)).isEqualTo("DELIVERED");
        assertThat(gateway.asked).hasValue(2);
        assertThat(gateway.sent).containsExactly(java.util.Map.entry("message-" + id, mobile + " 您的申请已答复。"));
    }

    @Test
    void aGatewayThatIsBusyIsAskedLaterAndAFinalRefusalEndsIt() {
        gateway.brokenFor = 1;
        long id = keep(Message.sms(mobile, "一", about));
        long blank = keep(Message.sms(mobile, " ", about));
        delivery().deliverDue();
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(state(blank)).isEqualTo("UNDELIVERED");
        assertThat(problem(blank)).isEqualTo("HTTP 422");
        clock.forward(Delivery.PAUSES.get(0));
        delivery().deliverDue();
        assertThat(state(id)).isEqualTo("DELIVERED");
    }

    @Test
    void anAttemptThatACrashCutShortIsMadeAgain() {
        long id = keep(Message.email(address, "x", "y", about));
        assertThat(table.begin(id)).isPresent();
        assertThat(table.begin(id)).as("nobody else makes it at the same time").isEmpty();
        delivery().deliverDue();
        assertThat(post.getReceivedMessages()).isEmpty();
        clock.forward(Duration.ofMinutes(11));
        delivery().deliverDue();
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(state(id)).isEqualTo("DELIVERED");
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeItIsKept() {
        for (String none :
                List.of("", "a", "a@b", "a b@example.cn", "a@example.cn\r\nBcc: b@example.cn", "a@example..cn")) {
            assertThat(Messages.deliverable(Message.Way.EMAIL, none)).as(none).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keep(Message.email(none, "x", "y", about)))
                    .withMessageContaining(about);
        }
        for (String none : List.of("", "12800000000", "138000000000", "+8613800000000", "1380000000a")) {
            assertThat(Messages.deliverable(Message.Way.SMS, none)).as(none).isFalse();
        }
        assertThat(Messages.deliverable(Message.Way.EMAIL, "wang.wu+1@mail.example.cn"))
                .isTrue();
        assertThat(Messages.deliverable(Message.Way.SMS, "13800000000")).isTrue();
    }

    @Test
    void theSystemAdministratorSeesWhatIsNotDeliveredWithMaskedAddresses() throws Exception {
        long id = keep(Message.email(address, "x", "秘密正文", about));
        new Delivery(
                        table,
                        List.of(new MailTransport((JavaMailSenderImpl) null, "", clock)),
                        audit,
                        transactions,
                        clock)
                .deliverDue();
        assertThat(problem(id)).isEqualTo("NOT_CONFIGURED");
        Officer administrator = officers.in(organs.root().id(), Role.SYSTEM_ADMINISTRATOR);
        Console console = Console.of(mvc, administrator);

        String page =
                console.open("/console/messages").andReturn().getResponse().getContentAsString();
        assertThat(page).contains("r***@example.cn", about).doesNotContain(address, "秘密正文");

        console.submit("/console/messages/" + id, "then", "again");
        assertThat(state(id)).isEqualTo("WAITING");
        delivery().deliverDue();
        assertThat(Arrays.stream(post.getReceivedMessages()).count()).isEqualTo(1);
        console.submit("/console/messages/" + id, "then", "settle");
        assertThat(state(id)).as("too late").isEqualTo("DELIVERED");

        Console other = Console.of(mvc, officers.in(organs.root().id(), Role.DISTRICT_OFFICE));
        assertThat(other.open("/console/messages").andReturn().getResponse().getStatus())
                .isEqualTo(403);
        assertThat(other.submit("/console/messages/" + id, "then", "again")
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private Delivery delivery() {
        return new Delivery(
                table,
                List.of(
                        new MailTransport(sender, "office@xxgk.example.cn", clock),
                        new SmsTransport(new SmsProperties(gateway.url(), "office", SmsGateway.SECRET, "某区"), clock)),
                audit,
                transactions,
                clock);
    }

    private long keep(Message message) {
        return new TransactionTemplate(transactions).execute(status -> messages.send(message));
    }

    private String state(long id) {
        return column(id, "state");
    }

    private String problem(long id) {
        return column(id, "problem");
    }

    private int attempts(long id) {
        return Integer.parseInt(column(id, "attempts::text"));
    }

    private boolean erased(long id) {
        return Boolean.parseBoolean(column(id, "(address is null and subject is null and body is null)::text"));
    }

    private String column(long id, String column) {
        return jdbc.sql("select " + column + " from notify.message where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
