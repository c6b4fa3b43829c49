package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.organ.OrganId;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;

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

    /** A deadline that moves, and the event that tells of it. */
    record Move(
            CaseId id, @Nullable LocalDate from, @Nullable LocalDate to, CaseEvent event) {}

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

    /** Writes the events of deadlines that move, and the list of them. */
    void write(long run, List<Move> moves) {
        Long[] ids = moves.stream().map(each -> each.id().value()).toArray(Long[]::new);
        jdbc.sql("""
                insert into request.event
                       (application_id, number, action, on_day, at, by_kind, by_id, by_name, by_organ_id, facts)
                select id, number, 'REDATE', day, at, 'PROGRAM', 0, '', 0, facts::jsonb
                  from unnest(:ids::bigint[], :numbers::int[], :days::date[], :ats::timestamptz[], :facts::text[])
                       as t (id, number, day, at, facts)""")
                .param("ids", ids)
                .param(
                        "numbers",
                        moves.stream().map(each -> each.event().number()).toArray(Integer[]::new))
                .param("days", texts(moves, each -> each.event().on()))
                .param("ats", texts(moves, each -> each.event().at()))
                .param("facts", texts(moves, each -> Json.write(each.event().step())))
                .update();
        jdbc.sql("""
                insert into request.redated (redating_id, application_id, from_due, to_due)
                select :run, id, from_due, to_due from unnest(:ids::bigint[], :from::date[], :to::date[]) as t (id, from_due, to_due)
                on conflict (redating_id, application_id) do update set to_due = excluded.to_due""")
                .param("run", run)
                .param("ids", ids)
                .param("from", texts(moves, Move::from))
                .param("to", texts(moves, Move::to))
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

    private static @Nullable String[] texts(List<Move> moves, Function<Move, @Nullable Object> part) {
        @Nullable String[] texts = new @Nullable String[moves.size()];
        for (int i = 0; i < texts.length; i++) {
            Object found = part.apply(moves.get(i));
            texts[i] = found == null ? null : found.toString();
        }
        return texts;
    }
}
