package org.yangguang.channel.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.channel.Delivery;
import org.yangguang.channel.DeliveryAction;
import org.yangguang.channel.DeliveryState;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/** The deliveries and their record. */
@Repository
public class DeliveryTable {

    private static final String COLUMNS = """
            d.id, d.item_id, d.outlet_id, d.edition_id, d.organ_id, d.title, d.index_number, d.state, d.step, d.round, d.attempts, d.due_at,
            d.problem, d.reference, d.delivered_on, d.outdated, d.withdrawn, d.changed_at, d.version""";
    private static final String DELIVERY = "select " + COLUMNS + " from channel.delivery d ";

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a delivery is after a move; what is null in it is forgotten. */
    public record Change(
            DeliveryState state,
            @Nullable String step,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable String problem,
            String reference,
            @Nullable LocalDate deliveredOn) {

        public static Change to(Delivery before, DeliveryState state) {
            return new Change(
                    state,
                    before.step(),
                    before.attempts(),
                    null,
                    before.problem(),
                    before.reference(),
                    before.deliveredOn());
        }

        public Change due(Instant at) {
            return new Change(state, step, attempts, at, problem, reference, deliveredOn);
        }

        public Change attempts(int number) {
            return new Change(state, step, number, dueAt, problem, reference, deliveredOn);
        }

        public Change step(@Nullable String now) {
            return new Change(state, now, attempts, dueAt, problem, reference, deliveredOn);
        }

        public Change problem(@Nullable String key) {
            return new Change(state, step, attempts, dueAt, key, reference, deliveredOn);
        }

        public Change delivered(LocalDate on, String under) {
            return new Change(state, null, 0, null, null, under, on);
        }
    }

