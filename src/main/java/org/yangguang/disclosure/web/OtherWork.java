package org.yangguang.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yangguang.calendar.WorkingCalendar;
import org.yangguang.site.DeskWork;

/** What waits for an officer in other modules, by the day on which it is due. */
@Component
public class OtherWork {

    private final ObjectProvider<DeskWork> modules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OtherWork(ObjectProvider<DeskWork> modules, WorkingCalendar calendar, Clock clock) {
        this.modules = modules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param daysLeft working days to the day on which it is due, negative when that is over; null when nothing runs
     */
    public record Line(DeskWork.Line work, @Nullable Integer daysLeft) {

        public boolean overdue() {
            return daysLeft != null && daysLeft < 0;
        }
    }

    List<Line> of(HttpServletRequest request) {
        return modules.stream()
                .filter(module -> concerns(module.roles(), request))
                .flatMap(module -> module.waiting().stream())
                .sorted(Comparator.comparing(DeskWork.Line::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(DeskWork.Line::since, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(work -> new Line(work, daysLeft(work.due())))
                .toList();
    }

    private static boolean concerns(Set<String> roles, HttpServletRequest request) {
        return roles.isEmpty() || roles.stream().anyMatch(request::isUserInRole);
    }

    private @Nullable Integer daysLeft(@Nullable LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        return due == null || !calendar.covers(due) || !calendar.covers(today)
                ? null
                : calendar.workingDaysBetween(today, due);
    }
}
