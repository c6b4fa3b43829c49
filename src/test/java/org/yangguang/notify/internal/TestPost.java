package org.yangguang.notify.internal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.SealedText;

/** A mail server and a gateway for text messages, for tests of what other modules send. */
public final class TestPost implements AutoCloseable {

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmsGateway gateway;
    private final Delivery delivery;

    public TestPost(ApplicationContext context, Clock clock) throws IOException {
        post.start();
        gateway = new SmsGateway(clock);
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        delivery = new Delivery(
                new MessageTable(context.getBean(JdbcClient.class), context.getBean(SealedText.class), clock),
                List.of(
                        new MailTransport(sender, "office@xxgk.example.cn", clock),
                        new SmsTransport(new SmsProperties(gateway.url(), "office", SmsGateway.SECRET, "某区"), clock)),
                context.getBean(AuditTrail.class),
                context.getBean(PlatformTransactionManager.class),
                clock);
    }

    /** Delivers what waits and gives everything that arrived: mails as subject and text, text messages as they are. */
    public List<String> delivered() throws Exception {
        delivery.deliverDue();
        List<String> all = new java.util.ArrayList<>();
        for (var mail : post.getReceivedMessages()) {
            all.add(mail.getAllRecipients()[0] + " " + mail.getSubject() + "\n" + mail.getContent());
        }
        Collection<String> texts = gateway.sent.values();
        all.addAll(texts);
        return all;
    }

    @Override
    public void close() {
        post.stop();
        gateway.close();
    }
}
