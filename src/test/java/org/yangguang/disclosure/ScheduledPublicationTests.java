package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ScheduledPublicationTests {

    private static final Instant LATER = Instant.parse("2032-01-01T00:00:00Z");
    private static final Instant THEN = LATER.plusSeconds(1);

    @Autowired
    ApplicationContext context;

    @Autowired
    Publishing publishing;

    @Autowired
    EditionTable editions;

    @Autowired
    Audiences audiences;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anApprovedEditionIsPublishedAtItsTimeAndNotBefore() {
        Office office = Office.open(context);
        Outcome.Done approved = office.approved(DraftContents.publishedAt(office.content("定时发布"), LATER));
        assertThat(approved.state()).isEqualTo(EditionState.APPROVED);
        publishing.publishDue(LATER.minusSeconds(1));
        assertThat(state(approved)).isEqualTo(EditionState.APPROVED);
        publishing.publishDue(THEN);
        assertThat(state(approved)).isEqualTo(EditionState.PUBLISHED);
    }

    @Test
    void whatHasBecomeInvalidIsHeldAndItsHandlerAndOfficeAreTold() {
        Office office = Office.open(context);
        var opened = (Audiences.Result.Opened)
                audiences.create(office.disclosureOffice(), office.organ, "征收范围", LocalDate.of(2031, 1, 1));
        EditionContent limited = DraftContents.placed(
                office.content("征收补偿"), office.column().id(), AudienceScope.LIMITED, opened.audience());
        Outcome.Done approved = office.approved(DraftContents.publishedAt(limited, LATER));
        audiences.close(office.disclosureOffice(), opened.audience());

        publishing.publishDue(THEN);
        publishing.publishDue(THEN);

        assertThat(state(approved)).isEqualTo(EditionState.APPROVED);
        assertThat(editions.find(approved.edition()).orElseThrow().held())
                .containsExactly("disclosure.invalid.audienceGone");
        assertThat(jdbc.sql("select count(*) from disclosure.notice where edition_id = ? and kind = 'NOT_PUBLISHED'")
                        .param(approved.edition().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aHandlerWhoNoLongerHoldsTheRoleHoldsTheirEditionBack() {
        Office office = Office.open(context);
        Outcome.Done approved = office.approved(DraftContents.publishedAt(office.content("承办人调离"), LATER));
        jdbc.sql("update account.account_grant set revoked_at = now(), revoked_by = 'test' where account_id = ?")
                .param(office.handler().id().value())
                .update();
        publishing.publishDue(THEN);
        assertThat(editions.find(approved.edition()).orElseThrow().held())
                .containsExactly("disclosure.invalid.handlerGone");
    }

    @Test
    void anItemThatWasWithdrawnMeanwhileIsNotPublishedAgainByTheClock() {
        Office office = Office.open(context);
        Outcome.Done first = office.approved(office.content("撤回之后"));
        Outcome.Done second = office.done(office.handler(), first, new Move.Revise(""));
        Outcome.Done saved = (Outcome.Done) context.getBean(Drafts.class)
                .save(
                        office.handler(),
                        second.edition(),
                        second.version(),
                        DraftContents.publishedAt(office.content("撤回之后"), LATER));
        Outcome.Done submitted = office.done(office.handler(), saved, new Move.Submit("新版"));
        Outcome.Done cleared = office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉密"));
        Outcome.Done next = office.done(office.leader(), cleared, new Move.Approve("同意"));
        Edition published = editions.find(first.edition()).orElseThrow();
        office.done(
                office.disclosureOffice(),
                new Outcome.Done(first.item(), first.edition(), published.state(), published.version()),
                new Move.Withdraw(WithdrawalReason.ERROR, "有误"));
        // the index may still hold the item because of the withdrawal; the clock then comes back to it
        Await.until(() -> {
            publishing.publishDue(THEN);
            return !editions.find(next.edition()).orElseThrow().held().isEmpty();
        });
        assertThat(editions.find(next.edition()).orElseThrow().held())
                .containsExactly("disclosure.invalid.withdrawnSince");
    }

    @Test
    void severalNodesPublishEachEditionOnce() throws Exception {
        Office office = Office.open(context);
        List<Outcome.Done> approved = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> office.approved(DraftContents.publishedAt(office.content("多节点" + i), LATER)))
                .toList();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        Callable<Integer> node = () -> publishing.publishDue(THEN);
        for (Future<Integer> each : nodes.invokeAll(List.of(node, node, node, node))) {
            each.get();
        }
        nodes.shutdown();
        assertThat(approved).allMatch(edition -> state(edition) == EditionState.PUBLISHED);
        assertThat(jdbc.sql("""
                select count(*) from disclosure.review_step s
                  join disclosure.edition e on e.id = s.edition_id
                  join disclosure.item i on i.id = e.item_id
                 where i.organ_id = ? and s.action = 'PUBLISH'""").param(office.organ.value()).query(Long.class).single())
                .isEqualTo(8);
    }

    private EditionState state(Outcome.Done edition) {
        return editions.find(edition.edition()).orElseThrow().state();
    }
}
