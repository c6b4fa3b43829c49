package org.yangguang.engagement.internal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yangguang.engagement.Letter;
import org.yangguang.engagement.Writer;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.site.SiteIdentity;

/** Tells writers by mail that their letter was answered; the answer itself is read with the query code. */
@Component
public class LetterNotices {

    private final Messages messages;
    private final MessageSource texts;
    private final SiteIdentity site;

    LetterNotices(Messages messages, MessageSource texts, SiteIdentity site) {
        this.messages = messages;
        this.texts = texts;
        this.site = site;
    }

    public void answered(Letter letter, Writer writer) {
        if (writer.email().isEmpty() || !messages.offered(Message.Way.EMAIL)) {
            return;
        }
        messages.send(Message.email(
                writer.email(),
                say("engagement.mail.answered.subject", letter.number()),
                say("engagement.mail.answered", letter.number(), site.url() + "/letters/progress", site.name()),
                "engagement.letter:" + letter.id()));
    }

    private String say(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
