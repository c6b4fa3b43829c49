package org.yangguang.notify.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.yangguang.notify.Message;

/**
 * Mail over the SMTP server of {@code spring.mail.*}. Every attempt at a message carries the same Message-ID, by which mail
 * systems recognise a repetition.
 */
@Component
class MailTransport implements Transport {

    private final @Nullable JavaMailSender sender;
    private final String from;
    private final Clock clock;

    @Autowired
    MailTransport(ObjectProvider<JavaMailSender> sender, @Value("${yangguang.mail.from:}") String from, Clock clock) {
        this(sender.getIfAvailable(), from, clock);
    }

    MailTransport(@Nullable JavaMailSender sender, String from, Clock clock) {
        this.sender = sender;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public Message.Way way() {
        return Message.Way.EMAIL;
    }

    @Override
    public boolean configured() {
        return sender != null && !from.isBlank();
    }

    @Override
    public Attempt deliver(String id, Message message) {
        if (sender == null) {
            return new Attempt.Unreachable("NOT_CONFIGURED");
        }
        try {
            sender.send(mail(id, message));
            return new Attempt.Delivered();
        } catch (MailAuthenticationException e) {
            return new Attempt.Unreachable("SIGN_IN_REFUSED");
        } catch (MailSendException e) {
            return e.getFailedMessages().isEmpty() && e.getMessageExceptions().length == 0
                    ? new Attempt.Unreachable("UNREACHABLE")
                    : failed(e);
        } catch (MailException | MessagingException e) {
            return new Attempt.Failed(e.getClass().getSimpleName());
        }
    }

    private MimeMessage mail(String id, Message message) throws MessagingException {
        MimeMessage mail = new Identified("<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
        MimeMessageHelper parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(message.to());
        parts.setSubject(message.subject().replaceAll("\\p{Cntrl}", " "));
        parts.setText(message.text());
        parts.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.leave() != null) {
            mail.setHeader("List-Unsubscribe", "<" + message.leave().replaceAll("[\\p{Cntrl}<>]", "") + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    /** The answer code of the server decides: 5xx is final, everything else is tried again. */
    private static Attempt failed(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            for (@Nullable Exception cause = each;
                    cause instanceof MessagingException m;
                    cause = m.getNextException()) {
                int code = cause instanceof SMTPAddressFailedException address
                        ? address.getReturnCode()
                        : cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
                if (code >= 500 && code < 600) {
                    return new Attempt.Refused("SMTP " + code);
                }
                if (code >= 400) {
                    return new Attempt.Failed("SMTP " + code);
                }
            }
        }
        boolean answered =
                java.util.Arrays.stream(failure.getMessageExceptions()).anyMatch(SendFailedException.class::isInstance);
        return answered ? new Attempt.Failed("SMTP") : new Attempt.Unreachable("UNREACHABLE");
    }

    /** Keeps its Message-ID, which would otherwise be made anew when the message is saved. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
