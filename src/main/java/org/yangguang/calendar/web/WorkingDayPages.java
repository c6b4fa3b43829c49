package org.yangguang.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.calendar.ArrangedDay;
import org.yangguang.calendar.CalendarYears;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.Deadline.Why;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.site.SiteIdentity;

/** Working days as a picture of months, for a year or for one deadline, and the same for calendar programs (RFC 5545). */
@Controller
class WorkingDayPages {

    /** A picture of more months helps nobody; the interface computes longer periods. */
    private static final int LONGEST_PICTURE = 250;

    private static final MediaType ICALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final WorkingCalendar calendar;
    private final CalendarYears years;
    private final MessageSource texts;
    private final SiteIdentity site;
    private final Clock clock;

    WorkingDayPages(
            WorkingCalendar calendar, CalendarYears years, MessageSource texts, SiteIdentity site, Clock clock) {
        this.calendar = calendar;
        this.years = years;
        this.texts = texts;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/working-days")
    String year(@RequestParam(required = false) @Nullable String year, Model model) {
        int shown = year(year);
        model.addAttribute("year", shown);
        model.addAttribute("first", WorkingCalendar.FIRST.getYear());
        model.addAttribute("last", calendar.lastYear());
        model.addAttribute("provisional", shown > calendar.lastYear());
        model.addAttribute(
                "months",
                Stream.iterate(YearMonth.of(shown, 1), month -> month.plusMonths(1))
                        .limit(12)
                        .map(month -> MonthView.of(month, this::cell))
                        .toList());
        model.addAttribute("received", LocalDate.now(clock));
        return "calendar/year";
    }

    @GetMapping("/working-days/deadline")
    String deadline(
            @RequestParam(required = false) @Nullable String received,
            @RequestParam(required = false) @Nullable String workingDays,
            Model model) {
        List<String> mistakes = new ArrayList<>();
        LocalDate from = date(received);
        if (from == null) {
            mistakes.add("calendar.page.bad-date");
        }
        int days = number(workingDays);
        if (days < 0) {
            mistakes.add("calendar.page.bad-number");
        }
        model.addAttribute("typedDate", received == null ? "" : received);
        model.addAttribute("typedDays", workingDays == null ? "" : workingDays);
        model.addAttribute("longest", LONGEST_PICTURE);
        model.addAttribute("first", WorkingCalendar.FIRST);
        model.addAttribute("last", WorkingCalendar.LAST);
        if (from == null || days < 0) {
            model.addAttribute("mistakes", received == null && workingDays == null ? List.of() : mistakes);
            return "calendar/deadline";
        }
        Deadline deadline = calendar.deadline(from, days);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("from", from);
        model.addAttribute("days", days);
        model.addAttribute("deadline", deadline);
        model.addAttribute("months", months(deadline));
        model.addAttribute("counts", counts(deadline));
        return "calendar/deadline";
    }

    @GetMapping("/working-days/holidays.ics")
    ResponseEntity<String> holidays(@RequestParam(required = false) @Nullable String year, Locale locale) {
        int shown = year(year);
        List<ArrangedDay> days = years.of(shown);
        ICalendar feed = new ICalendar(text("calendar.feed.title", locale, String.valueOf(shown)), site.domain());
        List<ArrangedDay> run = new ArrayList<>();
        for (ArrangedDay day : days) {
            ArrangedDay last = run.isEmpty() ? null : run.get(run.size() - 1);
            boolean continues = last != null
                    && last.kind() == day.kind()
                    && last.name().equals(day.name())
                    && last.date().plusDays(1).equals(day.date());
            if (last != null && !continues) {
                event(feed, run, locale);
                run.clear();
            }
            run.add(day);
        }
        if (!run.isEmpty()) {
            event(feed, run, locale);
        }
        return answer(feed, "holidays-" + shown + ".ics");
    }

    @GetMapping("/working-days/deadline.ics")
    ResponseEntity<String> deadlineFeed(
            @RequestParam(required = false) @Nullable String received,
            @RequestParam(required = false) @Nullable String workingDays,
            Locale locale) {
        LocalDate from = date(received);
        int days = number(workingDays);
        if (from == null || days < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Deadline deadline = calendar.deadline(from, days);
        String title = text("calendar.feed.deadline", locale, String.valueOf(days), from.toString());
        String summary = deadline.provisional() ? text("calendar.feed.provisional", locale, title) : title;
        ICalendar feed = new ICalendar(title, site.domain());
        feed.allDay(
                "deadline-" + from + "-" + days,
                from,
                deadline.date(),
                deadline.date(),
                summary,
                !deadline.provisional());
        return answer(feed, "deadline-" + deadline.date() + ".ics");
    }

    private void event(ICalendar feed, List<ArrangedDay> run, Locale locale) {
        ArrangedDay first = run.get(0);
        boolean off = first.kind() == ArrangedDay.Kind.OFF;
        feed.allDay(
                (off ? "off-" : "work-") + first.date(),
                LocalDate.of(first.year(), 1, 1),
                first.date(),
                run.get(run.size() - 1).date(),
                text(off ? "calendar.feed.off" : "calendar.feed.work", locale, first.name()),
                true);
    }

    private static ResponseEntity<String> answer(ICalendar feed, String file) {
        return ResponseEntity.ok()
                .contentType(ICALENDAR)
                .header("Content-Disposition", "inline; filename=\"" + file + "\"")
                .body(feed.text());
    }

    private MonthView.Cell cell(LocalDate date) {
        Why why = calendar.why(date);
        return new MonthView.Cell(date, style(why), mark(why), 0, calendar.holiday(date));
    }

    private List<MonthView> months(Deadline deadline) {
        Map<LocalDate, MonthView.Cell> cells = new HashMap<>();
        int number = 0;
        for (Deadline.Day day : deadline.days()) {
            number += day.counted() ? 1 : 0;
            boolean end = day.date().equals(deadline.date());
            String style = end ? "end" : style(day.why());
            String mark = end ? "calendar.mark.end" : mark(day.why());
            cells.put(
                    day.date(),
                    new MonthView.Cell(day.date(), style, mark, day.counted() ? number : 0, holiday(day.date())));
        }
        YearMonth first = YearMonth.from(deadline.days().get(0).date());
        YearMonth last = YearMonth.from(deadline.date());
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> MonthView.of(
                        month, date -> cells.getOrDefault(date, new MonthView.Cell(date, "outside", "", 0, ""))))
                .toList();
    }

    private static Map<Why, Long> counts(Deadline deadline) {
        Map<Why, Long> counts = new HashMap<>();
        deadline.days().forEach(day -> counts.merge(day.why(), 1L, Long::sum));
        return counts;
    }

    private String holiday(LocalDate date) {
        return calendar.covers(date) ? calendar.holiday(date) : "";
    }

    private static String style(Why why) {
        return switch (why) {
            case START -> "start";
            case WORKING_DAY -> "working";
            case MAKE_UP_DAY -> "make-up";
            case WEEKEND -> "weekend";
            case HOLIDAY -> "holiday";
        };
    }

    private static String mark(Why why) {
        return why == Why.WORKING_DAY ? "" : "calendar.mark." + why;
    }

    private int year(@Nullable String text) {
        int now = Year.now(clock).getValue();
        if (text == null || !text.matches("\\d{4}")) {
            return now;
        }
        int year = Integer.parseInt(text);
        return year < WorkingCalendar.FIRST.getYear() || year > WorkingCalendar.LAST.getYear() ? now : year;
    }

    private @Nullable LocalDate date(@Nullable String text) {
        try {
            LocalDate date = text == null ? null : LocalDate.parse(text.strip());
            return date != null && calendar.covers(date) ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,3}") && Integer.parseInt(text.strip()) <= LONGEST_PICTURE
                ? Integer.parseInt(text.strip())
                : -1;
    }

    private String text(String key, Locale locale, String... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
