package org.yangguang.request.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.ReplyPeriod;

/** What an applicant may expect, and by when, before they send anything. */
@Component
public class NextSteps {

    private final WorkingCalendar calendar;
    private final CaseWords words;

    NextSteps(WorkingCalendar calendar, CaseWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    /**
     * As it will be when the office confirms the receipt on the day of sending.
     *
     * @param extended last day when the period is made longer
     * @param provisional whether holidays that are not announced yet may move a day
     */
    public record Expected(
            LocalDate today, LocalDate correction, LocalDate due, LocalDate extended, boolean provisional) {}

    Expected now() {
        LocalDate today = words.today();
        ReplyPeriod period = ReplyPeriod.ORDER_711_ARTICLE_33;
        Deadline longest = calendar.deadline(today, period.days() + period.extension());
        return new Expected(
                today,
                calendar.deadline(today, ReplyPeriod.CORRECTION_NOTICE).date(),
                calendar.deadline(today, period.days()).date(),
                longest.date(),
                longest.provisional());
    }
}
