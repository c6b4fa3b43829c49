package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.disclosure.internal.EditionTable;
import org.yangguang.disclosure.internal.ReviewRecord;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class ReviewTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Review review;

    @Autowired
    Drafts drafts;

    @Autowired
    ReviewRecord record;

    @Autowired
    EditionTable editions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onePersonWithAllThreeRolesCannotReviewTheirOwnEdition() {
        Office office = Office.open(context);
        Officer all = office.officer("all-" + office.name, Role.HANDLER, Role.SECRECY_OFFICER, Role.LEADER);
        Outcome.Done draft = (Outcome.Done) drafts.start(all, office.organ, office.content("三人原则"));
        Outcome.Done submitted = office.done(all, draft, new Move.Submit("建议公开"));
        assertThat(office.refused(all, submitted, new Move.Approve("同意")))
                .containsExactly("disclosure.refused.samePerson");

        Outcome.Done cleared = office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉密"));
        assertThat(office.refused(all, cleared, new Move.Approve("同意")))
                .containsExactly("disclosure.refused.samePerson");
        assertThat(office.done(office.leader(), cleared, new Move.Approve("同意")).state())
                .isEqualTo(EditionState.PUBLISHED);
    }

    @Test
    void aRoleGrantedLaterDoesNotLetAPersonActTwice() {
        Office office = Office.open(context);
        Outcome.Done cleared = office.cleared(office.content("后来的授权"));
        Officer secrecy = office.secrecyOfficer();
        Officer promoted = new Officer(
                secrecy.id(),
                secrecy.login(),
                secrecy.name(),
                office.organ,
                Set.of(new Officer.Grant(Role.LEADER, office.organ)));
        assertThat(office.refused(promoted, cleared, new Move.Approve("同意")))
                .containsExactly("disclosure.refused.samePerson");
    }

    @Test
    void whoeverWroteInTheDraftMayNotReviewIt() {
        Office office = Office.open(context);
        Officer both = office.officer("both-" + office.name, Role.HANDLER, Role.SECRECY_OFFICER);
        Outcome.Done draft = office.draft(office.content("写过的人"));
        Outcome.Done saved =
                (Outcome.Done) drafts.save(both, draft.edition(), draft.version(), office.content("写过的人,改过的题"));
        Outcome.Done submitted = office.done(office.handler(), saved, new Move.Submit("建议公开"));
        assertThat(office.refused(both, submitted, new Move.Approve("同意")))
                .containsExactly("disclosure.refused.samePerson");
    }

    @Test
    void aReturnedEditionComesBackWithItsReasonsAndGoesThroughAllThreeAgain() {
        Office office = Office.open(context);
        Outcome.Done cleared = office.cleared(office.content("退回修改"));
        assertThat(office.refused(office.leader(), cleared, new Move.Return(" ")))
                .containsExactly("disclosure.refused.words.RETURN");

        Outcome.Done returned = office.done(office.leader(), cleared, new Move.Return("表述不准确"));
        assertThat(returned.state()).isEqualTo(EditionState.DRAFT);
        assertThat(jdbc.sql("select kind from disclosure.notice where account_id = ? and edition_id = ?")
                        .params(
                                office.handler().id().value(),
                                returned.edition().value())
                        .query(String.class)
                        .list())
                .containsExactly("RETURNED");

        Outcome.Done again = office.done(office.handler(), returned, new Move.Submit("已改"));
        again = office.done(office.secrecyOfficer(), again, new Move.Approve("不涉密"));
        office.done(office.leader(), again, new Move.Approve("同意"));
        assertThat(record.steps(returned.edition()))
                .extracting(Step::action)
                .containsExactly(
                        Action.SUBMIT,
                        Action.APPROVE,
                        Action.RETURN,
                        Action.SUBMIT,
                        Action.APPROVE,
                        Action.APPROVE,
                        Action.PUBLISH);
    }

    @Test
    void aQuestionToAnotherOrganHoldsTheReviewUntilItsOfficeAnswers() {
        Office office = Office.open(context);
        Office other = Office.open(context);
        Outcome.Done asked = office.done(
                office.secrecyOfficer(),
                office.submitted(office.content("征求意见")),
                new Move.Ask(other.organ, "第三段由贵局制作,可否公开?"));
        assertThat(asked.state()).isEqualTo(EditionState.SECRECY_CONFIRMATION);
        assertThat(office.refused(office.secrecyOfficer(), asked, new Move.Approve("不等了")))
                .contains("disclosure.refused.state");
        assertThat(office.refused(office.disclosureOffice(), asked, new Move.Answer(true, "我替他们答")))
                .contains("disclosure.refused.role");

        Outcome.Done answered = office.done(other.disclosureOffice(), asked, new Move.Answer(false, "第三段不宜公开"));
        assertThat(answered.state()).isEqualTo(EditionState.SECRECY_REVIEW);
        Confirmation confirmation = record.confirmations(answered.edition()).get(0);
        assertThat(confirmation.agreed()).isFalse();
        assertThat(confirmation.answer()).isEqualTo("第三段不宜公开");
    }

    @Test
    void anEditionThatIsNotProactiveEndsOnTheRegisterWithANumberAndIsNowherePublic() {
        Office office = Office.open(context);
        EditionContent withheld =
                DraftContents.withheld(office.content("内部讨论记录"), "ARTICLE_16_PROCESS", LocalDate.of(2031, 1, 1));
        Outcome.Done registered = office.approved(withheld);
        assertThat(registered.state()).isEqualTo(EditionState.REGISTERED);
        assertThat(editions.find(registered.edition()).orElseThrow().indexNumber())
                .isNotNull();
        assertThat(published(registered.item())).isZero();
    }

    @Test
    void aNewEditionSupersedesAndKeepsTheIndexNumber() {
        Office office = Office.open(context);
        Outcome.Done first = office.approved(office.content("第一版"));
        String number = editions.find(first.edition()).orElseThrow().indexNumber();
        Outcome.Done second = office.done(office.handler(), first, new Move.Revise(""));
        Outcome.Done now = done(first.edition());
        assertThat(office.refused(office.handler(), now, new Move.Revise("")))
                .containsExactly("disclosure.refused.editionInWork");
        second = office.done(office.handler(), second, new Move.Submit("更正"));
        second = office.done(office.secrecyOfficer(), second, new Move.Approve("不涉密"));
        second = office.done(office.leader(), second, new Move.Approve("同意"));

        assertThat(editions.find(first.edition()).orElseThrow().state()).isEqualTo(EditionState.SUPERSEDED);
        assertThat(editions.find(second.edition()).orElseThrow().indexNumber()).isEqualTo(number);
        assertThat(published(first.item())).isEqualTo(1);
    }

    @Test
    void whatIsDecidedToBeWithheldAfterPublicationLeavesTheSite() {
        Office office = Office.open(context);
        Outcome.Done first = office.approved(office.content("曾经公开"));
        Outcome.Done second = office.done(office.handler(), first, new Move.Revise(""));
        second = (Outcome.Done) drafts.save(
                office.handler(),
                second.edition(),
                second.version(),
                DraftContents.withheld(
                        office.content("曾经公开"), "ARTICLE_15_PERSONAL_PRIVACY", LocalDate.of(2031, 1, 1)));
        second = office.done(office.handler(), second, new Move.Submit("涉及个人隐私"));
        second = office.done(office.secrecyOfficer(), second, new Move.Approve("同意不公开"));
        office.done(office.leader(), second, new Move.Approve("同意"));
        assertThat(published(first.item())).isZero();
        assertThat(jdbc.sql("select reason_code from disclosure.withdrawal where item_id = ?")
                        .param(first.item().value())
                        .query(String.class)
                        .list())
                .containsExactly("NO_LONGER_PROACTIVE");
    }

    @Test
    void aWithdrawalTakesTheItemFromTheSiteAndOnlyTheDistrictOfficeDoesItInAnEmergency() {
        Office district = Office.open(context);
        Office office = district.below();
        Outcome.Done one = office.approved(office.content("要撤回"));
        assertThat(office.refused(office.disclosureOffice(), one, new Move.Withdraw(WithdrawalReason.ERROR, "")))
                .containsExactly("disclosure.refused.words.WITHDRAW");
        office.done(office.disclosureOffice(), one, new Move.Withdraw(WithdrawalReason.ERROR, "数字有误"));
        assertThat(published(one.item())).isZero();

        Outcome.Done two = office.approved(office.content("紧急撤回"));
        assertThat(office.refused(
                        office.disclosureOffice(),
                        two,
                        new Move.WithdrawInEmergency(WithdrawalReason.STATE_SECRET, "涉密")))
                .containsExactly("disclosure.refused.role");
        office.done(district.districtOffice(), two, new Move.WithdrawInEmergency(WithdrawalReason.STATE_SECRET, "涉密"));
        assertThat(jdbc.sql("select emergency from disclosure.withdrawal where item_id = ?")
                        .param(two.item().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from disclosure.notice where organ_id = ? and kind = 'WITHDRAWN_IN_EMERGENCY'")
                        .param(office.organ.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDoubleClickSubmitsOnceAndSaysSo() {
        Office office = Office.open(context);
        Outcome.Done draft = office.draft(office.content("连点两次"));
        office.done(office.handler(), draft, new Move.Submit("建议公开"));
        assertThat(office.refused(office.handler(), draft, new Move.Submit("建议公开")))
                .containsExactly("disclosure.refused.staleByYou");
        assertThat(record.steps(draft.edition())).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        Office office = Office.open(context);
        Officer second = office.officer("second-" + office.name, Role.LEADER);
        for (int round = 0; round < 5; round++) {
            Outcome.Done cleared = office.cleared(office.content("同时审批" + round));
            List<Outcome> outcomes = atOnce(
                    () -> review.act(office.leader(), cleared.edition(), cleared.version(), new Move.Approve("同意")),
                    () -> review.act(second, cleared.edition(), cleared.version(), new Move.Return("再改")));
            assertThat(outcomes).filteredOn(Outcome::done).hasSize(1);
            Outcome.Refused refused = (Outcome.Refused) outcomes.stream()
                    .filter(outcome -> !outcome.done())
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.reasons())
                    .extracting(Reason::key)
                    .containsAnyOf("disclosure.refused.staleBy", "disclosure.refused.stale");
            assertThat(record.steps(cleared.edition()))
                    .filteredOn(step -> step.stage() == Stage.LEADERSHIP)
                    .hasSize(1);
        }
    }

    @Test
    void theDatabaseItselfKeepsWhatWasSubmittedAndWhatWasRecorded() {
        Office office = Office.open(context);
        Outcome.Done submitted = office.submitted(office.content("不可更改"));
        assertThatThrownBy(() -> jdbc.sql("update disclosure.edition set title = '改了' where id = ?")
                        .param(submitted.edition().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from disclosure.review_step where edition_id = ?")
                        .param(submitted.edition().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoWhoEditAtOnceLoseNoText() {
        Office office = Office.open(context);
        Officer colleague = office.officer("colleague-" + office.name, Role.HANDLER);
        Outcome.Done draft = office.draft(office.content("两人同时编辑"));
        drafts.save(
                colleague,
                draft.edition(),
                draft.version(),
                DraftContents.said(office.content(""), "同事的题", "", "<p>同事的文字</p>"));
        Outcome mine = drafts.save(
                office.handler(),
                draft.edition(),
                draft.version(),
                DraftContents.said(office.content(""), "我的题", "", "<p>我的文字</p>"));
        assertThat(((Outcome.Refused) mine).reasons())
                .extracting(Reason::key)
                .containsExactly("disclosure.refused.savedMeanwhile");
        assertThat(editions.find(draft.edition()).orElseThrow().content().title())
                .isEqualTo("同事的题");
        assertThat(jdbc.sql("select title from disclosure.draft_copy where edition_id = ?")
                        .param(draft.edition().value())
                        .query(String.class)
                        .list())
                .contains("我的题");
    }

    private Outcome.Done done(EditionId id) {
        Edition edition = editions.find(id).orElseThrow();
        return new Outcome.Done(edition.item(), id, edition.state(), edition.version());
    }

    private long published(ItemId item) {
        return jdbc.sql("select count(*) from disclosure.publication where item_id = ?")
                .param(item.value())
                .query(Long.class)
                .single();
    }

    @SafeVarargs
    private static List<Outcome> atOnce(Callable<Outcome>... acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        CyclicBarrier together = new CyclicBarrier(acts.length);
        try {
            List<Future<Outcome>> outcomes = java.util.Arrays.stream(acts)
                    .map(act -> people.submit(() -> {
                        together.await();
                        return act.call();
                    }))
                    .toList();
            java.util.ArrayList<Outcome> done = new java.util.ArrayList<>();
            for (Future<Outcome> outcome : outcomes) {
                done.add(outcome.get());
            }
            return done;
        } finally {
            people.shutdown();
        }
    }
}
