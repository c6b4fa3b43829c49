package org.yangguang.channel.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.catalogue.Column;
import org.yangguang.channel.Subscription;
import org.yangguang.channel.Subscriptions;
import org.yangguang.disclosure.Editions;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.notify.Message;
import org.yangguang.notify.Messages;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.site.SiteIdentity;

/**
 * Makes the mails for subscribers: one a day or a week with everything that is new for them, each item once. The mail and the note of what
 * it told stand in one transaction, so that a crash neither loses nor repeats it. When nothing is new no mail is sent.
 */
@Component
class Digests {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int MOST_NEWS = 5_000;
    private static final int MOST_TOLD = 100;
    private static final Duration KEPT = Duration.ofDays(30);
    /** By then what was published stands in the index of every node; younger news wait for the next mail. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Duration UNCONFIRMED = Duration.ofDays(7);

    private final SubscriptionTable table;
    private final NewsTable news;
    private final Subscriptions subscriptions;
    private final Messages messages;
    private final Search search;
    private final Editions editions;
    private final VisibilityGate gate;
    private final Catalogue catalogue;
    private final Organs organs;
    private final SiteIdentity site;
    private final MessageSource texts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            SubscriptionTable table,
            NewsTable news,
            Subscriptions subscriptions,
            Messages messages,
            Search search,
            Editions editions,
            VisibilityGate gate,
            Catalogue catalogue,
            Organs organs,
            SiteIdentity site,
            MessageSource texts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.news = news;
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.search = search;
        this.editions = editions;
        this.gate = gate;
        this.catalogue = catalogue;
        this.organs = organs;
        this.site = site;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** From eight in the morning on everybody who has had no mail since then, the weekly ones on Mondays. */
    void sendDue() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime morning = now.with(MORNING);
        if (now.isBefore(morning)) {
            morning = morning.minusDays(1);
        }
        ZonedDateTime monday =
                morning.minusDays(morning.getDayOfWeek().getValue() - (long) DayOfWeek.MONDAY.getValue());
        send(Subscription.Frequency.DAILY, morning.toInstant());
        send(Subscription.Frequency.WEEKLY, monday.toInstant());
    }

    private void send(Subscription.Frequency frequency, Instant since) {
        for (long id : table.due(frequency, since)) {
            transaction.executeWithoutResult(status -> table.lock(id)
                    .filter(each -> each.sentAt() != null && each.sentAt().isBefore(since))
                    .ifPresent(this::send));
        }
    }

    private void send(Subscription subscription) {
        Instant now = clock.instant();
        Instant since = subscription.sentAt() == null ? now : subscription.sentAt();
        Instant earliest = now.minus(KEPT);
        Instant from = since.minus(SETTLED);
        List<NewsTable.News> fresh = news.since(from.isBefore(earliest) ? earliest : from, MOST_NEWS).stream()
                .filter(each -> !each.at().isAfter(now.minus(SETTLED)))
                .filter(each -> fits(subscription, each))
                .toList();
        Set<Long> found = subscription.query() == null ? Set.of() : found(subscription);
        List<NewsTable.News> told = new ArrayList<>();
        for (NewsTable.News each : fresh) {
            boolean wanted =
                    subscription.query() == null || found.contains(each.item().value());
            if (wanted
                    && told.size() < MOST_TOLD
                    && editions.current(each.item(), gate.anybody()).isPresent()
                    && table.tell(subscription.id(), each.item().value())) {
                told.add(each);
            }
        }
        table.sent(subscription.id(), now);
        Optional<String> address = table.address(subscription.id());
        Optional<String> token = table.token(subscription.id());
        if (!told.isEmpty() && address.isPresent() && token.isPresent()) {
            mail(subscription, told, address.get(), token.get());
        }
    }

    private void mail(Subscription subscription, List<NewsTable.News> told, String address, String token) {
        boolean english = subscription.language().getLanguage().equals("en");
        StringBuilder lines = new StringBuilder();
        for (NewsTable.News each : told) {
            String from = organs.find(each.organ()).map(Organ::name).orElse("");
            lines.append(each.title()).append("\n").append(from).append("  ");
            lines.append(each.at().atZone(clock.getZone()).toLocalDate()).append("\n");
            lines.append(site.url())
                    .append("/items/")
                    .append(each.item().value())
                    .append("\n\n");
        }
        String about = subscriptions.described(
                subscription.organ(), subscription.column(), subscription.query(), subscription.language());
        String page = site.url() + "/subscriptions/mine/" + token;
        String name = english ? site.nameEn() : site.name();
        String count = String.valueOf(told.size());
        messages.send(Message.listed(
                address,
                texts.getMessage(
                        "subscription.mail.digest.subject", new Object[] {name, count}, subscription.language()),
                texts.getMessage(
                        "subscription.mail.digest.text",
                        new Object[] {about, count, lines.toString().strip(), page},
                        subscription.language()),
                "channel.subscription:" + subscription.id(),
                site.url() + "/subscriptions/leave/" + token));
    }

    private boolean fits(Subscription subscription, NewsTable.News each) {
        if (subscription.organ() != null
                && !organs.subtree(subscription.organ()).contains(each.organ())) {
            return false;
        }
        String code = subscription.column();
        return code == null
                || catalogue
                        .columnByCode(code)
                        .map(Column::id)
                        .filter(root -> catalogue.subtree(root).contains(each.column()))
                        .isPresent();
    }

    /** Items that the saved search finds now, the newest. */
    private Set<Long> found(Subscription subscription) {
        SearchQuery query =
                SearchQuery.of(subscription.query() == null ? "" : subscription.query(), SearchQuery.Sort.DATE, 100);
        Set<Long> found = new HashSet<>();
        search.find(query, gate.anybody().keys()).hits().stream()
                .filter(hit -> hit.url().startsWith("/items/"))
                .forEach(hit -> found.add(Long.valueOf(hit.url().substring("/items/".length()))));
        return found;
    }

    /** Wishes that nobody confirmed go after a week, news after a month. */
    void forgetOld() {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            int gone = table.forget(now.minus(UNCONFIRMED));
            news.forgetBefore(now.minus(KEPT));
            if (gone > 0) {
                audit.record(
                        DeliveryMoves.PROGRAM,
                        "subscription.forgotten",
                        "channel.subscription",
                        null,
                        gone + " subscriptions");
            }
        });
    }
}
