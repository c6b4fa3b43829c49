package org.yangguang.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.WorkingCalendar;

/** Computes a deadline for anybody, with the day-by-day derivation. */
@RestController
class DeadlineApi {

    record Answer(LocalDate deadline, boolean provisional, List<Deadline.Day> days) {}

    /** One reason why a parameter cannot be used. */
    record Refusal(String parameter, String reason) {}

    private final WorkingCalendar calendar;
    private final MessageSource texts;

    DeadlineApi(WorkingCalendar calendar, MessageSource texts) {
        this.calendar = calendar;
        this.texts = texts;
    }

    @Operation(
            tags = "calendar",
            summary = "Computes a deadline",
            description = "Counts working days after the day of receipt and explains every day.")
    @GetMapping("/api/v1/calendar/deadline")
    Answer deadline(
            @RequestParam(required = false) @Nullable String received,
            @RequestParam(required = false) @Nullable String workingDays,
            Locale locale) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate from = date(received, refusals, locale);
        Integer days = number(workingDays, refusals, locale);
        if (from == null || days == null) {
            throw problem(refusals, locale);
        }
        Deadline deadline = calendar.deadline(from, days);
        return new Answer(deadline.date(), deadline.provisional(), deadline.days());
    }

    private @Nullable LocalDate date(@Nullable String text, List<Refusal> refusals, Locale locale) {
        if (text == null || text.isBlank()) {
            refusals.add(new Refusal("received", text("calendar.problem.missing", locale)));
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (calendar.covers(date)) {
                return date;
            }
            refusals.add(new Refusal(
                    "received",
                    text(
                            "calendar.problem.outside",
                            locale,
                            WorkingCalendar.FIRST.toString(),
                            WorkingCalendar.LAST.toString())));
        } catch (DateTimeException e) {
            refusals.add(new Refusal("received", text("calendar.problem.date", locale)));
        }
        return null;
    }

    private @Nullable Integer number(@Nullable String text, List<Refusal> refusals, Locale locale) {
        if (text == null || text.isBlank()) {
            refusals.add(new Refusal("workingDays", text("calendar.problem.missing", locale)));
            return null;
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= WorkingCalendar.LONGEST) {
            return Integer.valueOf(text);
        }
        refusals.add(new Refusal("workingDays", text("calendar.problem.number", locale, WorkingCalendar.LONGEST + "")));
        return null;
    }

    private ErrorResponseException problem(List<Refusal> refusals, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(text("calendar.problem.title", locale));
        problem.setDetail(String.join(
                " ",
                refusals.stream()
                        .map(refusal -> refusal.parameter() + ": " + refusal.reason())
                        .toList()));
        problem.setProperty("errors", refusals);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }

    private String text(String key, Locale locale, String... arguments) {
        return texts.getMessage(key, arguments.length == 0 ? null : arguments, locale);
    }
}
