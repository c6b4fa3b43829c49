package org.yangguang.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;
import org.yangguang.request.CaseId;
import org.yangguang.request.CaseState;

/** Which cases are due when, and with whom they are; read from {@code request.application} alone. */
@Repository
public class DeadlineDesk {

    /** Lines on a page. */
    public static final int MOST = 200;

    private static final String OPEN = "closed_on is null and organ_id = any(:organs)";
    private static final String STOPPED =
            "(stopped_from <= :today and (stopped_until is null or stopped_until >= :today))";

    private final JdbcClient jdbc;

    DeadlineDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of the open cases. */
    public enum Part {
        ALL,
        OVERDUE,
        TODAY,
        WEEK,
        STOPPED,
        CLOSED
    }

    /**
     * What is asked for; null does not narrow.
     *
     * @param text number of a case or a part of its title
     */
    public record Sieve(
            Part part,
            @Nullable OrganId organ,
            @Nullable Long handler,
            @Nullable CaseState state,
            String text) {}

    /** One case. */
    public record Line(
            CaseId id,
            String number,
            String title,
            OrganId organ,
            CaseState state,
            @Nullable LocalDate received,
            @Nullable LocalDate due,
            boolean provisional,
            @Nullable String stoppedWhy,
            @Nullable LocalDate stoppedUntil,
            String handlerName,
            String unit,
            LocalDate since,
            boolean extended,
            @Nullable String result,
            @Nullable LocalDate closedOn) {}

    /** How many in each part. */
    public record Counts(int all, int overdue, int today, int week, int stopped) {}

    /** Somebody who has cases in hand. */
    public record Holder(long id, String name, int cases) {}

    public Counts counts(Collection<OrganId> organs, LocalDate today) {
        return jdbc.sql("""
                select count(*) as every, count(*) filter (where due_on < :today) as overdue,
                       count(*) filter (where due_on = :today) as today,
                       count(*) filter (where due_on between :today and :sunday) as week,
                       count(*) filter (where %s) as stopped
                  from request.application where %s""".formatted(STOPPED, OPEN))
                .param("organs", ids(organs))
                .param("today", today)
                .param("sunday", sunday(today))
                .query((row, n) -> new Counts(
                        row.getInt("every"),
                        row.getInt("overdue"),
                        row.getInt("today"),
                        row.getInt("week"),
                        row.getInt("stopped")))
                .single();
    }

    /** The most urgent first; closed ones newest first. */
    public List<Line> lines(Collection<OrganId> organs, Sieve sieve, LocalDate today) {
        String where =
                switch (sieve.part()) {
                    case ALL -> OPEN;
                    case OVERDUE -> OPEN + " and due_on < :today";
                    case TODAY -> OPEN + " and due_on = :today";
                    case WEEK -> OPEN + " and due_on between :today and :sunday";
                    case STOPPED -> OPEN + " and " + STOPPED;
                    case CLOSED -> "closed_on is not null and organ_id = any(:organs)";
                };
        String order = sieve.part() == Part.CLOSED ? "closed_on desc, id desc" : "due_on nulls last, id";
        StringBuilder narrowed = new StringBuilder(where);
        narrowed.append(sieve.organ() == null ? "" : " and organ_id = :organ");
        narrowed.append(sieve.handler() == null ? "" : " and handler_id = :handler");
        narrowed.append(sieve.state() == null ? "" : " and state = :state");
        narrowed.append(sieve.text().isBlank() ? "" : " and (number = :text or strpos(title, :text) > 0)");
        return jdbc.sql("""
                select id, number, title, organ_id, state, received_on, due_on, provisional, stopped_from, stopped_until,
                       stopped_why, handler_name, unit, since, extended, result, closed_on
                  from request.application
                 where %s
                 order by %s
                 limit :most""".formatted(narrowed, order))
                .param("organs", ids(organs))
                .param("today", today)
                .param("sunday", sunday(today))
                .param("organ", sieve.organ() == null ? null : sieve.organ().value())
                .param("handler", sieve.handler())
                .param("state", sieve.state() == null ? null : sieve.state().name())
                .param("text", sieve.text().strip())
                .param("most", MOST)
                .query((row, n) -> line(row, today))
                .list();
    }

    public List<Holder> holders(Collection<OrganId> organs) {
        return jdbc.sql("""
                select handler_id, min(handler_name) as name, count(*) as cases
                  from request.application
                 where handler_id is not null and %s
                 group by handler_id order by 3 desc, 2 limit 100""".formatted(OPEN))
                .param("organs", ids(organs))
                .query((row, n) -> new Holder(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        LocalDate from = row.getObject("stopped_from", LocalDate.class);
        LocalDate until = row.getObject("stopped_until", LocalDate.class);
        boolean stopped = from != null && from.isBefore(today.plusDays(1)) && (until == null || !until.isBefore(today));
        return new Line(
                new CaseId(row.getLong("id")),
                row.getString("number"),
                row.getString("title"),
                new OrganId(row.getLong("organ_id")),
                CaseState.valueOf(row.getString("state")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("provisional"),
                stopped ? row.getString("stopped_why") : null,
                stopped ? until : null,
                row.getString("handler_name"),
                row.getString("unit"),
                row.getObject("since", LocalDate.class),
                row.getBoolean("extended"),
                row.getString("result"),
                row.getObject("closed_on", LocalDate.class));
    }

    private static LocalDate sunday(LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static Long[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }
}
