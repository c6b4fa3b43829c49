package org.yangguang.channel.internal;

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
import org.yangguang.channel.Bundle;

/** Issues and transfer lists with what is in them. */
@Repository
public class BundleTable {

    private static final String BUNDLE =
            "select b.id, b.outlet_id, b.year, b.number, b.title, b.state, b.done_on, b.reference, b.version from channel.bundle b";

    private final JdbcClient jdbc;

    BundleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Bundle> of(Collection<Long> outlets) {
        return jdbc.sql(BUNDLE
                        + " where b.outlet_id = any (?) order by b.year desc, b.number desc, b.id desc limit 500")
                .param(outlets.toArray(Long[]::new))
                .query(BundleTable::bundle)
                .list();
    }

    public Optional<Bundle> find(long id) {
        return jdbc.sql(BUNDLE + " where b.id = ?")
                .param(id)
                .query(BundleTable::bundle)
                .optional();
    }

    public Optional<Bundle> lock(long id) {
        return jdbc.sql(BUNDLE + " where b.id = ? for update")
                .param(id)
                .query(BundleTable::bundle)
                .optional();
    }

    /** Takes the next number of the year; the outlet is locked, so that no number is given twice. */
    public long insert(long outlet, int year, String title, String by, Instant now) {
        jdbc.sql("select id from channel.outlet where id = ? for update")
                .param(outlet)
                .query(row -> {});
        return jdbc.sql("""
                insert into channel.bundle (outlet_id, year, number, title, state, made_by, made_at)
                select :outlet, :year, coalesce(max(number), 0) + 1, :title, 'OPEN', :by, :now
                  from channel.bundle where outlet_id = :outlet and year = :year returning id""")
                .param("outlet", outlet)
                .param("year", year)
                .param("title", title)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Ids of its deliveries in their order. */
    public List<Long> entries(long bundle) {
        return jdbc.sql(
                        "select delivery_id from channel.bundle_entry where bundle_id = ? order by position, delivery_id")
                .param(bundle)
                .query(Long.class)
                .list();
    }

    /** Deliveries among these that are in some bundle already. */
    public List<Long> taken(Collection<Long> deliveries) {
        return jdbc.sql("select delivery_id from channel.bundle_entry where delivery_id = any (?)")
                .param(deliveries.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    public void put(long bundle, List<Long> deliveries) {
        jdbc.sql("delete from channel.bundle_entry where bundle_id = ?")
                .param(bundle)
                .update();
        for (int i = 0; i < deliveries.size(); i++) {
            jdbc.sql("insert into channel.bundle_entry (bundle_id, delivery_id, position) values (?, ?, ?)")
                    .params(bundle, deliveries.get(i), i + 1)
                    .update();
        }
        jdbc.sql("update channel.bundle set version = version + 1 where id = ?")
                .param(bundle)
                .update();
    }

    public void finish(long bundle, LocalDate on, String reference) {
        jdbc.sql("""
                update channel.bundle set state = 'DONE', done_on = ?, reference = ?, version = version + 1 where id = ?""").params(on, reference, bundle).update();
    }

    private static Bundle bundle(ResultSet row, int number) throws SQLException {
        return new Bundle(
                row.getLong("id"),
                row.getLong("outlet_id"),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("title"),
                Bundle.State.valueOf(row.getString("state")),
                row.getObject("done_on", LocalDate.class),
                row.getString("reference"),
                row.getInt("version"));
    }
}
