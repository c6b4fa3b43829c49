package org.yangguang.disclosure.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.disclosure.Attachment;
import org.yangguang.disclosure.AttachmentId;
import org.yangguang.disclosure.EditionId;
import org.yangguang.file.StoredFile;

/** The tables {@code disclosure.attachment} and {@code edition_source}. */
@Repository
public class AttachmentTable {

    /** Every attachment of edition {@code e}, each an array of texts. */
    static final String OF_EDITION = """
            array(select array[a.id::text, a.position::text, a.name, a.original_hash, a.original_type, a.original_size::text,
                               a.public_hash, a.public_type, a.public_size::text]
                    from disclosure.attachment a where a.edition_id = e.id order by a.position)""";

    /** A document whose text was taken into a draft. */
    public record Source(String name, StoredFile file, String by, Instant at) {}

    private final JdbcClient jdbc;

    AttachmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static List<Attachment> read(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<Attachment> attachments = new ArrayList<>();
        for (Object each : (Object[]) array.getArray()) {
            attachments.add(attachment((String[]) each));
        }
        return List.copyOf(attachments);
    }

    private static Attachment attachment(@Nullable String[] values) {
        return new Attachment(
                new AttachmentId(Long.parseLong(Objects.requireNonNull(values[0]))),
                Integer.parseInt(Objects.requireNonNull(values[1])),
                Objects.requireNonNull(values[2]),
                Objects.requireNonNull(file(values, 3)),
                file(values, 6));
    }

    private static @Nullable StoredFile file(@Nullable String[] values, int from) {
        String hash = values[from];
        return hash == null
                ? null
                : new StoredFile(
                        hash,
                        Objects.requireNonNull(values[from + 1]),
                        Long.parseLong(Objects.requireNonNull(values[from + 2])));
    }

    /** Behind those that are there. */
    public AttachmentId insert(EditionId edition, String name, StoredFile original, Officer by, Instant now) {
        return new AttachmentId(jdbc.sql("""
                insert into disclosure.attachment
                       (edition_id, position, name, original_hash, original_type, original_size, added_by, added_by_name, added_at)
                select :edition, coalesce(max(position), 0) + 1, :name, :hash, :type, :size, :by, :by_name, :now
                  from disclosure.attachment where edition_id = :edition
                returning id""")
                .param("edition", edition.value())
                .param("name", name)
                .param("hash", original.hash())
                .param("type", original.type())
                .param("size", original.size())
                .param("by", by.id().value())
                .param("by_name", by.name())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    /** The same attachments for another edition. */
    public void copy(EditionId from, EditionId to) {
        jdbc.sql("""
                insert into disclosure.attachment (edition_id, position, name, original_hash, original_type, original_size,
                       public_hash, public_type, public_size, added_by, added_by_name, added_at)
                select ?, position, name, original_hash, original_type, original_size,
                       public_hash, public_type, public_size, added_by, added_by_name, added_at
                  from disclosure.attachment where edition_id = ?""").params(to.value(), from.value()).update();
    }

    public void delete(EditionId edition, Attachment attachment) {
        jdbc.sql("delete from disclosure.attachment where id = ? and edition_id = ?")
                .params(attachment.id().value(), edition.value())
                .update();
        jdbc.sql("update disclosure.attachment set position = position - 1 where edition_id = ? and position > ?")
                .params(edition.value(), attachment.position())
                .update();
    }

    /** Two neighbours change places. */
    public void swap(EditionId edition, int position, int other) {
        jdbc.sql("""
                update disclosure.attachment set position = case position when :one then :other else :one end
                 where edition_id = :edition and position in (:one, :other)""")
                .param("edition", edition.value())
                .param("one", position)
                .param("other", other)
                .update();
    }

    public void rename(EditionId edition, AttachmentId attachment, String name) {
        jdbc.sql("update disclosure.attachment set name = ? where id = ? and edition_id = ?")
                .params(name, attachment.value(), edition.value())
                .update();
    }

    public void publicCopy(EditionId edition, AttachmentId attachment, String name, @Nullable StoredFile copy) {
        jdbc.sql("""
                update disclosure.attachment set name = ?, public_hash = ?, public_type = ?, public_size = ?
                 where id = ? and edition_id = ?""")
                .params(
                        name,
                        copy == null ? null : copy.hash(),
                        copy == null ? null : copy.type(),
                        copy == null ? null : copy.size(),
                        attachment.value(),
                        edition.value())
                .update();
    }

    /** The edition of an attachment. */
    public Optional<EditionId> editionOf(AttachmentId attachment) {
        return jdbc.sql("select edition_id from disclosure.attachment where id = ?")
                .param(attachment.value())
                .query((row, n) -> new EditionId(row.getLong("edition_id")))
                .optional();
    }

    public void source(EditionId edition, String name, StoredFile file, Officer by, Instant now) {
        jdbc.sql("""
                insert into disclosure.edition_source (edition_id, file_hash, name, type, size, by_id, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (edition_id, file_hash) do update
                   set name = excluded.name, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at""")
                .params(
                        edition.value(),
                        file.hash(),
                        name,
                        file.type(),
                        file.size(),
                        by.id().value(),
                        by.name(),
                        Timestamp.from(now))
                .update();
    }

    /** Newest first. */
    public List<Source> sources(EditionId edition) {
        return jdbc.sql("""
                select name, file_hash, type, size, by_name, at from disclosure.edition_source
                 where edition_id = ? order by at desc""")
                .param(edition.value())
                .query((row, n) -> new Source(
                        row.getString("name"),
                        new StoredFile(row.getString("file_hash"), row.getString("type"), row.getLong("size")),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
