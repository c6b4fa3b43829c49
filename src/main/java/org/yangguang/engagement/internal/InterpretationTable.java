package org.yangguang.engagement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.ItemId;
import org.yangguang.engagement.Interpretation;
import org.yangguang.organ.OrganId;

/** The tables {@code engagement.interpretation} and {@code engagement.interpretation_task}. */
@Repository
public class InterpretationTable {

    private static final String LINK =
            "select item_id, explains_id, organ_id, form, recording, expert_id, published_on from engagement.interpretation ";

    private final JdbcClient jdbc;

    InterpretationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A normative document that waits for its interpretation. */
    public record Task(ItemId item, OrganId organ, LocalDate publishedOn) {}

    /** False when the item explains another one already. */
    public boolean insert(Interpretation link, String by, Instant now) {
        return jdbc.sql("""
                insert into engagement.interpretation
                       (item_id, explains_id, organ_id, form, recording, expert_id, linked_by, linked_at, published_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                link.item().value(),
                                link.explains().value(),
                                link.organ().value(),
                                link.form().name(),
                                link.recording(),
                                link.expert(),
                                by,
                                Timestamp.from(now),
                                link.publishedOn())
                        .update()
                == 1;
    }

    public void delete(ItemId item) {
        jdbc.sql("delete from engagement.interpretation where item_id = ?")
                .param(item.value())
                .update();
    }

    public Optional<Interpretation> find(ItemId item) {
        return jdbc.sql(LINK + "where item_id = ?")
                .param(item.value())
                .query(InterpretationTable::link)
                .optional();
    }

    public List<Interpretation> explaining(ItemId item) {
        return jdbc.sql(LINK
                        + "where explains_id = ? and published_on is not null order by published_on, item_id limit 50")
                .param(item.value())
                .query(InterpretationTable::link)
                .list();
    }

    /** Notes that an interpretation went public; the first time counts. */
    public void published(ItemId item, LocalDate on) {
        jdbc.sql("update engagement.interpretation set published_on = ? where item_id = ? and published_on is null")
                .params(on, item.value())
                .update();
    }

    public long count() {
        return jdbc.sql("select count(*) from engagement.interpretation where published_on is not null")
                .query(Long.class)
                .single();
    }

    /** The latest first. */
    public List<Interpretation> list(int offset, int size) {
        return jdbc.sql(LINK
                        + "where published_on is not null order by published_on desc, item_id desc limit ? offset ?")
                .params(size, offset)
                .query(InterpretationTable::link)
                .list();
    }

    public List<Interpretation> unpublished(Collection<OrganId> organs) {
        return jdbc.sql(LINK + "where published_on is null and organ_id = any (?) order by linked_at limit 200")
                .param(ids(organs))
                .query(InterpretationTable::link)
                .list();
    }

    /** Raised again it stands once. */
    public boolean raise(ItemId item, OrganId organ, LocalDate publishedOn) {
        return jdbc.sql("""
                insert into engagement.interpretation_task (item_id, organ_id, published_on, dropped_why, dropped_by)
                values (?, ?, ?, '', '') on conflict do nothing""").params(item.value(), organ.value(), publishedOn).update() == 1;
    }

    public void done(ItemId item, LocalDate on) {
        jdbc.sql("update engagement.interpretation_task set done_on = ? where item_id = ? and done_on is null")
                .params(on, item.value())
                .update();
    }

    public boolean drop(ItemId item, String why, String by) {
        return jdbc.sql("""
                update engagement.interpretation_task set dropped_why = ?, dropped_by = ?
                 where item_id = ? and done_on is null and dropped_why = ''""").params(why, by, item.value()).update() == 1;
    }

    public Optional<Task> task(ItemId item) {
        return jdbc.sql("select item_id, organ_id, published_on from engagement.interpretation_task where item_id = ?")
                .param(item.value())
                .query(InterpretationTable::task)
                .optional();
    }

    /** Open ones, the oldest first. */
    public List<Task> tasks(Collection<OrganId> organs) {
        return jdbc.sql("""
                select item_id, organ_id, published_on from engagement.interpretation_task
                 where organ_id = any (?) and done_on is null and dropped_why = '' order by published_on, item_id limit 200""").param(ids(organs)).query(InterpretationTable::task).list();
    }

    private static Long[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(Long[]::new);
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                new ItemId(row.getLong("item_id")),
                new OrganId(row.getLong("organ_id")),
                row.getObject("published_on", LocalDate.class));
    }

    private static Interpretation link(ResultSet row, int number) throws SQLException {
        return new Interpretation(
                new ItemId(row.getLong("item_id")),
                new ItemId(row.getLong("explains_id")),
                new OrganId(row.getLong("organ_id")),
                Interpretation.Form.valueOf(row.getString("form")),
                row.getString("recording"),
                row.getObject("expert_id", Long.class),
                row.getObject("published_on", LocalDate.class));
    }
}
