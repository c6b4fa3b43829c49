package org.yangguang.engagement;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.WorkingCalendar;

/**
 * When letters are due. Dates are computed from the day of receipt and never kept, so that a holiday that is announced later counts.
 *
 * <p>A consultation that is not answered within three months fails the whole site (单项否决 "互动回应差", 国办秘函〔2019〕19号): the alarm comes
 * before that day.
 */
@Component
public class LetterClock {

    private static final int VETO_MONTHS = 3;

    private final WorkingCalendar calendar;
    private final EngagementRules rules;
    private final Clock clock;

    LetterClock(WorkingCalendar calendar, EngagementRules rules, Clock clock) {
        this.calendar = calendar;
        this.rules = rules;
        this.clock = clock;
    }

    /** The last day on which the reply is in time. */
    public Deadline due(LetterKind kind, LocalDate receivedOn) {
        return calendar.deadline(receivedOn, rules.replyDays(kind));
    }

    /** The last day before an open letter fails the site. */
    public LocalDate veto(LocalDate receivedOn) {
        return receivedOn.plusMonths(VETO_MONTHS);
    }

    public boolean overdue(Letter letter) {
        return letter.state().open()
                && due(letter.kind(), letter.receivedOn()).date().isBefore(today());
    }

    /** Open so long that the three months are near or over. */
    public boolean alarming(Letter letter) {
        return letter.state().open() && !letter.receivedOn().isAfter(alarmingUpTo());
    }

    /** Open letters received up to this day are an alarm. */
    public LocalDate alarmingUpTo() {
        return today().plusDays(rules.alarmDays()).minusMonths(VETO_MONTHS);
    }

    /** Letters of this kind received up to this day and still open are overdue. */
    public LocalDate overdueUpTo(LetterKind kind) {
        LocalDate day = today();
        while (!due(kind, day).date().isBefore(today())) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Working days from receipt to reply. */
    public int worked(LocalDate receivedOn, LocalDate repliedOn) {
        return Math.max(0, calendar.workingDaysBetween(receivedOn, repliedOn));
    }

    /** Working days until a day; negative when it is over. */
    public int left(LocalDate due) {
        return calendar.workingDaysBetween(today(), due);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
