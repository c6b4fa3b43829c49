package org.yangguang.request.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.calendar.WorkingCalendar;

/** What anybody may know of all applications together. */
@Repository
public class RequestFigures {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    RequestFigures(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * One year.
     *
     * @param received applications with a date of receipt in it
     * @param medianDays working days from receipt to the end, the median of those that have ended; null when none has
     */
    public record Year(int year, int received, @Nullable Integer medianDays) {}

    private record Group(LocalDate received, @Nullable LocalDate closed, int cases) {}

    /** The last year in which something was received. */
    public Optional<Year> latest(LocalDate today) {
        List<Group> groups = jdbc.sql("""
                select received_on, closed_on, count(*) as cases
                  from request.application
                 where received_on between
                       (select date_trunc('year', max(received_on)) from request.application where received_on <= :today)
                       and :today
                 group by received_on, closed_on""")
                .param("today", today)
                .query((row, n) -> new Group(
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getInt("cases")))
                .list();
        return groups.stream()
                .findFirst()
                .map(any -> new Year(
                        any.received().getYear(),
                        groups.stream().mapToInt(Group::cases).sum(),
                        median(groups)));
    }

    private @Nullable Integer median(List<Group> groups) {
        List<Integer> days = new ArrayList<>();
        for (Group group : groups) {
            LocalDate closed = group.closed();
            if (closed != null && calendar.covers(group.received()) && calendar.covers(closed)) {
                days.addAll(Collections.nCopies(group.cases(), calendar.workingDaysBetween(group.received(), closed)));
            }
        }
        Collections.sort(days);
        return days.isEmpty() ? null : days.get((days.size() - 1) / 2);
    }
}
