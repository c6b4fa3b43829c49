package org.yangguang.disclosure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.Checks;
import org.yangguang.disclosure.DraftContents;
import org.yangguang.disclosure.Drafts;
import org.yangguang.disclosure.EditionContent;
import org.yangguang.disclosure.Finding;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Move;
import org.yangguang.disclosure.Office;
import org.yangguang.disclosure.Outcome;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.testing.YangguangTest;

/** Links of a draft: within the site against the database, to other sites by asking them. */
@YangguangTest
class EditionLinksTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Checks checks;

    @Autowired
    Drafts drafts;

    @Autowired
    EditionTable editions;

    @Autowired
    LinkTable table;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private OtherSite site;
    private OutsideLinks outside;

    @BeforeEach
    void open() throws IOException {
        office = Office.open(context);
        site = new OtherSite();
        outside = new OutsideLinks(
                OutsideLinksTests.properties(List.of("127.0.0.1"), Duration.ofSeconds(2)),
                OutsideLinksTests.identity());
    }

    @AfterEach
    void close() throws IOException {
        outside.destroy();
        site.close();
    }

    @Test
    void aLinkWithinTheSiteIsDeadWhenReadersGetNowhereByIt() {
        ItemId there = office.approved(office.content("已公开")).item();
        Outcome.Done away = office.approved(office.content("已撤回"));
        ItemId hidden = office.submitted(office.content("还在审查")).item();
        office.done(office.disclosureOffice(), away, new Move.Withdraw(WithdrawalReason.OTHER, "内容有误，撤回更正。"));
        Outcome.Done draft = draft("""
                <p><a href="/items/%d">公开的</a><a href="/items/%d">撤回的</a><a href="/items/%d">没公开的</a>
                <a href="/items/999999999999">没有的</a><a href="/search?q=低保">检索</a><a href="/organs">机关</a>
                <a href="/organs/99999999">没有的机关</a><a href="/columns/no-such-column">没有的栏目</a><a href="/old/page.html">旧地址</a>
                <a href="mailto:a@example.gov.cn">邮箱</a><a href="/attachments/999999999">没有的附件</a></p>
                """.formatted(there.value(), away.item().value(), hidden.value()));

        assertThat(dead(draft))
                .extracting(Finding::context)
                .containsExactlyInAnyOrder("撤回的", "没公开的", "没有的", "没有的机关", "没有的栏目", "旧地址", "没有的附件");
    }

    @Test
    void linksToOtherSitesAreLookedAtOnceAndToldInTheirPlace() {
        Outcome.Done draft =
                draft("<p><a href=\"%s\">好的</a>，<a href=\"%s\">失效的</a>，<a href=\"http://10.1.2.3/oa\">内网的</a></p>"
                        .formatted(site.url("/good"), site.url("/gone")));
        assertThat(dead(draft)).isEmpty();

        look(Duration.ofMinutes(1));
        assertThat(dead(draft))
                .extracting(Finding::kind, Finding::context, Finding::suggestion)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Finding.Kind.DEAD_LINK, "失效的", "404"),
                        org.assertj.core.groups.Tuple.tuple(Finding.Kind.PRIVATE_LINK, "内网的", ""));
        assertThat(dead(draft)).noneMatch(Finding::open);

        int calls = site.calls().size();
        Outcome.Done other = draft("<p><a href=\"" + site.url("/gone") + "\">同一个</a></p>");
        look(Duration.ofMinutes(2));
        assertThat(dead(other)).singleElement().satisfies(each -> assertThat(each.context())
                .isEqualTo("同一个"));
        assertThat(site.calls()).hasSize(calls);
    }

    @Test
    void aLinkThatIsTakenOutIsForgottenAndASilentOneTriedAgain() {
        Outcome.Done draft = draft(
                "<p><a href=\"%s\">不答</a><a href=\"%s\">失效</a></p>".formatted(site.url("/broken"), site.url("/gone")));
        look(Duration.ofMinutes(1));
        assertThat(dead(draft)).hasSize(2);
        long asked =
                site.calls().stream().filter(each -> each.contains("/broken")).count();
        look(Duration.ofMinutes(2));
        assertThat(site.calls().stream().filter(each -> each.contains("/broken")))
                .hasSize((int) asked);
        look(Duration.ofMinutes(12));
        assertThat(site.calls().stream().filter(each -> each.contains("/broken")))
                .hasSizeGreaterThan((int) asked);

        EditionContent shorter = DraftContents.said(
                office.content("链接"), "链接", "链接。", "<p><a href=\"" + site.url("/broken") + "\">不答</a></p>");
        drafts.save(office.handler(), draft.edition(), draft.version(), shorter);
        assertThat(dead(draft)).extracting(Finding::context).containsExactly("不答");
    }

    @Test
    void anOfficerHasThemLookedAtAgain() {
        Outcome.Done draft = draft("<p><a href=\"" + site.url("/gone") + "\">失效</a></p>");
        look(Duration.ofMinutes(1));
        int calls = site.calls().size();
        assertThat(checks.lookAtLinks(office.secrecyOfficer(), draft.edition()).done())
                .isFalse();
        assertThat(checks.lookAtLinks(office.handler(), draft.edition()).done()).isTrue();
        look(Duration.ofMinutes(1));
        assertThat(site.calls()).hasSizeGreaterThan(calls);
    }

    /** Only what this test wrote down: nobody calls real sites from a test. */
    private void look(Duration later) {
        jdbc.sql("update disclosure.link set due_at = null where address !~ '^http://(127|10)[.]'")
                .update();
        Clock clock = Clock.fixed(Instant.now().plus(later), java.time.ZoneId.of("Asia/Shanghai"));
        new LinkLooking(
                        table,
                        outside,
                        OutsideLinksTests.properties(List.of("127.0.0.1"), Duration.ofSeconds(2)),
                        clock)
                .lookDue();
    }

    private Outcome.Done draft(String body) {
        return office.draft(DraftContents.said(office.content("链接"), "链接", "链接。", body));
    }

    private List<Finding> dead(Outcome.Done draft) {
        return checks.of(editions.find(draft.edition()).orElseThrow()).stream()
                .filter(each -> each.kind().link())
                .toList();
    }
}
