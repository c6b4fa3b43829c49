package org.yangguang.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.organ.OrganId;
import org.yangguang.platform.SealedText;
import org.yangguang.request.Action;
import org.yangguang.request.By;
import org.yangguang.request.CaseEvent;
import org.yangguang.request.CaseId;
import org.yangguang.request.Step;
import org.yangguang.request.Texts;

/** The tables {@code request.event} and {@code request.event_text}. */
@Repository
public class EventTable {

    static final String TEXT_COLUMN = "request.event_text.sealed";
    private static final String EVENT = """
            select number, action, on_day, at, by_kind, by_id, by_name, by_organ_id, facts
              from request.event""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final SealedText sealing;
    private final CaseFiles files;

    EventTable(JdbcClient jdbc, JdbcTemplate template, SealedText sealing, CaseFiles files) {
        this.jdbc = jdbc;
        this.template = template;
        this.sealing = sealing;
        this.files = files;
    }

    public void add(CaseId id, CaseEvent event, Texts texts) {
        long row = jdbc.sql("""
                insert into request.event
                       (application_id, number, action, on_day, at, by_kind, by_id, by_name, by_organ_id, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                returning id""")
                .params(
                        id.value(),
                        event.number(),
                        event.step().action().name(),
                        event.on(),
                        Timestamp.from(event.at()),
                        event.by().kind().name(),
                        event.by().account().value(),
                        event.by().name(),
                        event.by().organ().value(),
                        Json.write(event.step()))
                .query(Long.class)
                .single();
        if (!texts.equals(Texts.NONE)) {
            jdbc.sql("insert into request.event_text (event_id, sealed) values (?, ?)")
                    .params(row, sealing.seal(Json.write(texts), new SealedText.Place(TEXT_COLUMN, row)))
                    .update();
            files.use(id, texts.files());
            if (texts.reply() != null) {
                files.use(id, texts.reply().files());
            }
        }
    }

    /** All events of a case, in order. */
    public List<CaseEvent> of(CaseId id) {
        return jdbc.sql(EVENT + " where application_id = ? order by number")
                .param(id.value())
                .query(EventTable::event)
                .list();
    }

    /** The events of every open case, a case at a time, in one pass over the table. Inside a transaction memory does not grow with their number. */
    public void ofAllOpen(BiConsumer<CaseId, List<CaseEvent>> each) {
        stream("a.closed_on is null", each);
    }

    /** The events of these cases, a case at a time. */
    public void ofThese(Collection<CaseId> ids, BiConsumer<CaseId, List<CaseEvent>> each) {
        if (ids.isEmpty()) {
            return;
        }
        stream("e.application_id = any(?)", each, (Object)
                ids.stream().map(CaseId::value).toArray(Long[]::new));
    }

    private void stream(String which, BiConsumer<CaseId, List<CaseEvent>> each, Object... parameters) {
        List<CaseEvent> events = new ArrayList<>();
        long[] current = {0};
        JdbcTemplate streaming = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(5_000);
        RowCallbackHandler row = found -> {
            long id = found.getLong("application_id");
            if (id != current[0] && !events.isEmpty()) {
                each.accept(new CaseId(current[0]), List.copyOf(events));
                events.clear();
            }
            current[0] = id;
            events.add(event(found, 0));
        };
        streaming.query("""
                select e.application_id, e.number, e.action, e.on_day, e.at, e.by_kind, e.by_id, e.by_name, e.by_organ_id, e.facts
                  from request.event e join request.application a on a.id = e.application_id
                 where %s
                 order by e.application_id, e.number""".formatted(which), row, parameters);
        if (!events.isEmpty()) {
            each.accept(new CaseId(current[0]), List.copyOf(events));
        }
    }

    /** The words beside an event; none when there are none, or when they were erased. */
    public Texts texts(CaseId id, int number) {
        return jdbc.sql("""
                select t.event_id, t.sealed
                  from request.event_text t join request.event e on e.id = t.event_id
                 where e.application_id = ? and e.number = ? and t.sealed is not null""")
                .params(id.value(), number)
                .query((row, n) -> open(row.getLong("event_id"), row.getBytes("sealed")))
                .optional()
                .orElse(Texts.NONE);
    }

    private Texts open(long event, byte @Nullable [] sealed) {
        return sealed == null
                ? Texts.NONE
                : Json.read(sealing.open(sealed, new SealedText.Place(TEXT_COLUMN, event)), Texts.class);
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        Action action = Action.valueOf(row.getString("action"));
        Step step = Json.step(action, row.getString("facts"));
        By by = new By(
                By.Kind.valueOf(row.getString("by_kind")),
                new AccountId(row.getLong("by_id")),
                row.getString("by_name"),
                new OrganId(row.getLong("by_organ_id")));
        LocalDate on = row.getObject("on_day", LocalDate.class);
        Instant at = row.getTimestamp("at").toInstant();
        return new CaseEvent(row.getInt("number"), on, at, by, step);
    }
}
