package org.yangguang.disclosure.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.Edition;
import org.yangguang.disclosure.EditionState;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reader;
import org.yangguang.disclosure.WithdrawalReason;
import org.yangguang.file.StoredFile;
import org.yangguang.organ.OrganId;

/**
 * The editions of what stands on the website, as one reader may see them. A reader sees an edition when they see the item as it
 * stands now and also hold the key that the edition itself was published with: what was once internal stays so.
 */
@Repository
public class PublishedEditions {

    private static final String SEEN = """
              join disclosure.publication p on p.item_id = e.item_id
             where p.visibility_key = any(:keys)
               and case e.scope when 'PUBLIC' then 'public'
                                when 'LIMITED' then 'audience:' || e.audience_id
                                else 'internal:' || p.organ_id end = any(:keys)
               and e.state in ('PUBLISHED', 'SUPERSEDED')
               and e.item_id = :item""";

    /** As above, for the edition of one attachment. */
    private static final String SEEN_WITH = SEEN.replace(
            "e.item_id = :item", "e.id = (select edition_id from disclosure.attachment where id = :attachment)");

    /** An attachment with the edition that it belongs to; it has a public copy. */
    public record Shown(Edition edition, Attachment attachment, StoredFile copy) {}

    /** One line of an item's history. */
    public record Past(int number, EditionState state, Instant publishedAt) {}

    /** What stands in the place of an item that was taken back; it says nothing of what the item said. */
    public record Tombstone(OrganId organ, WithdrawalReason reason, String note, boolean emergency, Instant at) {}

    private final JdbcClient jdbc;

    PublishedEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The edition that stands now. */
    public Optional<Edition> current(ItemId item, Reader reader) {
        return jdbc.sql(EditionRows.EDITION + SEEN + " and e.id = p.edition_id")
                .param("keys", PublishedItems.keys(reader))
                .param("item", item.value())
                .query(EditionRows::edition)
                .optional();
    }

    public Optional<Edition> numbered(ItemId item, int number, Reader reader) {
        return jdbc.sql(EditionRows.EDITION + SEEN + " and e.number = :number")
                .param("keys", PublishedItems.keys(reader))
                .param("item", item.value())
                .param("number", number)
                .query(EditionRows::edition)
                .optional();
    }

    /** An attachment of an edition that the reader may see. */
    public Optional<Shown> attachment(AttachmentId id, Reader reader) {
        return jdbc.sql(EditionRows.EDITION + SEEN_WITH)
                .param("keys", PublishedItems.keys(reader))
                .param("attachment", id.value())
                .query(EditionRows::edition)
                .optional()
                .flatMap(edition -> edition.attachments().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .flatMap(each ->
                                Optional.ofNullable(each.publicCopy()).map(copy -> new Shown(edition, each, copy))));
    }

    /** All editions that the reader may see, newest first. */
    public List<Past> history(ItemId item, Reader reader) {
        return jdbc.sql("select e.number, e.state, e.published_at from disclosure.edition e " + SEEN
                        + " order by e.number desc")
                .param("keys", PublishedItems.keys(reader))
                .param("item", item.value())
                .query((row, number) -> new Past(
                        row.getInt("number"),
                        EditionState.valueOf(row.getString("state")),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    /** Why an item that the reader could once see is gone; empty when it never was, or stands again. */
    public Optional<Tombstone> tombstone(ItemId item, Reader reader) {
        return jdbc.sql("""
                select i.organ_id, w.reason_code, w.note, w.emergency, w.at
                  from disclosure.withdrawal w join disclosure.item i on i.id = w.item_id
                 where w.visibility_key = any(:keys) and w.item_id = :item
                   and not exists (select 1 from disclosure.publication p where p.item_id = w.item_id)
                 order by w.at desc
                 limit 1""")
                .param("keys", PublishedItems.keys(reader))
                .param("item", item.value())
                .query((row, number) -> new Tombstone(
                        new OrganId(row.getLong("organ_id")),
                        WithdrawalReason.valueOf(row.getString("reason_code")),
                        row.getString("note"),
                        row.getBoolean("emergency"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }
}
