package org.yangguang.notify.internal;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.SealedText;

/** Brings the messages that wait to a mail server of a test. */
public final class MailRoom {

    private MailRoom() {}

    /** Delivers everything that waits and is about a record whose name begins so; other tests' messages are left alone. */
    public static void deliver(ApplicationContext context, Clock clock, GreenMail post, String about) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("""
                update notify.message set state = 'SETTLED' where state in ('WAITING', 'SENDING') and about not like ? || '%'""").param(about).update();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        new Delivery(
                        new MessageTable(jdbc, context.getBean(SealedText.class), clock),
                        List.of(new MailTransport(sender, "news@xxgk.example.cn", clock)),
                        context.getBean(AuditTrail.class),
                        context.getBean(PlatformTransactionManager.class),
                        clock)
                .deliverDue();
    }
}
