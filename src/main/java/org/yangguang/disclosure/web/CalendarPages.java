package org.yangguang.disclosure.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.disclosure.internal.PublicationDays;
import org.yangguang.disclosure.internal.PublicationDays.Span;
import org.yangguang.platform.PlatformProperties;

/** What was published on which day: a month as a grid, a day as a list. */
@Controller
class CalendarPages {

    private static final int MOST_OF_A_DAY = 200;

    private final VisibilityGate gate;
    private final PublicationDays days;
    private final WorkingCalendar working;
    private final PlatformProperties platform;
    private final Clock clock;

    CalendarPages(
            VisibilityGate gate,
            PublicationDays days,
            WorkingCalendar working,
            PlatformProperties platform,
            Clock clock) {
        this.gate = gate;
        this.days = days;
        this.working = working;
        this.platform = platform;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String calendar(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String day,
            Model model) {
        Reader reader = gate.reader();
        LocalDate today = LocalDate.now(clock);
        Span span = days.span(reader).orElse(new Span(today, today));
        LocalDate chosen = parsed(day, LocalDate::parse).orElse(null);
        YearMonth shown = chosen != null
                ? YearMonth.from(chosen)
                : parsed(month, YearMonth::parse).orElse(YearMonth.from(span.last()));
        if (shown.getYear() < 1900 || shown.getYear() > 2199) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Map<LocalDate, Long> counts = days.counts(shown.atDay(1), shown.atEndOfMonth(), reader);
        model.addAttribute("view", view(shown, chosen, today, span, counts));
        model.addAttribute(
                "rows",
                chosen == null
                        ? List.of()
                        : days.on(chosen, MOST_OF_A_DAY, reader).stream()
                                .map(item -> ItemRow.of(item, platform.zone()))
                                .toList());
        return "disclosure/calendar";
    }

    private CalendarView view(
            YearMonth shown, @Nullable LocalDate chosen, LocalDate today, Span span, Map<LocalDate, Long> counts) {
        List<List<CalendarView.Day>> weeks = new ArrayList<>();
        LocalDate monday =
                shown.atDay(1).minusDays(shown.atDay(1).getDayOfWeek().getValue() - 1L);
        for (LocalDate start = monday; !start.isAfter(shown.atEndOfMonth()); start = start.plusWeeks(1)) {
            List<CalendarView.Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = start.plusDays(i);
                boolean inside = YearMonth.from(day).equals(shown);
                week.add(
                        inside
                                ? new CalendarView.Day(
                                        day,
                                        counts.getOrDefault(day, 0L),
                                        rest(day),
                                        day.equals(chosen),
                                        day.equals(today))
                                : CalendarView.Day.NONE);
            }
            weeks.add(week);
        }
        return new CalendarView(
                shown,
                chosen,
                weeks,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                shown.isAfter(YearMonth.from(span.first())) ? earlier(shown, span) : null,
                shown.isBefore(YearMonth.from(span.last())) ? later(shown, span) : null);
    }

    /** Before the years of which the arrangements are known only the week tells. */
    private boolean rest(LocalDate day) {
        return working.covers(day)
                ? !working.workingDay(day)
                : day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static YearMonth earlier(YearMonth shown, Span span) {
        YearMonth last = YearMonth.from(span.last());
        return shown.isAfter(last) ? last : shown.minusMonths(1);
    }

    private static YearMonth later(YearMonth shown, Span span) {
        YearMonth first = YearMonth.from(span.first());
        return shown.isBefore(first) ? first : shown.plusMonths(1);
    }

    private static <T> Optional<T> parsed(@Nullable String value, Function<CharSequence, T> reading) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value.strip()));
        } catch (DateTimeException notADate) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a date", notADate);
        }
    }
}
