package org.yangguang.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.disclosure.internal.Desk;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class DeskTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachFindsOnTheirDeskWhatOnlyTheyCanMoveOn() {
        Office office = Office.open(context);
        Outcome.Done submitted = office.submitted(office.content("在谁的桌上"));
        assertThat(desk.waiting(office.secrecyOfficer()))
                .extracting(Desk.Line::edition)
                .containsExactly(submitted.edition());
        assertThat(desk.waiting(office.leader())).isEmpty();
        assertThat(desk.underway(office.handler()))
                .extracting(Desk.Line::edition)
                .containsExactly(submitted.edition());

        office.done(office.secrecyOfficer(), submitted, new Move.Approve("不涉密"));
        assertThat(desk.waiting(office.secrecyOfficer())).isEmpty();
        assertThat(desk.waiting(office.leader())).extracting(Desk.Line::edition).containsExactly(submitted.edition());
    }

    @Test
    void theMostUrgentStandsFirst() {
        Office office = Office.open(context);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        Outcome.Done later = office.submitted(DraftContents.formed(office.content("不急"), today));
        Outcome.Done sooner = office.submitted(DraftContents.formed(office.content("急"), today.minusDays(15)));
        assertThat(desk.waiting(office.secrecyOfficer()))
                .extracting(Desk.Line::edition)
                .containsExactly(sooner.edition(), later.edition());
    }

    @Test
    void whatIsNotPublishedInTwentyWorkingDaysIsListedForTheOrgan() {
        Office office = Office.open(context);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        Outcome.Done over = office.submitted(DraftContents.formed(office.content("逾期"), today.minusDays(60)));
        office.submitted(DraftContents.formed(office.content("未逾期"), today.minusDays(3)));
        assertThat(desk.overdue(office.leader())).extracting(Desk.Line::edition).containsExactly(over.edition());
        assertThat(desk.overdue(Office.open(context).leader())).isEmpty();
    }

    @Test
    void withheldInformationComesBackWhenItsEvaluationIsDue() {
        Office office = Office.open(context);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        Outcome.Done withheld = office.approved(
                DraftContents.withheld(office.content("定期评估"), "ARTICLE_16_INTERNAL_AFFAIRS", today.plusDays(1)));
        assertThat(desk.reviewAgain(office.disclosureOffice())).isEmpty();
        jdbc.sql("alter table disclosure.edition disable trigger edition_content_is_fixed")
                .update();
        jdbc.sql("update disclosure.edition set review_again_on = ? where id = ?")
                .params(today, withheld.edition().value())
                .update();
        jdbc.sql("alter table disclosure.edition enable trigger edition_content_is_fixed")
                .update();
        assertThat(desk.reviewAgain(office.disclosureOffice()))
                .extracting(Desk.Line::edition)
                .containsExactly(withheld.edition());
    }

    @Test
    void aQuestionLiesOnTheDeskOfTheOfficeThatWasAsked() {
        Office office = Office.open(context);
        Office other = Office.open(context);
        Outcome.Done asked = office.done(
                office.secrecyOfficer(), office.submitted(office.content("请贵局确认")), new Move.Ask(other.organ, "可否公开?"));
        assertThat(desk.waiting(other.disclosureOffice()))
                .extracting(Desk.Line::edition)
                .containsExactly(asked.edition());
        assertThat(desk.waiting(office.secrecyOfficer())).isEmpty();
    }
}
