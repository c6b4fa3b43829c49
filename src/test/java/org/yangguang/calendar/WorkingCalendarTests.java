package org.yangguang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yangguang.calendar.Deadline.Day;
import org.yangguang.calendar.Deadline.Why;
import org.yangguang.calendar.internal.Arrangement;
import org.yangguang.calendar.internal.MalformedArrangement;

class WorkingCalendarTests {

    private static final String HEADER = "date,kind,name,arrangement_year\n";

    private final WorkingCalendar calendar = calendar();

    @ParameterizedTest(name = "received {0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
                received   | +7 | +15 | +30 | +20 | +40
                2016-01-25 | 2016-02-03 | 2016-02-18 | 2016-03-10 | 2016-02-25 | 2016-03-24
                2016-02-05 | 2016-02-19 | 2016-03-02 | 2016-03-23 | 2016-03-09 | 2016-04-07
                2016-04-24 | 2016-05-04 | 2016-05-16 | 2016-06-06 | 2016-05-23 | 2016-06-21
                2016-09-26 | 2016-10-10 | 2016-10-20 | 2016-11-10 | 2016-10-27 | 2016-11-24
                2016-12-20 | 2016-12-29 | 2017-01-11 | 2017-02-06 | 2017-01-18 | 2017-02-20
                2017-01-20 | 2017-02-04 | 2017-02-15 | 2017-03-08 | 2017-02-22 | 2017-03-22
                2019-01-28 | 2019-02-11 | 2019-02-21 | 2019-03-14 | 2019-02-28 | 2019-03-28
                2019-05-15 | 2019-05-24 | 2019-06-05 | 2019-06-27 | 2019-06-13 | 2019-07-11
                2019-09-20 | 2019-09-30 | 2019-10-16 | 2019-11-06 | 2019-10-23 | 2019-11-20
                2020-01-20 | 2020-02-06 | 2020-02-18 | 2020-03-10 | 2020-02-25 | 2020-03-24
                2021-02-05 | 2021-02-20 | 2021-03-03 | 2021-03-24 | 2021-03-10 | 2021-04-08
                2022-12-28 | 2023-01-09 | 2023-01-19 | 2023-02-14 | 2023-01-31 | 2023-02-28
                2023-09-25 | 2023-10-10 | 2023-10-20 | 2023-11-10 | 2023-10-27 | 2023-11-24
                2024-02-05 | 2024-02-20 | 2024-03-01 | 2024-03-22 | 2024-03-08 | 2024-04-08
                2024-09-27 | 2024-10-12 | 2024-10-23 | 2024-11-13 | 2024-10-30 | 2024-11-27
                2025-01-22 | 2025-02-07 | 2025-02-18 | 2025-03-11 | 2025-02-25 | 2025-03-25
                2025-09-28 | 2025-10-14 | 2025-10-24 | 2025-11-14 | 2025-10-31 | 2025-11-28
                2026-02-12 | 2026-02-28 | 2026-03-11 | 2026-04-01 | 2026-03-18 | 2026-04-16
                2026-04-30 | 2026-05-13 | 2026-05-25 | 2026-06-15 | 2026-06-01 | 2026-06-30
                """)
    void periodsEndAsPractitionersCountThem(
            LocalDate received,
            LocalDate seven,
            LocalDate fifteen,
            LocalDate thirty,
            LocalDate twenty,
            LocalDate forty) {
        assertThat(calendar.deadline(received, 7).date()).isEqualTo(seven);
        assertThat(calendar.deadline(received, 15).date()).isEqualTo(fifteen);
        assertThat(calendar.deadline(received, 30).date()).isEqualTo(thirty);
        assertThat(calendar.deadline(received, 20).date()).isEqualTo(twenty);
        assertThat(calendar.deadline(received, 40).date()).isEqualTo(forty);
    }

    @Test
    void anyPeriodEndsWhereCountingDayByDayEnds() throws IOException {
        Map<LocalDate, String> named = namedDays();
        Random random = new Random(20160218);
        for (int round = 0; round < 5_000; round++) {
            LocalDate from = WorkingCalendar.FIRST.plusDays(random.nextInt(9_000));
            int period = random.nextInt(round % 10 == 0 ? 2_001 : 80);
            LocalDate end = from;
            for (int counted = 0; counted < period; ) {
                end = end.plusDays(1);
                counted += worked(named, end) ? 1 : 0;
            }
            Deadline deadline = calendar.deadline(from, period);
            assertThat(deadline.date()).as("%s + %d", from, period).isEqualTo(end);
            assertThat(deadline.days().stream().filter(Day::counted).count()).isEqualTo(period);
            assertThat(calendar.workingDaysBetween(from, end)).isEqualTo(period);
            assertThat(calendar.workingDaysBetween(end, from)).isEqualTo(-period);
            assertThat(calendar.workingDay(from)).isEqualTo(worked(named, from));
        }
    }

    @Test
    void everyDayOfADeadlineIsExplained() {
        Deadline deadline = calendar.deadline(LocalDate.of(2016, 2, 5), 2);

        assertThat(deadline.days().get(0)).isEqualTo(new Day(LocalDate.of(2016, 2, 5), false, Why.START));
        assertThat(deadline.days().get(1)).isEqualTo(new Day(LocalDate.of(2016, 2, 6), true, Why.MAKE_UP_DAY));
        assertThat(deadline.days().subList(2, 9)).allMatch(day -> day.why() == Why.HOLIDAY && !day.counted());
        assertThat(deadline.days().get(9)).isEqualTo(new Day(LocalDate.of(2016, 2, 14), true, Why.MAKE_UP_DAY));
        assertThat(deadline.date()).isEqualTo(LocalDate.of(2016, 2, 14));
    }

    @Test
    void aPeriodOfNoDaysEndsOnTheDayItStarts() {
        assertThat(calendar.deadline(LocalDate.of(2016, 5, 1), 0).date()).isEqualTo(LocalDate.of(2016, 5, 1));
    }

    @Test
    void aDeadlineIsProvisionalWhenANoticeStillToComeMayMoveIt() {
        assertThat(calendar.deadline(LocalDate.of(2026, 11, 2), 20).provisional())
                .isFalse();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 21), 20).provisional())
                .isTrue();
        assertThat(calendar.deadline(LocalDate.of(2027, 3, 1), 1).provisional()).isTrue();
        assertThat(calendar.deadline(LocalDate.of(2026, 12, 28), 1).provisional())
                .as("a New Year arrangement may reach into the last three days of December")
                .isTrue();
    }

    @Test
    void whatLiesOutsideTheCalendarIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.deadline(LocalDate.of(2006, 12, 31), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.deadline(LocalDate.MAX, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.deadline(LocalDate.of(2016, 1, 1), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.deadline(LocalDate.of(2016, 1, 1), 2_001));
        assertThat(calendar.deadline(WorkingCalendar.LAST, 2_000).date()).isAfter(WorkingCalendar.LAST);
    }

    @Test
    void aCalendarOfOneCenturyAnswersAMillionQuestionsInASecond() {
        long days = 0;
        for (int question = 0; question < 1_000_000; question++) {
            days += calendar.workingDaysBetween(
                    WorkingCalendar.FIRST, WorkingCalendar.FIRST.plusDays(question % 30_000));
        }
        assertThat(days).isPositive();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                2007-01-01,off,元旦                | line 2: there are 3 fields instead of 4
                2007-02-30,off,元旦,2007           | line 2: "2007-02-30" is not a date
                2007-01-01,free,元旦,2007          | line 2: "free" is neither "off" nor "work"
                2007-01-01,off,,2007              | line 2: the name of the holiday is missing
                2007-01-01,off,元旦,year           | line 2: "year" is not a year
                2007-05-01,off,元旦,2008           | line 2: 2007-05-01 cannot belong to the arrangement of 2008
                2008-01-01,off,元旦,2008           | line 2: the arrangements must begin with the year 2007
                2007-01-01,off,元旦,2007;2007-01-01,work,元旦,2007 | line 3: 2007-01-01 does not come after 2007-01-01
                2007-01-01,off,元旦,2007;2009-01-01,off,元旦,2009  | line 3: the arrangement of 2008 is missing before this line
                """)
    void aMalformedFileIsRefusedWithItsLineAndTheReason(String lines, String reason) {
        StringReader source = new StringReader(HEADER + lines.replace(';', '\n') + "\n");
        assertThatThrownBy(() -> Arrangement.read("holidays.csv", source))
                .isInstanceOf(MalformedArrangement.class)
                .hasMessage("holidays.csv, " + reason);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Arrangement.read("holidays.csv", new StringReader("")))
                .isInstanceOf(MalformedArrangement.class);
        assertThatThrownBy(() -> Arrangement.read("holidays.csv", new StringReader(HEADER)))
                .isInstanceOf(MalformedArrangement.class);
    }

    @Test
    void informationMustBePublishedWithinTwentyWorkingDaysOfItsFormation() {
        PublicationPeriod period = new PublicationPeriod(calendar);

        assertThat(period.endFor(LocalDate.of(2016, 1, 25)))
                .hasValueSatisfying(end -> assertThat(end.date()).isEqualTo(LocalDate.of(2016, 2, 25)));
        assertThat(period.endFor(LocalDate.of(2008, 5, 1))).isPresent();
        assertThat(period.endFor(LocalDate.of(2008, 4, 30))).isEmpty();
        assertThat(period.endFor(LocalDate.of(9999, 1, 1))).isEmpty();
    }

    @Test
    void theRevisedRegulationsHoldFromTheirDay() {
        assertThat(Regime.on(LocalDate.of(2008, 4, 30))).isEqualTo(Regime.NONE);
        assertThat(Regime.on(LocalDate.of(2008, 5, 1))).isEqualTo(Regime.REGULATIONS_2007);
        assertThat(Regime.on(LocalDate.of(2019, 5, 14))).isEqualTo(Regime.REGULATIONS_2007);
        assertThat(Regime.on(LocalDate.of(2019, 5, 15))).isEqualTo(Regime.REGULATIONS_2019);
    }

    private static WorkingCalendar calendar() {
        try (Reader source = holidays()) {
            return new WorkingCalendar(Arrangement.read("holidays-cn.csv", source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader holidays() {
        return new InputStreamReader(
                Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("/calendar/holidays-cn.csv")),
                StandardCharsets.UTF_8);
    }

    /** The file again, read without the code under test. */
    private static Map<LocalDate, String> namedDays() throws IOException {
        Map<LocalDate, String> named = new HashMap<>();
        try (var lines = new java.io.BufferedReader(holidays())) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(line -> named.put(LocalDate.parse(line[0]), line[1]));
        }
        return named;
    }

    private static boolean worked(Map<LocalDate, String> named, LocalDate day) {
        String kind = named.get(day);
        return kind == null
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : kind.equals("work");
    }
}
