package org.yangguang.channel.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.catalogue.ColumnId;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.ItemId;
import org.yangguang.organ.OrganId;

/** What was published for everybody, by the moment. */
@Repository
class NewsTable {

    /** The first edition of an item that went public. */
    record News(ItemId item, OrganId organ, ColumnId column, String title, Instant at) {}

    private final JdbcClient jdbc;

    NewsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A later edition of an item is no news of its own. */
    void note(Edition edition, Instant at) {
        jdbc.sql("""
                insert into channel.news (item_id, edition_id, organ_id, column_id, title, at) values (?, ?, ?, ?, ?, ?)
                on conflict (item_id) do update set edition_id = excluded.edition_id, title = excluded.title""")
                .params(
                        edition.item().value(),
                        edition.id().value(),
                        edition.organ().value(),
                        Objects.requireNonNull(edition.content().column()).value(),
                        edition.content().title(),
                        Timestamp.from(at))
                .update();
    }

    void forget(ItemId item) {
        jdbc.sql("delete from channel.news where item_id = ?")
                .param(item.value())
                .update();
    }

    /** Since a moment, the newest first. */
    List<News> since(Instant then, int most) {
        return jdbc.sql("""
                select item_id, organ_id, column_id, title, at from channel.news where at > ? order by at desc, item_id desc limit ?""")
                .params(Timestamp.from(then), most)
                .query((row, number) -> new News(
                        new ItemId(row.getLong("item_id")),
                        new OrganId(row.getLong("organ_id")),
                        new ColumnId(row.getLong("column_id")),
                        row.getString("title"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What is older than all that subscribers can still be told of. */
    void forgetBefore(Instant then) {
        jdbc.sql("delete from channel.news where at < ?")
                .param(Timestamp.from(then))
                .update();
    }
}