    public Optional<Delivery> find(long id) {
        return jdbc.sql(DELIVERY + " where d.id = ?")
                .param(id)
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<Delivery> lock(long id) {
        return jdbc.sql(DELIVERY + " where d.id = ? for update")
                .param(id)
                .query(DeliveryTable::delivery)
                .optional();
    }

    public List<Delivery> lockOfItem(ItemId item) {
        return jdbc.sql(DELIVERY + " where d.item_id = ? order by d.id for update")
                .param(item.value())
                .query(DeliveryTable::delivery)
                .list();
    }

    public List<Delivery> ofItem(ItemId item) {
        return jdbc.sql(DELIVERY + " where d.item_id = ? order by d.id")
                .param(item.value())
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Empty when the item has a delivery by this outlet already. */
    public Optional<Long> insert(
            Edition edition, long outlet, DeliveryState state, @Nullable Instant due, String by, Instant now) {
        return jdbc.sql("""
                insert into channel.delivery (item_id, outlet_id, edition_id, organ_id, title, index_number, state, due_at,
                       planned_by, planned_at, changed_at)
                values (:item, :outlet, :edition, :organ, :title, :number, :state, :due, :by, :now, :now)
                on conflict (item_id, outlet_id) do nothing returning id""")
                .param("item", edition.item().value())
                .param("outlet", outlet)
                .param("edition", edition.id().value())
                .param("organ", edition.organ().value())
                .param("title", edition.content().title())
                .param("number", edition.indexNumber() == null ? "" : edition.indexNumber())
                .param("state", state.name())
                .param("due", due == null ? null : Timestamp.from(due))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /** What it is about from now on: another edition, in another round. */
    public void renew(long id, Edition edition) {
        jdbc.sql("""
                update channel.delivery set edition_id = ?, title = ?, step = null, round = round + 1, outdated = false,
                       withdrawn = false, reference = '' where id = ?""")
                .params(edition.id().value(), edition.content().title(), id)
                .update();
    }

    /** The edition that goes out when nothing has gone out yet. */
    public void edition(long id, Edition edition) {
        jdbc.sql("update channel.delivery set edition_id = ?, title = ?, version = version + 1 where id = ?")
                .params(edition.id().value(), edition.content().title(), id)
                .update();
    }

    public void outdated(long id, boolean outdated) {
        jdbc.sql("update channel.delivery set outdated = ? where id = ?")
                .params(outdated, id)
                .update();
    }

    public void withdrawn(long id) {
        jdbc.sql("update channel.delivery set withdrawn = true where id = ?")
                .param(id)
                .update();
    }

    public void change(long id, Change change, Instant now) {
        jdbc.sql("""
                update channel.delivery set state = :state, step = :step, attempts = :attempts, due_at = :due, problem = :problem,
                       reference = :reference, delivered_on = :on, changed_at = :now, version = version + 1
                 where id = :id""")
                .param("state", change.state().name())
                .param("step", change.step())
                .param("attempts", change.attempts())
                .param("due", change.dueAt() == null ? null : Timestamp.from(change.dueAt()))
                .param("problem", change.problem())
                .param("reference", change.reference())
                .param("on", change.deliveredOn())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    public void note(long id, DeliveryAction action, String by, String note, Instant now) {
        jdbc.sql("""
                insert into channel.event (delivery_id, number, action, by_name, note, at)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from channel.event where delivery_id = ?""")
                .params(id, action.name(), by, note, Timestamp.from(now), id)
                .update();
    }

    public List<Delivery.Event> events(long id) {
        return jdbc.sql("""
                select action, by_name, note, at from channel.event where delivery_id = ? order by number desc limit 200""")
                .param(id)
                .query((row, number) -> new Delivery.Event(
                        DeliveryAction.valueOf(row.getString("action")),
                        row.getString("by_name"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * The next one that is due at an outlet which nothing holds, locked; others pass it by. While it is not known whether one has arrived,
     * nothing new goes out there: what a service is asked about must be among the last that it took.
     */
    Optional<Delivery> nextDue(Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                  from channel.delivery d join channel.outlet o on o.id = d.outlet_id
                 where d.state in ('WAITING', 'SENDING', 'UNSURE') and d.due_at <= :now
                   and (d.state <> 'WAITING' or not exists (
                           select 1 from channel.delivery u where u.outlet_id = d.outlet_id and u.state = 'UNSURE'))
                   and o.closed_at is null and (o.held_until is null or o.held_until <= :now)
                 order by d.due_at, d.id limit 1 for update of d skip locked""")
                .param("now", Timestamp.from(now))
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** What a clerk has to do at these outlets, the oldest first. */
    public List<Delivery> forClerk(Collection<Long> outlets, int offset, int limit) {
        return jdbc.sql(DELIVERY + """
                 where d.outlet_id = any (?) and (d.state in ('FOR_CLERK', 'STUCK', 'TO_TAKE_BACK') or d.outdated)
                 order by case when d.state = 'TO_TAKE_BACK' then 0 when d.state = 'STUCK' then 1 when d.outdated then 2 else 3 end,
                       d.changed_at, d.id offset ? limit ?""")
                .params(outlets.toArray(Long[]::new), offset, limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    public long countForClerk(Collection<Long> outlets) {
        return jdbc.sql("""
                select count(*) from channel.delivery d
                 where d.outlet_id = any (?) and (d.state in ('FOR_CLERK', 'STUCK', 'TO_TAKE_BACK') or d.outdated)""")
                .param(outlets.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** By outlet: how many wait for the program, wait for a clerk, and have arrived since a day. */
    public record Load(long outlet, long waiting, long forClerk, long arrived) {}

    public List<Load> loads(Collection<Long> outlets, LocalDate since) {
        return jdbc.sql("""
                select d.outlet_id, count(*) filter (where d.state in ('WAITING', 'SENDING', 'UNSURE')) as waiting,
                       count(*) filter (where d.state in ('FOR_CLERK', 'STUCK', 'TO_TAKE_BACK') or d.outdated) as for_clerk,
                       count(*) filter (where d.delivered_on >= ?) as arrived
                  from channel.delivery d where d.outlet_id = any (?) group by d.outlet_id""")
                .params(since, outlets.toArray(Long[]::new))
                .query((row, number) -> new Load(
                        row.getLong("outlet_id"),
                        row.getLong("waiting"),
                        row.getLong("for_clerk"),
                        row.getLong("arrived")))
                .list();
    }

    /** What went out by these outlets, the latest first. */
    public List<Delivery> latest(Collection<Long> outlets, int limit) {
        return jdbc.sql(DELIVERY + """
                 where d.outlet_id = any (?) and d.delivered_on is not null order by d.delivered_on desc, d.id desc limit ?""")
                .params(outlets.toArray(Long[]::new), limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Those that were taken over by a clerk, the oldest first. */
    public List<Delivery> at(long outlet, DeliveryState state, int limit) {
        return jdbc.sql(DELIVERY + " where d.outlet_id = ? and d.state = ? order by d.planned_at, d.id limit ?")
                .params(outlet, state.name(), limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return new Delivery(
                row.getLong("id"),
                new ItemId(row.getLong("item_id")),
                row.getLong("outlet_id"),
                new EditionId(row.getLong("edition_id")),
                new OrganId(row.getLong("organ_id")),
                row.getString("title"),
                row.getString("index_number"),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("step"),
                row.getInt("round"),
                row.getInt("attempts"),
                due == null ? null : due.toInstant(),
                row.getString("problem"),
                row.getString("reference"),
                row.getObject("delivered_on", LocalDate.class),
                row.getBoolean("outdated"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
