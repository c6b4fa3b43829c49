package org.yangguang.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Which columns are neglected, by the veto rule on columns that are not updated (国办秘函〔2019〕19号): news columns after two weeks and
 * first-level notices and policies after six months, together five; ten others beyond their interval; five blank ones.
 */
@Service
public class ColumnHealth {

    public static final int VETO_NEGLECTED = 5;
    public static final int VETO_OVERDUE = 10;
    public static final int VETO_BLANK = 5;

    private final Catalogue catalogue;
    private final ObjectProvider<ColumnActivity> activity;
    private final Clock clock;

    ColumnHealth(Catalogue catalogue, ObjectProvider<ColumnActivity> activity, Clock clock) {
        this.catalogue = catalogue;
        this.activity = activity;
        this.clock = clock;
    }

    /** How a column stands. */
    public enum State {
        KEPT,
        /** Within the last fifth of its interval. */
        DUE_SOON,
        NEGLECTED,
        BLANK
    }

    /**
     * A column with what is in it and below it.
     *
     * @param lastPublishedOn null when there is nothing
     * @param dueOn day by which something new has to be there; null when it need not be updated
     */
    public record Standing(
            Column column,
            long published,
            @Nullable LocalDate lastPublishedOn,
            @Nullable LocalDate dueOn,
            @Nullable Long daysLeft,
            State state) {}

    /**
     * All columns and how near the site is to each limit of the rule.
     *
     * @param neglected news, and first-level notices and policies, beyond the limits of the inspection
     * @param overdue other columns beyond their own interval
     * @param blank columns with nothing in them or below
     */
    public record Report(List<Standing> standings, long neglected, long overdue, long blank) {

        public boolean vetoed() {
            return neglected >= VETO_NEGLECTED || overdue >= VETO_OVERDUE || blank >= VETO_BLANK;
        }
    }

    /** Empty while nobody tells what is in the columns. */
    public Optional<Report> report() {
        return Optional.ofNullable(activity.getIfAvailable()).map(source -> {
            Map<ColumnId, ColumnActivity.Activity> now = source.now();
            List<Standing> standings = catalogue.columns().stream()
                    .filter(each -> each.head() == Column.Head.STATUTORY || each.head() == Column.Head.ANNUAL_REPORTS)
                    .map(each -> standing(each, now))
                    .toList();
            return new Report(
                    standings,
                    count(standings, State.NEGLECTED, true),
                    count(standings, State.NEGLECTED, false),
                    standings.stream()
                            .filter(each -> each.state() == State.BLANK)
                            .count());
        });
    }

    private static long count(List<Standing> standings, State state, boolean inspected) {
        return standings.stream()
                .filter(each -> each.state() == state && inspected(each.column()) == inspected)
                .count();
    }

    private static boolean inspected(Column column) {
        return switch (column.type()) {
            case NEWS -> true;
            case NOTICES, POLICIES -> column.depth() == 1;
            case OTHER -> false;
        };
    }

    private Standing standing(Column column, Map<ColumnId, ColumnActivity.Activity> now) {
        List<ColumnActivity.Activity> within = catalogue.subtree(column.id()).stream()
                .map(now::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        long published =
                within.stream().mapToLong(ColumnActivity.Activity::published).sum();
        LocalDate last = within.stream()
                .map(ColumnActivity.Activity::lastPublishedOn)
                .max(LocalDate::compareTo)
                .orElse(null);
        Integer interval = column.intervalDays();
        LocalDate due = last == null || interval == null ? null : last.plusDays(interval);
        Long left = due == null ? null : ChronoUnit.DAYS.between(LocalDate.now(clock), due);
        return new Standing(column, published, last, due, left, state(published, interval, left));
    }

    private static State state(long published, @Nullable Integer interval, @Nullable Long left) {
        if (published == 0) {
            return State.BLANK;
        }
        if (left == null || interval == null) {
            return State.KEPT;
        }
        if (left < 0) {
            return State.NEGLECTED;
        }
        return left * 5 <= interval ? State.DUE_SOON : State.KEPT;
    }
}
