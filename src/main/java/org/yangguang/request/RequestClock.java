package org.yangguang.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.Deadline;
import org.yangguang.calendar.Regime;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.request.Case.Consultation;
import org.yangguang.request.Case.Correction;
import org.yangguang.request.Case.Fee;
import org.yangguang.request.ClockDay.Kind;
import org.yangguang.request.Reckoning.Stop;
import org.yangguang.request.Reckoning.Why;

/**
 * Computes until when a case must be answered, and explains it day by day.
 *
 * <p>Counted are the working days after the date of receipt (2007 Art. 24, 2019 Art. 33) that no stop covers. A stop covers the days after it began
 * up to and including the day on which it ended, so that neither day is counted twice. Nothing is kept here: the same events and calendar give
 * the same answer on any day.
 */
@Component
public class RequestClock {

    private final WorkingCalendar calendar;
    private final RequestRules rules;

    public RequestClock(WorkingCalendar calendar, RequestRules rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    public Reckoning reckon(Case known) {
        LocalDate start = start(known);
        if (start == null) {
            return Reckoning.NOT_STARTED;
        }
        List<Stop> stops = stops(known, start);
        ReplyPeriod rule = ReplyPeriod.under(known.regime());
        int period = rule.days() + (known.extended() ? rule.extension() : 0);
        LocalDate end = end(start, period, stops);
        LocalDate due = end == null ? null : later(end, known.delayedUntil());
        return new Reckoning(start, period, due, due != null && calendar.provisional(due), stops);
    }

    /**
     * Every day from the receipt to the last day of the period; while that is not known, to {@code today}, or to the day on which the case ended.
     */
    public List<ClockDay> explain(Case known, LocalDate today) {
        Reckoning reckoning = reckon(known);
        LocalDate start = reckoning.start();
        if (start == null) {
            return List.of();
        }
        LocalDate received = Objects.requireNonNull(known.receivedOn());
        LocalDate end = reckoning.due() != null ? reckoning.due() : latest(start, known.result(), today);
        Article article = ReplyPeriod.under(known.regime()).article();
        List<ClockDay> days = new ArrayList<>();
        for (LocalDate day = received; day.isBefore(start); day = day.plusDays(1)) {
            days.add(beforeCorrection(known, day, received, article));
        }
        int number = 0;
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            Stop stop = reckoning.stopOn(day);
            boolean first = day.equals(start) && !(rules.countReceiptDay() && calendar.workingDay(day));
            Kind kind = first
                    ? start.equals(received) ? Kind.RECEIVED : Kind.CORRECTED
                    : stop != null ? stopped(stop.why()) : number >= reckoning.period() ? Kind.DELAYED : kind(day);
            number += kind.counted() ? 1 : 0;
            days.add(new ClockDay(day, kind, number, articleOf(kind, stop, article, known)));
        }
        return days;
    }

    private ClockDay beforeCorrection(Case known, LocalDate day, LocalDate received, Article article) {
        Correction correction = Objects.requireNonNull(known.correction());
        if (day.equals(received)) {
            return new ClockDay(day, Kind.RECEIVED, 0, article);
        }
        Kind kind = day.isAfter(correction.askedOn())
                ? Kind.STOPPED_CORRECTION
                : calendar.workingDay(day) ? Kind.BEFORE_CORRECTION : kind(day);
        return new ClockDay(day, kind, 0, ReplyPeriod.CORRECTION_ARTICLE);
    }

    private static Article articleOf(Kind kind, @Nullable Stop stop, Article period, Case known) {
        if (kind == Kind.CORRECTED) {
            return ReplyPeriod.CORRECTION_ARTICLE;
        } else if (kind == Kind.DELAYED) {
            return ReplyPeriod.EXCESSIVE_ARTICLE;
        }
        if (stop != null && kind.stopped() && known.regime() == Regime.REGULATIONS_2019) {
            return stop.why().article();
        }
        return period;
    }

    private Kind kind(LocalDate day) {
        Deadline.Why why = calendar.why(day);
        return switch (why) {
            case WORKING_DAY, START -> Kind.COUNTED;
            case MAKE_UP_DAY -> Kind.MAKE_UP;
            case WEEKEND -> Kind.WEEKEND;
            case HOLIDAY -> Kind.HOLIDAY;
        };
    }

