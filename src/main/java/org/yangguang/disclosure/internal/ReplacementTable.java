package org.yangguang.disclosure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.Replacements;

/** The table {@code disclosure.replacement}; a reader is told of a document only when they may see it. */
@Repository
public class ReplacementTable {

    /** The other document, as a link. */
    public record Link(
            Replacements.Kind kind,
            ItemId item,
            String title,
            @Nullable String documentNumber) {

        public String href() {
            return "/items/" + item.value();
        }
    }

    private final JdbcClient jdbc;

    ReplacementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each of the documents those that took its place or changed it. */
    public Map<ItemId, List<Link>> replacing(Collection<ItemId> items, Reader reader) {
        return links("item_id", "by_item_id", items, reader);
    }

    /** For each of the documents those whose place it took or that it changed. */
    public Map<ItemId, List<Link>> replacedBy(Collection<ItemId> items, Reader reader) {
        return links("by_item_id", "item_id", items, reader);
    }

    private Map<ItemId, List<Link>> links(String asked, String told, Collection<ItemId> items, Reader reader) {
        Map<ItemId, List<Link>> links = new HashMap<>();
        if (items.isEmpty()) {
            return links;
        }
        jdbc.sql("select r." + asked + " as asked, r.kind, p.item_id, p.title, p.document_number"
                        + " from disclosure.replacement r join disclosure.publication p on p.item_id = r." + told
                        + " where r." + asked + " = any(:items) and p.visibility_key = any(:keys)"
                        + " order by p.formed_on desc, p.item_id desc")
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .param("keys", PublishedItems.keys(reader))
                .query(row -> {
                    links.computeIfAbsent(new ItemId(row.getLong("asked")), each -> new ArrayList<>())
                            .add(link(row));
                });
        return links;
    }

    public boolean insert(ItemId item, ItemId by, Replacements.Kind kind, String notedBy, Instant now) {
        return jdbc.sql("""
                insert into disclosure.replacement (item_id, by_item_id, kind, noted_by_name, noted_at)
                values (?, ?, ?, ?, ?)
                on conflict (item_id, by_item_id) do update set kind = excluded.kind,
                       noted_by_name = excluded.noted_by_name, noted_at = excluded.noted_at
                 where replacement.kind <> excluded.kind""")
                        .params(item.value(), by.value(), kind.name(), notedBy, Timestamp.from(now))
                        .update()
                > 0;
    }

    public boolean delete(ItemId item, ItemId by) {
        return jdbc.sql("delete from disclosure.replacement where item_id = ? and by_item_id = ?")
                        .params(item.value(), by.value())
                        .update()
                > 0;
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                Replacements.Kind.valueOf(row.getString("kind")),
                new ItemId(row.getLong("item_id")),
                row.getString("title"),
                row.getString("document_number"));
    }
}
