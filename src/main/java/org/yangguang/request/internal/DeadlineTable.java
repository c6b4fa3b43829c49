package org.yangguang.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.request.CaseId;
import org.yangguang.request.Reckoning;

/** The table {@code request.deadline}: what the clocks of open cases say. */
@Repository
public class DeadlineTable {

    private static final String KEPT = """
            select a.id, a.number, coalesce(d.version, a.version) as version, d.application_id is not null as there, d.due_on, d.provisional, d.stopped_from,
                   d.stopped_until, d.stopped_why
              from request.application a left join request.deadline d on d.application_id = a.id
             where a.closed_on is null""";

    private final JdbcClient jdbc;

    DeadlineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a clock says, as it stands in the lists.
     *
     * @param why name of a {@link Reckoning.Why}
     */
    record Said(
            @Nullable LocalDate due,
            boolean provisional,
            @Nullable LocalDate stoppedFrom,
            @Nullable LocalDate stoppedUntil,
            @Nullable String why) {

        static Said by(Reckoning reckoning) {
            Reckoning.@Nullable Stop stop = reckoning.longestStop();
            return stop == null
                    ? new Said(reckoning.due(), reckoning.provisional(), null, null, null)
                    : new Said(
                            reckoning.due(),
                            reckoning.provisional(),
                            stop.from(),
                            stop.until(),
                            stop.why().name());
        }
    }

    /**
     * An open case in the lists.
     *
     * @param version number of its events
     * @param said null when it does not stand there yet
     */
    record Kept(String number, int version, @Nullable Said said) {}

    /** What every open case has in the lists. */
    Map<CaseId, Kept> open() {
        return kept(jdbc.sql(KEPT));
    }

    /** Those of these cases that are still open; they are locked until the transaction ends. */
    Map<CaseId, Kept> lock(Collection<CaseId> ids) {
        Long[] wanted = ids.stream().map(CaseId::value).toArray(Long[]::new);
        jdbc.sql("select id from request.application where closed_on is null and id = any(?) order by id for update")
                .param(wanted)
                .query(Long.class)
                .list();
        return kept(jdbc.sql(KEPT + " and a.id = any(?)").param(wanted));
    }

    /** What the clock of an open case says after so many events. */
    record Line(CaseId id, int version, Said said) {}

    /** Writes lines anew, beside what their cases say in {@code request.application}. */
    void write(List<Line> lines) {
        jdbc.sql("""
                insert into request.deadline (application_id, version, organ_id, state, handler_id, handler_name, due_on, provisional,
                                              stopped_from, stopped_until, stopped_why)
                select a.id, t.version, a.organ_id, a.state, a.handler_id, a.handler_name, t.due, t.provisional, t.since, t.until, t.why
                  from unnest(:ids::bigint[], :versions::int[], :due::date[], :provisional::boolean[], :since::date[], :until::date[],
                              :why::text[]) as t (id, version, due, provisional, since, until, why)
                  join request.application a on a.id = t.id
                on conflict (application_id) do update
                   set version = excluded.version, organ_id = excluded.organ_id, state = excluded.state, handler_id = excluded.handler_id,
                       handler_name = excluded.handler_name, due_on = excluded.due_on, provisional = excluded.provisional,
                       stopped_from = excluded.stopped_from, stopped_until = excluded.stopped_until, stopped_why = excluded.stopped_why""")
                .param("ids", lines.stream().map(each -> each.id().value()).toArray(Long[]::new))
                .param("versions", lines.stream().map(Line::version).toArray(Integer[]::new))
                .param("due", texts(lines, Said::due))
                .param(
                        "provisional",
                        lines.stream().map(each -> each.said().provisional()).toArray(Boolean[]::new))
                .param("since", texts(lines, Said::stoppedFrom))
                .param("until", texts(lines, Said::stoppedUntil))
                .param("why", texts(lines, Said::why))
                .update();
    }

    /** A case that is closed has no clock. */
    void remove(CaseId id) {
        jdbc.sql("delete from request.deadline where application_id = ?")
                .param(id.value())
                .update();
    }

    private static Map<CaseId, Kept> kept(JdbcClient.StatementSpec statement) {
        Map<CaseId, Kept> found = new HashMap<>();
        statement.query((ResultSet row) -> {
            found.put(
                    new CaseId(row.getLong("id")),
                    new Kept(
                            row.getString("number"),
                            row.getInt("version"),
                            row.getBoolean("there") ? said(row) : null));
        });
        return found;
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("provisional"),
                row.getObject("stopped_from", LocalDate.class),
                row.getObject("stopped_until", LocalDate.class),
                row.getString("stopped_why"));
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Said, @Nullable Object> part) {
        @Nullable String[] texts = new @Nullable String[lines.size()];
        for (int i = 0; i < texts.length; i++) {
            Object found = part.apply(lines.get(i).said());
            texts[i] = found == null ? null : found.toString();
        }
        return texts;
    }
}
