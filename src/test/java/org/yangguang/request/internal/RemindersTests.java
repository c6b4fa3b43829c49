package org.yangguang.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.request.Act;
import org.yangguang.request.Case;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.Desk;
import org.yangguang.request.Requests;
import org.yangguang.testing.YangguangTest;

/** Who is reminded of what, when, and only once. The case is due on 6 June 2017. */
@YangguangTest
class RemindersTests {

    private static final LocalDate RECEIVED = LocalDate.of(2017, 5, 15);
    private static final LocalDate DUE = LocalDate.of(2017, 6, 6);

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
        address(desk.handler());
        address(desk.officer(Role.LEADER));
    }

    @Test
    void theHandlerIsRemindedFiveAndTwoWorkingDaysBeforeTheLeaderOneAndEachOnce() {
        Case known = desk.inHand(RECEIVED);
        assertThat(jdbc.sql("select due_on from request.deadline where application_id = ?")
                        .param(known.id().value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DUE);

        reminders.remind(LocalDate.of(2017, 5, 26));
        assertThat(sent(known)).isEmpty();
        reminders.remind(LocalDate.of(2017, 5, 27));
        reminders.remind(LocalDate.of(2017, 5, 27));
        reminders.remind(LocalDate.of(2017, 6, 1));
        assertThat(sent(known))
                .containsExactly("HANDLER_5 " + desk.handler().id().value());
        reminders.remind(LocalDate.of(2017, 6, 2));
        assertThat(sent(known))
                .hasSize(2)
                .contains("HANDLER_2 " + desk.handler().id().value());
        reminders.remind(LocalDate.of(2017, 6, 5));
        reminders.remind(LocalDate.of(2017, 6, 6));
        assertThat(sent(known))
                .hasSize(3)
                .contains("LEADER_1 " + desk.officer(Role.LEADER).id().value());
        assertThat(jdbc.sql("select count(*) from notify.message where about = ?")
                        .param("request.application:" + known.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void nobodyIsRemindedOfACaseWhoseClockIsStopped() {
        Case known = desk.done(
                desk.handler(),
                desk.inHand(RECEIVED),
                Act.consult(LocalDate.of(2017, 5, 31), ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));

        reminders.remind(LocalDate.of(2017, 6, 5));

        assertThat(sent(known)).isEmpty();
    }

    @Test
    void theDaysListIsSentOnceToWhoGaveAnAddress() {
        desk.inHand(RECEIVED);
        reminders.digest(DUE);
        reminders.digest(DUE);
        reminders.digest(DUE.plusDays(1));

        assertThat(jdbc.sql("select day from request.digest where account_id = ? order by 1")
                        .param(desk.handler().id().value())
                        .query(LocalDate.class)
                        .list())
                .isEqualTo(List.of(DUE, DUE.plusDays(1)));
    }

    @Test
    void anAddressIsSealedAndAWrongOneRefused() {
        assertThat(reminders.address(desk.office(), "nobody")).isPresent();
        assertThat(reminders.address(desk.handler())).contains(desk.handler().login() + "@example.cn");
        assertThat(jdbc.sql("select encode(email, 'escape') from request.reminder_address where account_id = ?")
                        .param(desk.handler().id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("example.cn");
        reminders.address(desk.handler(), "");
        assertThat(reminders.address(desk.handler())).isEmpty();
    }

    private void address(Officer officer) {
        assertThat(reminders.address(officer, officer.login() + "@example.cn")).isEmpty();
    }

    private List<String> sent(Case known) {
        return jdbc.sql("select kind || ' ' || account_id from request.reminder where application_id = ? order by 1")
                .param(known.id().value())
                .query(String.class)
                .list();
    }
}
