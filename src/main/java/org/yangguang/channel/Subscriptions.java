package org.yangguang.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.channel.internal.SubscriptionTable;
import org.yangguang.disclosure.Reason;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.site.SiteIdentity;

/**
 * Mail for those who want to be told what is new. Nothing is sent to an address before its owner has confirmed from the mailbox, and
 * one click ends it.
 */
@Service
public class Subscriptions {

    private static final int LONGEST_QUERY = 100;
    /** So many confirmations an address gets in a day, whoever asks for them. */
    private static final int MOST_ASKED = 5;

    private final SubscriptionTable table;
    private final Messages messages;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SiteIdentity site;
    private final MessageSource texts;
    private final AuditTrail audit;
    private final Clock clock;

    Subscriptions(
            SubscriptionTable table,
            Messages messages,
            Organs organs,
            Catalogue catalogue,
            SiteIdentity site,
            MessageSource texts,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.messages = messages;
        this.organs = organs;
        this.catalogue = catalogue;
        this.site = site;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to be told of; all that is given must fit. */
    public record Wish(
            @Nullable OrganId organ,
            @Nullable String column,
            @Nullable String query,
            Subscription.Frequency frequency,
            Locale language) {}

    /** Whether this installation can send mail. */
    public boolean offered() {
        return messages.offered(Message.Way.EMAIL);
    }

    /** Every reason against a wish. */
    public List<Reason> against(String address, Wish wish) {
        List<Reason> reasons = new ArrayList<>();
        if (!Messages.deliverable(Message.Way.EMAIL, address.strip())) {
            reasons.add(Reason.at("address", "subscription.refused.address"));
        }
        if (wish.organ() != null && organs.find(wish.organ()).isEmpty()) {
            reasons.add(Reason.at("organ", "subscription.refused.organ"));
        }
        if (wish.column() != null && catalogue.columnByCode(wish.column()).isEmpty()) {
            reasons.add(Reason.at("column", "subscription.refused.column"));
        }
        if (wish.query() != null && wish.query().length() > LONGEST_QUERY) {
            reasons.add(Reason.at("query", "subscription.refused.query", String.valueOf(LONGEST_QUERY)));
        }
        return reasons;
    }

    /**
     * Sends the mail by which a wish is confirmed. Whether the address had subscribed before is not told to whoever asks, and nobody can
     * fill a mailbox with such mails.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String typed, Wish wish) {
        String address = typed.strip();
        if (table.runs(address, wish)
                || table.askedSince(address, clock.instant().minus(Duration.ofDays(1))) >= MOST_ASKED) {
            return;
        }
        SubscriptionTable.Asked asked = table.insert(address, wish, clock.instant());
        audit.record(
                "subscription.asked",
                subject(asked.id()),
                null,
                wish.frequency().name());
        messages.send(Message.email(
                address,
                say("subscription.mail.confirm.subject", wish.language(), name(wish.language())),
                say(
                        "subscription.mail.confirm.text",
                        wish.language(),
                        name(wish.language()),
                        described(wish.organ(), wish.column(), wish.query(), wish.language()),
                        site.url() + "/subscriptions/confirm/" + asked.token()),
                subject(asked.id())));
    }

    public Optional<Subscription> find(String token) {
        return table.byToken(token);
    }

    /** Confirmed twice it runs once. Empty when the secret is wrong or the subscriber has left. */
    @Transactional
    public Optional<Subscription> confirm(String token) {
        Optional<Subscription> found = table.byToken(token).filter(each -> each.state() != Subscription.State.LEFT);
        found.filter(each -> table.confirm(each.id(), clock.instant()))
                .ifPresent(each -> audit.record("subscription.confirmed", subject(each.id()), null, null));
        return found;
    }

    /** Ends it and forgets the address. Done twice it is done; empty when the secret is wrong. */
    @Transactional
    public Optional<Subscription> leave(String token) {
        Optional<Subscription> found = table.byToken(token);
        found.filter(each -> table.leave(each.id(), clock.instant()))
                .ifPresent(each -> audit.record("subscription.left", subject(each.id()), null, null));
        return found;
    }

    /** What is subscribed to, in words. */
    public String described(@Nullable OrganId organ, @Nullable String column, @Nullable String query, Locale language) {
        List<String> parts = new ArrayList<>();
        boolean english = language.getLanguage().equals("en");
        if (organ != null) {
            organs.find(organ)
                    .ifPresent(each -> parts.add(english && each.nameEn() != null ? each.nameEn() : each.name()));
        }
        if (column != null) {
            catalogue
                    .columnByCode(column)
                    .ifPresent(each -> parts.add(english && each.nameEn() != null ? each.nameEn() : each.name()));
        }
        if (query != null) {
            parts.add(say("subscription.about.query", language, query));
        }
        return parts.isEmpty() ? say("subscription.about.all", language) : String.join(" · ", parts);
    }

    private String name(Locale language) {
        return language.getLanguage().equals("en") ? site.nameEn() : site.name();
    }

    private String say(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }

    private static String subject(long id) {
        return "channel.subscription:" + id;
    }
}
