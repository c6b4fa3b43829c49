package org.yangguang.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The period within which information that is to be disclosed proactively must be published: 20 working days from the day on which
 * it was formed or changed (Article 18 of the 2007 Regulations, Article 26 of the 2019 Regulations).
 *
 * <p>Other laws may set a shorter or longer one and then prevail.
 */
@Component
public final class PublicationPeriod {

    /** The same number in both editions of the Regulations. */
    public static final int WORKING_DAYS = 20;

    private final WorkingCalendar calendar;

    public PublicationPeriod(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The last day on which publication is in time. Empty for information that was formed when no Regulations were in force, and
     * for dates that the calendar does not reach.
     */
    public Optional<Deadline> endFor(LocalDate formedOn) {
        return Regime.on(formedOn) == Regime.NONE || !calendar.covers(formedOn)
                ? Optional.empty()
                : Optional.of(calendar.deadline(formedOn, WORKING_DAYS));
    }
}
