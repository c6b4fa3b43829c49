package org.yangguang.channel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.channel.Subscription;
import org.yangguang.channel.Subscriptions;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.TestDistrict;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.notify.internal.MailRoom;
import org.yangguang.search.Search;
import org.yangguang.search.SearchQuery;
import org.yangguang.testing.Await;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SubscriptionTests {

    private static final Pattern LINK = Pattern.compile("/subscriptions/(?:confirm|mine)/([A-Za-z0-9_-]+)");

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final MovableClock clock = new MovableClock(Instant.now().plusSeconds(60));
    private final String address = "reader" + TestDistrict.unique() + "@example.cn";
    private GreenMail post;

    @BeforeEach
    void start() {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
    }

    @AfterEach
    void stop() {
        post.stop();
    }

    @Test
    void nothingIsSentBeforeTheOwnerOfTheMailboxHasConfirmed() throws Exception {
        Office office = Office.open(context);
        ask(wish(office, null));
        String token = token(mail().get(0));
        assertThat(mail().get(0).getHeader("List-Unsubscribe"))
                .as("it is no list yet")
                .isNull();
        publish(office, "未确认前的公告");
        clock.forward(Duration.ofDays(2));
        digests().sendDue();
        assertThat(mail()).hasSize(1);

        mvc.perform(get("/subscriptions/confirm/" + token)).andExpect(status().isOk());
        assertThat(subscriptions.find(token).orElseThrow().state())
                .as("opening the link confirms nothing")
                .isEqualTo(Subscription.State.ASKED);
        mvc.perform(post("/subscriptions/confirm/" + token).with(csrf())).andExpect(status().isOk());
        assertThat(subscriptions.find(token).orElseThrow().state()).isEqualTo(Subscription.State.CONFIRMED);
    }

    @Test
    void aDigestTellsEachItemOnceAndOneClickEndsIt() throws Exception {
        Office office = Office.open(context);
        Office other = Office.open(context);
        String token = subscribed(wish(office, null));
        ItemId first = publish(office, "第一条新公告");
        publish(other, "别处的公告");
        clock.forward(Duration.ofDays(1));
        digests().sendDue();
        digests().sendDue();
        assertThat(mail()).hasSize(2);
        MimeMessage digest = mail().get(1);
        String text = digest.getContent().toString();
        assertThat(text).contains("第一条新公告", "/items/" + first.value()).doesNotContain("别处的公告");
        assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(digest.getHeader("List-Unsubscribe")[0]).contains("/subscriptions/leave/" + token);

        publish(office, "第二条新公告");
        clock.forward(Duration.ofDays(1));
        digests().sendDue();
        assertThat(mail().get(2).getContent().toString()).contains("第二条新公告").doesNotContain("第一条新公告");

        mvc.perform(post("/subscriptions/leave/" + token).param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk());
        publish(office, "退订后的公告");
        clock.forward(Duration.ofDays(1));
        digests().sendDue();
        assertThat(mail()).hasSize(3);
        assertThat(jdbc.sql(
                                "select count(*) from channel.subscription where state = 'LEFT' and address is null and token is null and id = ?")
                        .param(subscriptions.find(token).orElseThrow().id())
                        .query(Long.class)
                        .single())
                .isOne();
        mvc.perform(get("/subscriptions/mine/" + token)).andExpect(content().string(containsString("已退订")));
    }

    @Test
    void whatIsWithdrawnBeforeTheMailIsNotInIt() throws Exception {
        Office office = Office.open(context);
        subscribed(wish(office, null));
        Outcome.Done done = office.approved(office.content("马上撤回的公告"));
        awaitNews(done.item(), 1);
        office.done(office.disclosureOffice(), done, new Move.Withdraw(WithdrawalReason.ERROR, "有误"));
        awaitNews(done.item(), 0);
        clock.forward(Duration.ofDays(1));
        digests().sendDue();
        assertThat(mail()).hasSize(1);
    }

    @Test
    void aSavedSearchIsToldOfWhatItFinds() throws Exception {
        Office office = Office.open(context);
        String word = "葡萄园" + TestDistrict.unique();
        subscribed(new Subscriptions.Wish(null, null, word, Subscription.Frequency.DAILY, Locale.SIMPLIFIED_CHINESE));
        publish(office, "关于" + word + "的公告");
        publish(office, "与此无关的公告");
        awaitFound(word);
        clock.forward(Duration.ofDays(1));
        digests().sendDue();
        assertThat(mail().get(1).getContent().toString()).contains(word).doesNotContain("与此无关");
    }

    @Test
    void nobodyFillsAMailboxWithConfirmationsAndTheAddressIsSealed() {
        Office office = Office.open(context);
        for (int i = 0; i < 12; i++) {
            ask(wish(office, "词" + i));
        }
        assertThat(mail()).hasSize(5);
        List<byte[]> sealed = jdbc.sql("select address from channel.subscription where organ_id = ?")
                .param(office.organ.value())
                .query(byte[].class)
                .list();
        assertThat(sealed).hasSize(5).allSatisfy(each -> assertThat(new String(each, StandardCharsets.UTF_8))
                .doesNotContain("reader"));
    }

    @Test
    void everyReasonAgainstAWishIsTold() throws Exception {
        assertThat(subscriptions.against(
                        "no address",
                        new Subscriptions.Wish(
                                new org.yangguang.organ.OrganId(99_999_999),
                                "no-column",
                                "长".repeat(101),
                                Subscription.Frequency.DAILY,
                                Locale.ENGLISH)))
                .extracting(reason -> reason.key())
                .containsExactly(
                        "subscription.refused.address",
                        "subscription.refused.organ",
                        "subscription.refused.column",
                        "subscription.refused.query");
        mvc.perform(get("/subscriptions")).andExpect(status().isOk());
        mvc.perform(post("/subscriptions").with(csrf()).param("address", address))
                .andExpect(status().is(422));
        mvc.perform(post("/subscriptions/leave/nothing").param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isNotFound());
    }

    private Subscriptions.Wish wish(Office office, @Nullable String query) {
        return new Subscriptions.Wish(
                office.organ, null, query, Subscription.Frequency.DAILY, Locale.SIMPLIFIED_CHINESE);
    }

    private String subscribed(Subscriptions.Wish wish) throws Exception {
        ask(wish);
        String token = token(mail().get(0));
        assertThat(subscriptions.confirm(token)).isPresent();
        assertThat(subscriptions.confirm(token)).isPresent();
        return token;
    }

    private void ask(Subscriptions.Wish wish) {
        transaction.executeWithoutResult(status -> subscriptions.ask(address, wish));
    }

    private ItemId publish(Office office, String title) {
        ItemId item = office.approved(office.content(title)).item();
        awaitNews(item, 1);
        jdbc.sql("update channel.news set at = ? where item_id = ?")
                .params(java.sql.Timestamp.from(clock.instant().plusSeconds(1)), item.value())
                .update();
        return item;
    }

    private void awaitNews(ItemId item, long count) {
        Await.until(() -> jdbc.sql("select count(*) from channel.news where item_id = ?")
                        .param(item.value())
                        .query(Long.class)
                        .single()
                == count);
    }

    private void awaitFound(String word) {
        SearchQuery query = SearchQuery.of("\"" + word + "\"", SearchQuery.Sort.DATE, 1);
        Await.until(() -> context.getBean(Search.class)
                        .find(query, Set.of(VisibilityGate.PUBLIC))
                        .total()
                > 0);
    }

    private List<MimeMessage> mail() {
        MailRoom.deliver(context, clock, post, "channel.subscription:");
        return Arrays.stream(post.getReceivedMessages())
                .filter(each -> {
                    try {
                        return each.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String token(MimeMessage mail) throws Exception {
        Matcher link = LINK.matcher(mail.getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Digests digests() {
        return new Digests(
                context.getBean(SubscriptionTable.class),
                context.getBean(NewsTable.class),
                subscriptions,
                context.getBean(org.yangguang.notify.Messages.class),
                context.getBean(org.yangguang.search.Search.class),
                context.getBean(org.yangguang.disclosure.Editions.class),
                context.getBean(org.yangguang.disclosure.VisibilityGate.class),
                context.getBean(org.yangguang.catalogue.Catalogue.class),
                context.getBean(org.yangguang.organ.Organs.class),
                context.getBean(org.yangguang.site.SiteIdentity.class),
                context,
                context.getBean(org.yangguang.audit.AuditTrail.class),
                transaction,
                clock);
    }
}
