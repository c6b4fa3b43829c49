package org.yangguang.disclosure.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yangguang.catalogue.ColumnActivity;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.VisibilityGate;
import org.yangguang.platform.PlatformProperties;

/** Tells the catalogue what is in its columns. */
@Component
class ColumnsOfItems implements ColumnActivity {

    private final JdbcClient jdbc;
    private final String zone;

    ColumnsOfItems(JdbcClient jdbc, PlatformProperties platform) {
        this.jdbc = jdbc;
        this.zone = platform.zone().getId();
    }

    @Override
    public Map<ColumnId, Activity> now() {
        Map<ColumnId, Activity> activity = new HashMap<>();
        jdbc.sql("""
                select column_id, count(*) as published, (max(published_at) at time zone ?)::date as last_on
                  from disclosure.publication
                 where visibility_key = ?
                 group by column_id""").params(zone, VisibilityGate.PUBLIC).query(row -> {
            activity.put(
                    new ColumnId(row.getLong("column_id")),
                    new Activity(row.getLong("published"), row.getObject("last_on", LocalDate.class)));
        });
        return activity;
    }

    @Override
    public long filed(ColumnId column) {
        return jdbc.sql("""
                select (select count(*) from disclosure.publication where column_id = ?)
                     + (select count(*) from disclosure.edition
                         where column_id = ?
                           and state not in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN', 'DISCARDED'))""")
                .params(column.value(), column.value())
                .query(Long.class)
                .single();
    }

    @Override
    public long rehome(ColumnId from, ColumnId to) {
        return jdbc.sql("update disclosure.publication set column_id = ? where column_id = ?")
                .params(to.value(), from.value())
                .update();
    }
}
