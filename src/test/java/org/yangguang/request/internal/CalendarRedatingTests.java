package org.yangguang.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.calendar.ArrangedDay;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.calendar.internal.Arrangement;
import org.yangguang.request.Act;
import org.yangguang.request.Action;
import org.yangguang.request.Case;
import org.yangguang.request.ConsultationKind;
import org.yangguang.request.Desk;
import org.yangguang.request.RequestClock;
import org.yangguang.request.RequestRules;
import org.yangguang.request.Requests;
import org.yangguang.request.Step;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;

/** What a newly announced holiday does to open cases. The day is one of 2018, of which only this test has open cases. */
@YangguangTest
class CalendarRedatingTests {

    private static final LocalDate RECEIVED = LocalDate.of(2018, 6, 4);
    private static final LocalDate DUE = LocalDate.of(2018, 6, 26);
    private static final LocalDate NEW_HOLIDAY = LocalDate.of(2018, 6, 20);

    @Autowired
    ApplicationContext context;

    @Autowired
    Requests requests;

    @Autowired
    CalendarRedating redating;

    @Autowired
    CalendarYears years;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(context);
    }

    @Test
    void openCasesAreDatedAnewOnceAndClosedOnesStay() throws IOException {
        Case open = desk.inHand(RECEIVED);
        Case closed = desk.served(desk.inHand(RECEIVED), DUE, Desk.granted());
        CalendarRedating withHoliday = withHoliday();

        CalendarRedating.Done first = withHoliday.redate(2018);

        assertThat(first.moved()).contains(open.id()).doesNotContain(closed.id());
        assertThat(due(open)).isEqualTo(LocalDate.of(2018, 6, 27));
        Case after = requests.find(open.id()).orElseThrow();
        assertThat(after.version()).isEqualTo(open.version() + 1);
        assertThat(requests.history(open.id())).last().satisfies(event -> assertThat(event.step())
                .isEqualTo(new Step.Redate(DUE, LocalDate.of(2018, 6, 27))));
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'case.redated' and subject = ?")
                        .param("request.application:" + open.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(withHoliday.redate(2018).moved()).isEmpty();

        assertThat(redating.redate(2018).moved()).contains(open.id());
        assertThat(due(open)).isEqualTo(DUE);
        assertThat(requests.history(open.id()))
                .extracting(event -> event.step().action())
                .filteredOn(Action.REDATE::equals)
                .hasSize(2);
        assertThat(requests.find(closed.id()).orElseThrow()).isEqualTo(closed);
    }

    @Test
    void aRunThatWasCutShortIsGoneOnWith() throws IOException {
        Case one = desk.inHand(RECEIVED);
        Case other = desk.inHand(RECEIVED);
        long run = jdbc.sql("insert into request.redating (year, begun_at) values (2018, now()) returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into request.redated (redating_id, application_id, from_due, to_due) values (?, ?, ?, ?)")
                .params(run, one.id().value(), DUE, DUE.plusDays(1))
                .update();

        assertThat(withHoliday().redate(2018).moved()).contains(one.id(), other.id());
        assertThat(jdbc.sql("select finished_at is not null from request.redating where id = ?")
                        .param(run)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        redating.redate(2018);
    }

    @Test
    void aCaseToWhichSomethingHappensMeanwhileIsDatedByWhatHappened() throws Exception {
        Case known = desk.inHand(RECEIVED);
        CalendarRedating withHoliday = withHoliday();
        TransactionTemplate act = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        CompletableFuture<CalendarRedating.Done> run = act.execute(status -> {
            context.getBean(CaseTable.class).lock(known.id());
            CompletableFuture<CalendarRedating.Done> begun =
                    CompletableFuture.supplyAsync(() -> withHoliday.redate(2018));
            Await.until(() -> jdbc.sql("""
                            select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))""").query(Boolean.class).single());
            desk.done(
                    desk.handler(),
                    known,
                    Act.consult(RECEIVED.plusDays(1), ConsultationKind.THIRD_PARTY, "某公司", "是否同意公开"));
            return begun;
        });

        assertThat(run.get().moved()).as("the consultation has no end yet").doesNotContain(known.id());
        assertThat(jdbc.sql("select due_on is null and version = 3 from request.deadline where application_id = ?")
                        .param(known.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(requests.history(known.id())).hasSize(3);
        redating.redate(2018);
    }

    private LocalDate due(Case known) {
        return jdbc.sql("select due_on from request.deadline where application_id = ?")
                .param(known.id().value())
                .query(LocalDate.class)
                .single();
    }

    /** The same program with one more day off. */
    private CalendarRedating withHoliday() throws IOException {
        List<ArrangedDay> days = new java.util.ArrayList<>(
                years.all().stream().flatMap(year -> year.days().stream()).toList());
        days.add(new ArrangedDay(NEW_HOLIDAY, ArrangedDay.Kind.OFF, "端午节", 2018));
        days.sort(java.util.Comparator.comparing(ArrangedDay::date));
        Arrangement arrangement = Arrangement.read(
                "test",
                new StringReader("date,kind,name,arrangement_year\n"
                        + days.stream().map(ArrangedDay::line).collect(Collectors.joining("\n"))));
        return new CalendarRedating(
                context.getBean(DeadlineTable.class),
                context.getBean(EventTable.class),
                context.getBean(RedatingTable.class),
                new RequestClock(new WorkingCalendar(arrangement), RequestRules.USUAL),
                RequestRules.USUAL,
                context.getBean(org.yangguang.audit.AuditTrail.class),
                context,
                context.getBean(PlatformTransactionManager.class),
                context.getBean(java.time.Clock.class));
    }
}
