package org.yangguang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yangguang.account.Role;
import org.yangguang.calendar.CalendarYears.Problem;
import org.yangguang.calendar.CalendarYears.Result;
import org.yangguang.platform.OneTimeJob;
import org.yangguang.testing.Console;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class CalendarYearsTests {

    private static final String HEADER = "date,kind,name,arrangement_year\n";
    private static final String SOURCE = "关于2027年部分节假日安排的通知";

    /** Invented; the real one is not known yet. */
    private static final String YEAR_2027 = HEADER + """
            2026-12-31,off,元旦,2027
            2027-01-01,off,元旦,2027
            2027-01-02,off,元旦,2027
            2027-01-30,work,春节,2027
            2027-02-05,off,春节,2027
            2027-02-06,off,春节,2027
            2027-02-07,off,春节,2027
            2027-02-08,off,春节,2027
            2027-02-09,off,春节,2027
            2027-02-10,off,春节,2027
            2027-02-11,off,春节,2027
            2027-02-14,work,春节,2027
            2027-04-05,off,清明节,2027
            """;

    @Autowired
    CalendarYears years;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    @Autowired
    List<OneTimeJob> jobs;

    @Autowired
    ConfigurableApplicationContext context;

    /** The calendar is one for all tests: what was imported goes again. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from calendar.imported_day").update();
        jdbc.sql("delete from calendar.imported_year").update();
        jdbc.sql("delete from jobs.task where task_name = 'calendar.announce'").update();
        jdbc.sql("update calendar.revision set number = number + 1").update();
        org.yangguang.testing.Await.until(() -> calendar.lastYear() == 2026);
    }

    @Test
    void aDeadlineIsProvisionalUntilTheYearIsImportedAndThenFollowsIt() {
        LocalDate received = LocalDate.of(2026, 12, 25);
        assertThat(calendar.deadline(received, 5))
                .returns(true, Deadline::provisional)
                .returns(LocalDate.of(2027, 1, 1), Deadline::date);

        assertThat(years.importYear(YEAR_2027, SOURCE, "somebody"))
                .isInstanceOfSatisfying(Result.Accepted.class, accepted -> {
                    assertThat(accepted.added()).hasSize(13);
                    assertThat(accepted.removed()).isEmpty();
                });

        assertThat(calendar.deadline(received, 5))
                .returns(false, Deadline::provisional)
                .returns(LocalDate.of(2027, 1, 5), Deadline::date);
        assertThat(calendar.lastYear()).isEqualTo(2027);
        assertThat(calendar.holiday(LocalDate.of(2026, 12, 31))).isEqualTo("元旦");
        assertThat(calendar.deadline(LocalDate.of(2027, 12, 20), 20).provisional())
                .isTrue();
        assertThat(years.all().get(0))
                .returns(2027, CalendarYears.Year::year)
                .satisfies(year -> assertThat(year.imported().source()).isEqualTo(SOURCE));
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = 'calendar.year:2027'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void anImportIsAnnouncedAfterItWasCommitted() {
        years.importYear(YEAR_2027, SOURCE, "somebody");
        List<Integer> told = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<CalendarYearImported>> listener =
                event -> told.add(event.getPayload().year());
        context.addApplicationListener(new org.springframework.context.event.GenericApplicationListener() {
            @Override
            public boolean supportsEventType(org.springframework.core.ResolvableType type) {
                return type.getRawClass() == PayloadApplicationEvent.class
                        && type.getGeneric().getRawClass() == CalendarYearImported.class;
            }

            @Override
            @SuppressWarnings("unchecked")
            public void onApplicationEvent(org.springframework.context.ApplicationEvent event) {
                listener.onApplicationEvent((PayloadApplicationEvent<CalendarYearImported>) event);
            }
        });
        assertThat(jdbc.sql("select task_instance from jobs.task where task_name = 'calendar.announce'")
                        .query(String.class)
                        .list())
                .containsExactly("2027");
        jobs.stream().filter(job -> job.name().equals("calendar.announce")).forEach(job -> job.work()
                .accept("2027"));
        assertThat(told).containsExactly(2027);
    }

    @Test
    void aKnownYearCanBePutRight() {
        String right = HEADER
                + years.of(2026).stream()
                        .filter(day -> !day.date().equals(LocalDate.of(2026, 10, 7)))
                        .map(ArrangedDay::line)
                        .collect(Collectors.joining("\n"));
        assertThat(years.importYear(right, SOURCE, "somebody"))
                .isInstanceOfSatisfying(Result.Accepted.class, accepted -> assertThat(accepted.removed())
                        .extracting(ArrangedDay::date)
                        .containsExactly(LocalDate.of(2026, 10, 7)));
        assertThat(calendar.workingDay(LocalDate.of(2026, 10, 7))).isTrue();
        assertThat(years.importYear(right, SOURCE, "somebody"))
                .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::key)
                        .containsExactly("calendar.import.unchanged"));
    }

    @Test
    void everyShippedYearWouldPassTheImport() {
        for (CalendarYears.Year year : years.all()) {
            String csv = HEADER + year.days().stream().map(ArrangedDay::line).collect(Collectors.joining("\n"));
            assertThat(years.examine(csv, SOURCE))
                    .as("%s", year.year())
                    .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.problems())
                            .extracting(Problem::key)
                            .containsExactly("calendar.import.unchanged"));
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingChanges() {
        String wrong = """
                day,kind
                2027-02-30,off,春节,2027
                2027-02-08,free,春节,2027
                2027-02-08,off,,2027
                2027-02-08,off,春节
                2027-02-09,work,春节,2027
                2027-02-07,off,春节,2027
                2025-02-07,off,春节,2027
                2027-03-01,off,春节,2028
                2027-03-02,off,春节,27
                """;
        assertThat(years.importYear(wrong, " ", "somebody")).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.problems())
                    .extracting(problem -> problem.line() + " " + problem.key().substring("calendar.import.".length()))
                    .containsExactly(
                            "1 header",
                            "2 date",
                            "3 kind",
                            "4 name",
                            "5 fields",
                            "7 order",
                            "8 order",
                            "8 year",
                            "9 year",
                            "10 not-a-year",
                            "0 years",
                            "0 source.missing");
        });
        assertThat(keys(YEAR_2027.replace("2027", "2029").replace("2026", "2028")))
                .contains("calendar.import.gap");
        assertThat(keys(HEADER + "2027-01-01,off,元旦,2027")).containsExactly("calendar.import.few");
        assertThat(keys("")).containsExactly("calendar.import.header");
        assertThat(calendar.lastYear()).isEqualTo(2026);
    }

    @Test
    void theOfficeSeesTheDifferenceBeforeItImports() throws Exception {
        Console office = Console.of(mvc, officers.in(organs.root().id(), Role.DISTRICT_OFFICE));

        String seen = office.submit("/console/calendar", "csv", YEAR_2027, "source", SOURCE, "then", "examine")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(seen).contains("2027-02-14", SOURCE, "name=\"then\" value=\"import\"");
        assertThat(calendar.lastYear()).isEqualTo(2026);

        assertThat(office.submit("/console/calendar", "csv", YEAR_2027, "source", SOURCE, "then", "import")
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/console/calendar");
        assertThat(calendar.lastYear()).isEqualTo(2027);

        String refused = office.submit("/console/calendar", "csv", "杂乱", "source", "", "then", "import")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("杂乱").contains("role=\"alert\"");
    }

    @Test
    void aFileIsReadIntoTheFormAndOthersThanTheKeepersAreRefused() throws Exception {
        Console office = Console.of(mvc, officers.in(organs.root().id(), Role.SYSTEM_ADMINISTRATOR));
        String seen = mvc.perform(MockMvcRequestBuilders.multipart("/console/calendar")
                        .file(new MockMultipartFile("file", "2027.csv", "text/csv", YEAR_2027.getBytes("UTF-8")))
                        .param("source", SOURCE)
                        .session(office.session())
                        .with(
                                org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(seen).contains("2027-02-14");

        Console handler = Console.of(mvc, officers.in(organs.root().id(), Role.HANDLER));
        assertThat(handler.open("/console/calendar").andReturn().getResponse().getStatus())
                .isEqualTo(403);
        assertThat(handler.submit("/console/calendar", "csv", YEAR_2027, "source", SOURCE, "then", "import")
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(calendar.lastYear()).isEqualTo(2026);
    }

    private List<String> keys(String csv) {
        return ((Result.Refused) years.examine(csv, SOURCE))
                .problems().stream().map(Problem::key).toList();
    }
}
