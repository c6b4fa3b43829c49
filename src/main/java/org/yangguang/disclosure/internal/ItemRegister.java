package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Channel;
import org.yangguang.disclosure.DisclosureAttribute;
import org.yangguang.disclosure.EditionId;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/** Every item of some organs, whatever its state, as officers look them up; and by what ways items went out. */
@Repository
public class ItemRegister {

    /** The newest edition of an item that is not discarded, or its only one. */
    public record Row(
            ItemId item,
            EditionId edition,
            String title,
            String organName,
            EditionState state,
            DisclosureAttribute attribute,
            @Nullable String indexNumber,
            @Nullable String documentNumber,
            @Nullable LocalDate formedOn,
            Instant updatedAt) {}

    public record Release(
            ItemId item, String title, String organName, Channel channel, LocalDate on, String reference) {}

    /**
     * What to look for.
     *
     * @param text part of a title, or a whole document or index number; empty finds everything
     * @param register only what was decided to be disclosed on request or withheld
     */
    public record Wanted(
            String text,
            @Nullable EditionState state,
            @Nullable OrganId organ,
            boolean register) {}

    /** By which column items are in order, and in which direction at first. */
    public enum Order {
        CHANGED("e.updated_at", true),
        FORMED("e.formed_on", true),
        TITLE("left(e.title, 300)", false),
        STATE("e.state", false),
        NUMBER("i.index_number", false);

        private final String column;
        private final boolean descending;

        Order(String column, boolean descending) {
            this.column = column;
            this.descending = descending;
        }

        public boolean descending(boolean reversed) {
            return descending != reversed;
        }

        private String sql(boolean reversed) {
            String direction = descending(reversed) ? " desc" : "";
            return " order by " + column + direction + " nulls last, e.id" + direction;
        }
    }

    private static final String FROM = """
              from disclosure.edition e
              join disclosure.item i on i.id = e.item_id
             where i.organ_id = any(:organs)
               and not exists (select 1 from disclosure.edition n
                                where n.item_id = e.item_id and n.number > e.number and n.state <> 'DISCARDED')""";

    private final JdbcClient jdbc;

    ItemRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reversed the other direction than the usual one of the order */
    public List<Row> find(
            Wanted wanted, Order order, boolean reversed, Collection<OrganId> organs, int offset, int limit) {
        return jdbc.sql("""
                select e.id, e.item_id, left(e.title, 300) as title, e.organ_name, e.state, e.attribute, i.index_number, e.document_number,
                       e.formed_on, e.updated_at
                """ + FROM + conditions(wanted) + order.sql(reversed) + " offset :offset limit :limit")
                .params(parameters(wanted, organs))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        new ItemId(row.getLong("item_id")),
                        new EditionId(row.getLong("id")),
                        row.getString("title"),
                        row.getString("organ_name"),
                        EditionState.valueOf(row.getString("state")),
                        DisclosureAttribute.valueOf(row.getString("attribute")),
                        row.getString("index_number"),
                        row.getString("document_number"),
                        row.getObject("formed_on", LocalDate.class),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    public long count(Wanted wanted, Collection<OrganId> organs) {
        return jdbc.sql("select count(*) " + FROM + conditions(wanted))
                .params(parameters(wanted, organs))
                .query(Long.class)
                .single();
    }

    private static String conditions(Wanted wanted) {
        return (wanted.state() == null ? "" : " and e.state = :state")
                + (wanted.organ() == null ? "" : " and i.organ_id = :organ")
                + (wanted.register() ? " and e.state = 'REGISTERED' and e.attribute <> 'PROACTIVE'" : "")
                + (wanted.text().isBlank()
                        ? ""
                        : " and (e.title ilike :like or e.document_number = :text or i.index_number = :text)");
    }

    private static Map<String, @Nullable Object> parameters(Wanted wanted, Collection<OrganId> organs) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("organs", organs.stream().map(OrganId::value).toArray(Long[]::new));
        values.put("state", wanted.state() == null ? null : wanted.state().name());
        values.put("organ", wanted.organ() == null ? null : wanted.organ().value());
        String text = wanted.text().strip();
        values.put("text", text);
        values.put("like", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return values;
    }

    public List<Release> releases(ItemId item) {
        return jdbc.sql("""
                select r.item_id, '' as title, '' as organ_name, r.channel, r.released_on, r.reference
                  from disclosure.release r where r.item_id = ? order by r.released_on, r.channel""").param(item.value()).query(ItemRegister::release).list();
    }

    /** The latest releases that are not on the website. */
    public List<Release> offSite(Collection<OrganId> organs, int limit) {
        return jdbc.sql("""
                select r.item_id, left(e.title, 300) as title, e.organ_name, r.channel, r.released_on, r.reference
                  from disclosure.item i
                  join disclosure.edition e on e.item_id = i.id
                  join disclosure.release r on r.item_id = i.id
                 where e.state = 'REGISTERED' and e.attribute = 'PROACTIVE' and i.organ_id = any(?)
                 order by i.id desc
                 limit ?""")
                .params(organs.stream().map(OrganId::value).toArray(Long[]::new), limit)
                .query(ItemRegister::release)
                .list();
    }

    public Optional<ItemId> sameRelease(OrganId organ, String title, Channel channel, LocalDate on) {
        return jdbc.sql("""
                select i.id
                  from disclosure.item i
                  join disclosure.edition e on e.item_id = i.id
                  join disclosure.release r on r.item_id = i.id
                 where i.organ_id = ? and e.title = ? and e.state = 'REGISTERED' and r.channel = ?
                   and r.released_on = ?
                 limit 1""")
                .params(organ.value(), title, channel.name(), on)
                .query((row, n) -> new ItemId(row.getLong(1)))
                .optional();
    }

    /** The item with this index number. */
    public Optional<ItemId> numbered(String indexNumber, Collection<OrganId> organs) {
        return jdbc.sql("select id from disclosure.item where index_number = ? and organ_id = any(?)")
                .params(indexNumber, organs.stream().map(OrganId::value).toArray(Long[]::new))
                .query((row, n) -> new ItemId(row.getLong(1)))
                .optional();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                new ItemId(row.getLong("item_id")),
                row.getString("title"),
                row.getString("organ_name"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("released_on", LocalDate.class),
                row.getString("reference"));
    }
}
