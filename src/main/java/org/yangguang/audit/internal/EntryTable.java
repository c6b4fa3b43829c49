package org.yangguang.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.yangguang.audit.AuditEntry;
import org.yangguang.audit.AuditFilter;
import org.yangguang.audit.Head;
import org.yangguang.audit.Recorded;

/** The chain in the database. */
@Repository
public class EntryTable {

    /** Entries that travel in one statement. */
    private static final int CHUNK = 5_000;

    private static final int FETCH = 2_000;

    private static final String COLUMNS =
            "select seq, at, actor, action, subject, before_hash, after_hash, prev_hash, hash from audit.entry";

    private final JdbcOperations jdbc;

    EntryTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other program is between its entries and its commit, and keeps others from it until this commit. */
    Head lockHead() {
        return head("select seq, hash from audit.head for update");
    }

    public Head head() {
        return head("select seq, hash from audit.head");
    }

    /** What was done in the entries after one number up to another, by number. */
    public Map<Long, Recorded.Deed> deeds(long after, long to) {
        Map<Long, Recorded.Deed> deeds = new TreeMap<>();
        jdbc.query(
                "select seq, action, subject from audit.entry where seq > ? and seq <= ?",
                row -> {
                    deeds.put(row.getLong(1), new Recorded.Deed(row.getString(2), row.getString(3)));
                },
                after,
                to);
        return deeds;
    }

    private Head head(String sql) {
        List<Head> heads = jdbc.query(sql, (row, number) -> new Head(row.getLong(1), hex(row.getBytes(2))));
        if (heads.size() != 1) {
            throw new IllegalStateException("the head of the audit chain is lost");
        }
        return heads.get(0);
    }

    /**
     * Appends entries and moves the head to the last of them.
     *
     * @param start where the head is believed to be
     * @param unflushed whether the commit shall not wait for the disk
     * @return false, and nothing is written, when the head is not at {@code start}
     */
    boolean append(Head start, List<AuditEntry> entries, boolean unflushed) {
        return Boolean.TRUE.equals(jdbc.execute((Connection connection) -> {
            Head head = start;
            for (int from = 0; from < entries.size(); from += CHUNK) {
                List<AuditEntry> chunk = entries.subList(from, Math.min(from + CHUNK, entries.size()));
                if (!append(connection, head, chunk, unflushed)) {
                    return false;
                }
                AuditEntry last = chunk.get(chunk.size() - 1);
                head = new Head(last.seq(), last.hash());
            }
            return true;
        }));
    }

    private static boolean append(Connection connection, Head head, List<AuditEntry> entries, boolean unflushed)
            throws SQLException {
        AuditEntry last = entries.get(entries.size() - 1);
        try (PreparedStatement statement = connection.prepareStatement("""
                        with moved as (
                            update audit.head set seq = ?, hash = ? where seq = ? and hash = ?
                            returning case when ? then set_config('synchronous_commit', 'off', true) end
                        )
                        insert into audit.entry (seq, at, actor, action, subject, before_hash, after_hash, prev_hash, hash)
                        select added.*
                        from moved, unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                           ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[]) added
                        """)) {
            statement.setLong(1, last.seq());
            statement.setBytes(2, bytes(last.hash()));
            statement.setLong(3, head.seq());
            statement.setBytes(4, bytes(head.hash()));
            statement.setBoolean(5, unflushed);
            statement.setArray(6, connection.createArrayOf("bigint", column(entries, AuditEntry::seq)));
            statement.setArray(7, connection.createArrayOf("timestamptz", column(entries, entry -> entry.at()
                    .toString())));
            statement.setArray(8, connection.createArrayOf("text", column(entries, AuditEntry::actor)));
            statement.setArray(9, connection.createArrayOf("text", column(entries, AuditEntry::action)));
            statement.setArray(10, connection.createArrayOf("text", column(entries, AuditEntry::subject)));
            statement.setArray(11, connection.createArrayOf("bytea", hashes(entries, AuditEntry::before)));
            statement.setArray(12, connection.createArrayOf("bytea", hashes(entries, AuditEntry::after)));
            statement.setArray(13, connection.createArrayOf("bytea", hashes(entries, AuditEntry::previous)));
            statement.setArray(14, connection.createArrayOf("bytea", hashes(entries, AuditEntry::hash)));
            return statement.executeUpdate() == entries.size();
        }
    }

    private static Object[] column(List<AuditEntry> entries, Function<AuditEntry, Object> part) {
        return entries.stream().map(part).toArray();
    }

    private static byte[][] hashes(List<AuditEntry> entries, Function<AuditEntry, @Nullable String> part) {
        byte[][] hashes = new byte[entries.size()][];
        for (int i = 0; i < hashes.length; i++) {
            String hash = part.apply(entries.get(i));
            hashes[i] = hash == null ? null : bytes(hash);
        }
        return hashes;
    }

    /** Gives the whole chain in order, in constant memory, until {@code reader} wants no more; needs a transaction. */
    public void stream(EntryReader reader) {
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " order by seq")) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next() && reader.next(entry(rows))) {
                        // the reader has it
                    }
                }
            }
            return true;
        });
    }

    /** The newest entries that {@code filter} lets through, newest first. */
    public List<AuditEntry> newest(AuditFilter filter, int limit) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(" where true");
        List<Object> parameters = new ArrayList<>();
        filter.conditions().forEach((condition, value) -> {
            sql.append(" and ").append(condition);
            parameters.add(value);
        });
        parameters.add(limit);
        return jdbc.query(
                sql.append(" order by seq desc limit ?").toString(), (row, number) -> entry(row), parameters.toArray());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                nullableHex(row.getBytes(6)),
                nullableHex(row.getBytes(7)),
                hex(row.getBytes(8)),
                hex(row.getBytes(9)));
    }

    private static @Nullable String nullableHex(byte @Nullable [] bytes) {
        return bytes == null ? null : hex(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Takes entries one by one. */
    @FunctionalInterface
    public interface EntryReader {

        /** @return whether there should be more */
        boolean next(AuditEntry entry);
    }
}
