package org.yangguang.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.organ.OrganId;
import org.yangguang.request.CaseId;
import org.yangguang.request.CaseState;

/**
 * Which cases are due when, and with whom they are. Open ones are counted and chosen by the narrow rows of {@code request.deadline}; only what is shown is
 * read from {@code request.application}.
 */
@Repository
public class DeadlineDesk {

    /** Lines on a page. */
    public static final int MOST = 200;

    private static final String MINE = "organ_id in (select unnest(cast(:organs as bigint[])))";
    private static final int MOST_HOLDERS = 100;

    /** With more cases than this it is quicker to go through all in the order of the list, until enough are found. */
    static final int MOST_NAMED = 2_000;

    private static final String NAMED = "(number = :text or strpos(title, :text) > 0)";
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
    public record Counts(int all, int overdue, int today, int week, int stopped) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    all + other.all,
                    overdue + other.overdue,
                    today + other.today,
                    week + other.week,
                    stopped + other.stopped);
        }
    }

    /** Somebody who has cases in hand. */
    public record Holder(long id, String name, int cases) {}

    /** How the open cases are spread: over time, and over people, who has most first. */
    public record Overview(Counts counts, List<Holder> holders) {}

    @Transactional(readOnly = true)
    public Overview overview(Collection<OrganId> organs, LocalDate today) {
        planForTheseOrgans();
        List<Counts> counts = new ArrayList<>();
        List<Holder> holders = new ArrayList<>();
        jdbc.sql("""
                select handler_id, min(handler_name collate "C") as name, count(*) as every,
                       count(*) filter (where due_on < :today) as overdue,
                       count(*) filter (where due_on = :today) as today,
                       count(*) filter (where due_on between :today and :sunday) as week,
                       count(*) filter (where %s) as stopped
                  from request.deadline where %s group by handler_id""".formatted(STOPPED, MINE))
                .param("organs", ids(organs))
                .param("today", today)
                .param("sunday", sunday(today))
                .query(row -> {
                    counts.add(new Counts(
                            row.getInt("every"),
                            row.getInt("overdue"),
                            row.getInt("today"),
                            row.getInt("week"),
                            row.getInt("stopped")));
                    if (row.getObject("handler_id") != null) {
                        holders.add(new Holder(row.getLong("handler_id"), row.getString("name"), row.getInt("every")));
                    }
                });
        holders.sort(Comparator.comparing(Holder::cases).reversed().thenComparing(Holder::name));
        return new Overview(
                counts.stream().reduce(Counts.NONE, Counts::plus),
                List.copyOf(holders.subList(0, Math.min(MOST_HOLDERS, holders.size()))));
    }

    /** The most urgent first; closed ones newest first. */
    @Transactional(readOnly = true)
    public List<Line> lines(Collection<OrganId> organs, Sieve sieve, LocalDate today) {
        planForTheseOrgans();
        boolean closed = sieve.part() == Part.CLOSED;
        String part =
                switch (sieve.part()) {
                    case ALL -> "";
                    case OVERDUE -> " and due_on < :today";
                    case TODAY -> " and due_on = :today";
                    case WEEK -> " and due_on between :today and :sunday";
                    case STOPPED -> " and " + STOPPED;
                    case CLOSED -> " and closed_on is not null";
                };
        String text = sieve.text().strip();
        List<Long> named = text.isEmpty() ? List.of() : named(text, closed);
        String chosen = (closed
                        ? "select id from request.application where "
                        : "select application_id as id from request.deadline where ")
                + MINE
                + part
                + (sieve.organ() == null ? "" : " and organ_id = :organ")
                + (sieve.handler() == null ? "" : " and handler_id = :handler")
                + (sieve.state() == null ? "" : " and state = :state")
                + (text.isEmpty() ? "" : words(closed, named))
                + (closed ? " order by closed_on desc, id desc" : " order by due_on nulls last, application_id")
                + " limit :most";
        return jdbc.sql("""
                select a.id, a.number, a.title, a.organ_id, a.state, a.received_on, d.due_on, coalesce(d.provisional, false) as provisional,
                       d.stopped_from, d.stopped_until, d.stopped_why, a.handler_name, a.unit, a.since, a.extended, a.result, a.closed_on
                  from (%s) as chosen join request.application a on a.id = chosen.id
                  left join request.deadline d on d.application_id = a.id
                 order by %s""".formatted(chosen, closed ? "a.closed_on desc, a.id desc" : "d.due_on nulls last, a.id"))
                .param("organs", ids(organs))
                .param("today", today)
                .param("sunday", sunday(today))
                .param("organ", sieve.organ() == null ? null : sieve.organ().value())
                .param("handler", sieve.handler())
                .param("state", sieve.state() == null ? null : sieve.state().name())
                .param("text", text)
                .param("named", named.toArray(Long[]::new))
                .param("most", MOST)
                .query((row, n) -> line(row, today))
                .list();
    }

    /**
     * Cases by their number or by words of their title; more than {@link #MOST_NAMED} when there are very many. The index tells whose titles have all characters
     * of the words, in whatever order; those titles are read.
     */
    private List<Long> named(String text, boolean closed) {
        String which = closed ? "closed_on is not null" : "closed_on is null";
        return jdbc.sql("""
                select id from request.application where %1$s and number = :text
                union
                (select id from request.application
                  where %1$s and string_to_array(title, null) @> cast(:characters as text[]) and strpos(title, :text) > 0
                  limit :enough)""".formatted(which))
                .param("text", text)
                .param(
                        "characters",
                        text.codePoints()
                                .distinct()
                                .mapToObj(Character::toString)
                                .toArray(String[]::new))
                .param("enough", MOST_NAMED + 1)
                .query(Long.class)
                .list();
    }

    private static String words(boolean closed, List<Long> named) {
        if (named.size() <= MOST_NAMED) {
            return (closed ? " and id" : " and application_id") + " = any (cast(:named as bigint[]))";
        }
        return closed
                ? " and " + NAMED
                : " and application_id in (select id from request.application where closed_on is null and " + NAMED
                        + ")";
    }

    /** A plan that is made once for any number of organs reads row by row what is read better in one pass, and takes five times as long. */
    private void planForTheseOrgans() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
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
