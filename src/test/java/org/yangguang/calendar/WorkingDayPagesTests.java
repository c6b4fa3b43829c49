package org.yangguang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.yangguang.testing.Browser;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class WorkingDayPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    WorkingCalendar calendar;

    @LocalServerPort
    int port;

    @Test
    void aYearIsAPictureOfTwelveMonthsInWords() {
        Page page = Browser.desk();
        try {
            page.navigate(address("/working-days?year=2016"));
            assertThat(page.locator("table.month").count()).isEqualTo(12);
            assertThat(page.locator("td.make-up").first().innerText()).contains("班");
            assertThat(page.locator("table.month").nth(1).locator("td.holiday").count())
                    .isEqualTo(7);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/calendar.png")));
        } finally {
            page.context().close();
        }
    }

    @Test
    void aDeadlineShowsEachDayOfItOnAPhoneToo() {
        for (Page page : List.of(Browser.desk(), Browser.phone())) {
            try {
                page.navigate(address("/working-days/deadline?received=2016-01-25&workingDays=15"));
                assertThat(page.locator(".deadline-answer time").getAttribute("datetime"))
                        .isEqualTo("2016-02-18");
                assertThat(page.locator("td.start time").innerText()).isEqualTo("25");
                assertThat(page.locator("td.end").innerText()).contains("届满").contains("第15天");
                assertThat(page.locator("td .nth").count()).isEqualTo(15);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/shots/deadline-" + page.viewportSize().width + ".png")));
            } finally {
                page.context().close();
            }
        }
    }

    @Test
    void aYearThatIsNotAnnouncedSaysSoAndBadInputIsExplained() throws Exception {
        assertThat(body("/working-days?year=2031")).contains("尚未公布");
        assertThat(body("/working-days?year=2016")).doesNotContain("尚未公布");
        assertThat(body("/working-days?year=99999")).contains("table class=\"month\"");
        assertThat(body("/working-days/deadline?received=2026-12-25&workingDays=20"))
                .contains("暂定");
        assertThat(body("/working-days/deadline?received=2016-02-30&workingDays=x"))
                .contains("真实存在的日期", "整数（工作日数）", "value=\"x\"");
        assertThat(body("/working-days/deadline")).doesNotContain("role=\"alert\"");
        assertThat(mvc.perform(get("/working-days/deadline.ics?received=2016-02-30&workingDays=1"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void theHolidaysOfAYearAreACalendarThatProgramsRead() throws Exception {
        String feed = body("/working-days/holidays.ics?year=2016");

        assertThat(feed).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(feed)
                .contains("DTSTART;VALUE=DATE:20160207\r\nDTEND;VALUE=DATE:20160214\r\nSUMMARY:春节放假\r\n")
                .contains("DTSTART;VALUE=DATE:20160206\r\nDTEND;VALUE=DATE:20160207\r\nSUMMARY:春节调休上班\r\n");
        assertThat(feed.split("BEGIN:VEVENT", -1)).hasSameSizeAs(feed.split("END:VEVENT", -1));
        for (String line : feed.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n").doesNotContain("\r");
        }
        assertThat(feed).isEqualTo(body("/working-days/holidays.ics?year=2016"));
        assertThat(feed.lines()
                        .filter(line -> line.startsWith("UID:"))
                        .distinct()
                        .count())
                .isEqualTo(feed.lines().filter(line -> line.startsWith("UID:")).count());
    }

    @Test
    void aDeadlineGoesIntoACalendarAndAProvisionalOneIsTentative() throws Exception {
        assertThat(body("/working-days/deadline.ics?received=2016-01-25&workingDays=15"))
                .contains("DTSTART;VALUE=DATE:20160218", "STATUS:CONFIRMED");
        assertThat(body("/working-days/deadline.ics?received=2026-12-25&workingDays=15"))
                .contains("STATUS:TENTATIVE", "暂定");
    }

    /** The same question asked of the calendar in another way: walking from day to day. */
    @Test
    void theCalendarAgreesWithANaiveCount() {
        Random random = new Random(711);
        for (int round = 0; round < 2_000; round++) {
            LocalDate from = LocalDate.of(2007, 1, 1).plusDays(random.nextInt(7_400));
            int wanted = random.nextInt(60);
            LocalDate day = from;
            for (int counted = 0; counted < wanted; ) {
                day = day.plusDays(1);
                Deadline.Why why = calendar.why(day);
                counted += why == Deadline.Why.WORKING_DAY || why == Deadline.Why.MAKE_UP_DAY ? 1 : 0;
            }
            assertThat(calendar.deadline(from, wanted).date()).isEqualTo(day);
        }
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address).header("Accept-Language", "zh-CN"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