    private static Kind stopped(Why why) {
        return switch (why) {
            case CORRECTION -> Kind.STOPPED_CORRECTION;
            case THIRD_PARTY -> Kind.STOPPED_THIRD_PARTY;
            case JOINT_ORGAN -> Kind.STOPPED_JOINT_ORGAN;
            case FEE -> Kind.STOPPED_FEE;
        };
    }

    /** The last day on which the applicant can be asked to correct the application; null where no number of days is set (2007). */
    public @Nullable LocalDate correctionNoticeDue(Case known) {
        LocalDate received = known.receivedOn();
        return received == null || known.regime() != Regime.REGULATIONS_2019
                ? null
                : calendar.deadline(received, ReplyPeriod.CORRECTION_NOTICE).date();
    }

    /** The last day on which one who was asked can answer; null where no period is set (2007). */
    public @Nullable LocalDate answerDue(Case known, Consultation consultation) {
        LocalDate from = consultation.deliveredOn() != null ? consultation.deliveredOn() : consultation.sentOn();
        return known.regime() == Regime.REGULATIONS_2019
                ? calendar.deadline(from, ReplyPeriod.CONSULTATION).date()
                : null;
    }

    /** The last day to pay a fee. */
    public LocalDate paymentDue(Fee fee) {
        return calendar.deadline(fee.askedOn(), rules.paymentDays()).date();
    }

    private @Nullable LocalDate start(Case known) {
        Correction correction = known.correction();
        return correction != null && correction.receivedOn() != null && restarts(known)
                ? correction.receivedOn()
                : known.receivedOn();
    }

    private boolean restarts(Case known) {
        return known.regime() == Regime.REGULATIONS_2019 || rules.correctionRestarts();
    }

    private List<Stop> stops(Case known, LocalDate start) {
        List<Stop> stops = new ArrayList<>();
        Correction correction = known.correction();
        if (correction != null && (correction.receivedOn() == null || !restarts(known))) {
            stops.add(new Stop(correction.askedOn(), correction.receivedOn(), Why.CORRECTION, false));
        }
        for (Consultation each : known.consultations()) {
            if (each.kind() == ConsultationKind.THIRD_PARTY || known.regime() == Regime.REGULATIONS_2019) {
                stops.add(stop(known, each));
            }
        }
        Fee fee = known.fee();
        if (fee != null && rules.feeStops() && known.regime() == Regime.REGULATIONS_2019) {
            stops.add(new Stop(fee.askedOn(), fee.paidOn(), Why.FEE, false));
        }
        stops.removeIf(stop -> stop.until() != null && !stop.until().isAfter(start));
        stops.sort(Comparator.comparing(Stop::from));
        return List.copyOf(stops);
    }

    private Stop stop(Case known, Consultation consultation) {
        Why why = consultation.kind() == ConsultationKind.THIRD_PARTY ? Why.THIRD_PARTY : Why.JOINT_ORGAN;
        LocalDate latest = answerDue(known, consultation);
        LocalDate closed = consultation.closedOn();
        boolean answered = closed != null && (latest == null || closed.isBefore(latest));
        return new Stop(consultation.sentOn(), answered ? closed : latest, why, consultation.open());
    }

    private @Nullable LocalDate end(LocalDate start, int period, List<Stop> stops) {
        int counted = rules.countReceiptDay() && calendar.workingDay(start) ? 1 : 0;
        LocalDate day = start;
        while (counted < period) {
            day = day.plusDays(1);
            Stop stop = stopOn(day, stops);
            if (stop == null) {
                counted += calendar.workingDay(day) ? 1 : 0;
            } else if (stop.until() == null) {
                return null;
            } else {
                day = stop.until();
            }
        }
        return day;
    }

    private static @Nullable Stop stopOn(LocalDate day, List<Stop> stops) {
        for (Stop stop : stops) {
            if (stop.covers(day)) {
                return stop;
            }
        }
        return null;
    }

    /** Until when a clock that stands can be explained. */
    private static LocalDate latest(LocalDate start, Case.@Nullable Result result, LocalDate today) {
        LocalDate last = result == null || result.on().isAfter(today) ? today : result.on();
        return last.isBefore(start) ? start : last;
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
