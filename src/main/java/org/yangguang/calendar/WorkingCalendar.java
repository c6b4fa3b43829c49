package org.yangguang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yangguang.calendar.Deadline.Day;
import org.yangguang.calendar.Deadline.Why;
import org.yangguang.calendar.internal.Arrangement;

/**
 * Working days of the People's Republic of China with make-up days (调休), from {@link #FIRST} to {@link #LAST}.
 *
 * <p>Years whose holiday arrangement the State Council has announced follow it; in later years every weekend is off, every other
 * day is worked, and what is computed from them is provisional. Follows an import of a further year by itself; looking up a day and counting
 * days take constant time.
 */
public final class WorkingCalendar {

    /** The first day that can be computed with. */
    public static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    /** The last day that a period may start on. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    /** The longest period, in working days. */
    public static final int LONGEST = 2_000;

    private final Supplier<Arrangement> source;
    private volatile @Nullable Count count;

    /** A calendar that follows {@code arrangement}. */
    public WorkingCalendar(Arrangement arrangement) {
        this(() -> arrangement);
    }

    /** A calendar that follows the arrangement that {@code source} names at the time. */
    public WorkingCalendar(Supplier<Arrangement> source) {
        this.source = source;
    }

    /** All days of one arrangement, counted. */
    private static final class Count {

        final Arrangement arrangement;
        final Why[] why;
        /** Working days from {@link #FIRST} up to and including a day. */
        final int[] worked;
        /** The working days in order, as days since {@link #FIRST}. */
        final int[] workingDays;

        final int firstProvisional;

        Count(Arrangement arrangement) {
            this.arrangement = arrangement;
            int days = index(LAST) + 1 + 2 * LONGEST;
            why = new Why[days];
            worked = new int[days];
            int[] positions = new int[days];
            int count = 0;
            for (int day = 0; day < days; day++) {
                LocalDate date = FIRST.plusDays(day);
                why[day] = why(arrangement.on(date), date);
                if (works(why[day])) {
                    positions[count++] = day;
                }
                worked[day] = count;
            }
            workingDays = java.util.Arrays.copyOf(positions, count);
            firstProvisional = index(arrangement.firstUncertainDay());
        }

        private static Why why(@Nullable ArrangedDay arranged, LocalDate date) {
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (arranged == null) {
                return weekend ? Why.WEEKEND : Why.WORKING_DAY;
            }
            if (arranged.kind() == ArrangedDay.Kind.OFF) {
                return Why.HOLIDAY;
            }
            return weekend ? Why.MAKE_UP_DAY : Why.WORKING_DAY;
        }
    }

    private Count count() {
        Arrangement arrangement = source.get();
        Count now = count;
        if (now == null || now.arrangement != arrangement) {
            now = new Count(arrangement);
            count = now;
        }
        return now;
    }

    /**
     * The last day of a period of {@code workingDays} that starts on {@code from}; the day {@code from} itself is not counted.
     *
     * @throws IllegalArgumentException when {@code workingDays} is negative or above {@link #LONGEST}, or {@code from} lies
     *     outside the calendar
     */
    public Deadline deadline(LocalDate from, int workingDays) {
        if (workingDays < 0 || workingDays > LONGEST) {
            throw new IllegalArgumentException(workingDays + " working days are not between 0 and " + LONGEST);
        }
        Count count = count();
        int start = indexWithin(from);
        int end = workingDays == 0 ? start : count.workingDays[count.worked[start] + workingDays - 1];
        List<Day> days = new ArrayList<>(end - start + 1);
        days.add(new Day(from, false, Why.START));
        for (int day = start + 1; day <= end; day++) {
            days.add(new Day(FIRST.plusDays(day), works(count.why[day]), count.why[day]));
        }
        return new Deadline(FIRST.plusDays(end), end >= count.firstProvisional, List.copyOf(days));
    }

    /** @throws IllegalArgumentException when {@code day} lies outside the calendar */
    public boolean workingDay(LocalDate day) {
        return works(why(day));
    }

    /**
     * Whether {@code day} is worked or off, and why; never {@link Why#START}.
     *
     * @throws IllegalArgumentException when {@code day} lies outside the calendar
     */
    public Why why(LocalDate day) {
        return count().why[indexWithin(day)];
    }

    /** Name of the holiday to which a day off or a make-up day belongs; empty for other days. */
    public String holiday(LocalDate day) {
        ArrangedDay arranged = source.get().on(day);
        return arranged == null ? "" : arranged.name();
    }

    /** Whether an arrangement that is not announced yet may change {@code day}. */
    public boolean provisional(LocalDate day) {
        return !day.isBefore(source.get().firstUncertainDay());
    }

    /** The last year whose holiday arrangement is known. */
    public int lastYear() {
        return source.get().lastYear();
    }

    /**
     * Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier.
     *
     * @throws IllegalArgumentException when one of them lies outside the calendar
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int[] worked = count().worked;
        return worked[indexWithin(to)] - worked[indexWithin(from)];
    }

    /** Whether {@code day} can be computed with. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private int indexWithin(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(day + " is not between " + FIRST + " and " + LAST);
        }
        return index(day);
    }

    private static int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
    }

    private static boolean works(Why why) {
        return why == Why.WORKING_DAY || why == Why.MAKE_UP_DAY;
    }
}
