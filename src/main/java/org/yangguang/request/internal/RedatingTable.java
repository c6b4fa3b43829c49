package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.Reckoning;

/** The tables {@code request.redating} and {@code request.redated}, and what many cases at once need of the others. */
@Repository
public class RedatingTable {

    /** Lines on a page. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;

    RedatingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One time that all deadlines were computed anew.
     *
     * @param finishedAt null while it runs, or when it was cut short
     * @param moved cases of the reader's organs whose deadline it moved
     */
    public record Run(
            long id, int year, Instant begunAt, @Nullable Instant finishedAt, int examined, int moved) {}

    /** A case whose deadline was moved. */
    public record Line(
            CaseId id,
            String number,
            String title,
            OrganId organ,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A deadline that must be written anew. */
    record Change(
            CaseId id,
            @Nullable LocalDate from,
            Reckoning now,
            @Nullable CaseEvent event) {}

    /** The run for the year that was cut short, or a new one. */
    long begin(int year, Instant now) {
        return jdbc.sql("""
                insert into request.redating (year, begun_at) values (?, ?)
                on conflict (year) where finished_at is null do update set year = excluded.year
                returning id""").params(year, Timestamp.from(now)).query(Long.class).single();
    }

    void finish(long run, int examined, Instant now) {
        jdbc.sql("update request.redating set finished_at = ?, examined = ? where id = ?")
                .params(Timestamp.from(now), examined, run)
                .update();
    }

    List<CaseId> moved(long run) {
        return jdbc.sql("select application_id from request.redated where redating_id = ? order by 1")
                .param(run)
                .query((row, n) -> new CaseId(row.getLong(1)))
                .list();
    }

    /** Writes events, deadlines and the list of what was moved. */
    void write(long run, List<Change> changes) {
        List<Change> moved =
                changes.stream().filter(change -> change.event() != null).toList();
        jdbc.sql("""
                insert into request.event
                       (application_id, number, action, on_day, at, by_kind, by_id, by_name, by_organ_id, facts)
                select id, number, 'REDATE', day, at, 'PROGRAM', 0, '', 0, facts::jsonb
                  from unnest(:ids::bigint[], :numbers::int[], :days::date[], :ats::timestamptz[], :facts::text[])
                       as t (id, number, day, at, facts)""")
                .param("ids", ids(moved))
                .param("numbers", events(moved, event -> event.number()).toArray(Integer[]::new))
                .param("days", events(moved, event -> event.on().toString()).toArray(String[]::new))
                .param("ats", events(moved, event -> event.at().toString()).toArray(String[]::new))
                .param("facts", events(moved, event -> Json.write(event.step())).toArray(String[]::new))
                .update();
        jdbc.sql("""
                insert into request.redated (redating_id, application_id, from_due, to_due)
                select :run, id, from_due, to_due from unnest(:ids::bigint[], :from::date[], :to::date[]) as t (id, from_due, to_due)
                on conflict (redating_id, application_id) do update set to_due = excluded.to_due""")
                .param("run", run)
                .param("ids", ids(moved))
                .param("from", moved.stream().map(each -> text(each.from())).toArray(String[]::new))
                .param("to", moved.stream().map(each -> text(each.now().due())).toArray(String[]::new))
                .update();
        jdbc.sql("""
                update request.application a
                   set due_on = t.due, provisional = t.provisional, stopped_from = t.since, stopped_until = t.until,
                       stopped_why = t.why, version = a.version + t.step
                  from unnest(:ids::bigint[], :due::date[], :provisional::boolean[], :since::date[], :until::date[], :why::text[],
                              :step::int[]) as t (id, due, provisional, since, until, why, step)
                 where a.id = t.id""")
                .param("ids", ids(changes))
                .param(
                        "due",
                        changes.stream().map(each -> text(each.now().due())).toArray(String[]::new))
                .param(
                        "provisional",
                        changes.stream().map(each -> each.now().provisional()).toArray(Boolean[]::new))
                .param("since", stops(changes, stop -> stop.from().toString()))
                .param("until", stops(changes, stop -> text(stop.until())))
                .param("why", stops(changes, stop -> stop.why().name()))
                .param(
                        "step",
                        changes.stream()
                                .map(each -> each.event() == null ? 0 : 1)
                                .toArray(Integer[]::new))
                .update();
    }

    /** Runs that moved something the reader may see, or nothing at all; the newest first. */
    public List<Run> runs(Collection<OrganId> organs) {
        return jdbc.sql("""
                select r.id, r.year, r.begun_at, r.finished_at, r.examined,
                       (select count(*) from request.redated d join request.application a on a.id = d.application_id
                         where d.redating_id = r.id and a.organ_id = any(:organs)) as moved
                  from request.redating r order by r.id desc limit 50""")
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getInt("year"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getTimestamp("finished_at") == null
                                ? null
                                : row.getTimestamp("finished_at").toInstant(),
                        row.getInt("examined"),
                        row.getInt("moved")))
                .list();
    }

    public List<Line> lines(long run, Collection<OrganId> organs) {
        return jdbc.sql("""
                select a.id, a.number, a.title, a.organ_id, d.from_due, d.to_due
                  from request.redated d join request.application a on a.id = d.application_id
                 where d.redating_id = :run and a.organ_id = any(:organs)
                 order by d.to_due nulls last, a.id limit :most""")
                .param("run", run)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("most", MOST)
                .query((row, n) -> new Line(
                        new CaseId(row.getLong("id")),
                        row.getString("number"),
                        row.getString("title"),
                        new OrganId(row.getLong("organ_id")),
                        row.getObject("from_due", LocalDate.class),
                        row.getObject("to_due", LocalDate.class)))
                .list();
    }

    private static Long[] ids(List<Change> changes) {
        return changes.stream().map(each -> each.id().value()).toArray(Long[]::new);
    }

    private static <T> List<T> events(List<Change> moved, java.util.function.Function<CaseEvent, T> of) {
        return moved.stream()
                .map(each -> of.apply(java.util.Objects.requireNonNull(each.event())))
                .toList();
    }

    private static @Nullable String[] stops(
            List<Change> changes, java.util.function.Function<Reckoning.Stop, @Nullable String> of) {
        @Nullable String[] found = new @Nullable String[changes.size()];
        for (int i = 0; i < found.length; i++) {
            Reckoning.@Nullable Stop stop = changes.get(i).now().longestStop();
            found[i] = stop == null ? null : of.apply(stop);
        }
        return found;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
