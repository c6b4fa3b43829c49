package org.yangguang.request.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.file.Carried;
import org.yangguang.file.Reason;
import org.yangguang.request.CaseId;

/** The table {@code request.reply_copy}. Names that a file carries are not kept, only how many: nobody erases them there before the case is erased. */
@Repository
class ReplyCopyTable {

    private final JdbcClient jdbc;

    ReplyCopyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param copy hash of the public copy; null when none can be made
     * @param refused why not
     */
    record Row(String original, @Nullable String copy, List<Carried> carried, List<Reason> refused) {}

    /** Those of the files that were tried, by the hash of the original. */
    Map<String, Row> find(CaseId id, Collection<String> originals) {
        return jdbc
                .sql("""
                        select original_hash, copy_hash, carried, refused from request.reply_copy
                         where application_id = ? and original_hash = any (?)""")
                .params(id.value(), originals.toArray(String[]::new))
                .query(ReplyCopyTable::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::original, Function.identity()));
    }

    /** A copy that is there stays. @return whether the row was written */
    boolean save(CaseId id, Row row, Instant now) {
        return jdbc.sql("""
                insert into request.reply_copy (application_id, original_hash, copy_hash, carried, refused, made_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (application_id, original_hash) do update
                   set copy_hash = excluded.copy_hash, carried = excluded.carried, refused = excluded.refused, made_at = excluded.made_at
                 where request.reply_copy.copy_hash is null""")
                        .params(
                                id.value(),
                                row.original(),
                                row.copy(),
                                row.carried().stream()
                                        .map(each -> each.what() + "\t" + each.count())
                                        .toArray(String[]::new),
                                row.refused().stream().map(ReplyCopyTable::line).toArray(String[]::new),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether the file is the original or the copy of a file of a reply, or a draft of one, in this case. */
    boolean includes(CaseId id, String hash) {
        return jdbc.sql("""
                select exists (select from request.reply_copy
                                where application_id = :id and (original_hash = :hash or copy_hash = :hash))""")
                .param("id", id.value())
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("original_hash"),
                row.getString("copy_hash"),
                lines(row.getArray("carried"))
                        .map(parts -> new Carried(Carried.What.valueOf(parts[0]), Integer.parseInt(parts[1]), ""))
                        .toList(),
                lines(row.getArray("refused"))
                        .map(parts ->
                                Reason.of(parts[0], Stream.of(parts).skip(1).toArray()))
                        .toList());
    }

    private static Stream<String[]> lines(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).map(line -> line.split("\t", -1));
    }

    private static String line(Reason reason) {
        return Stream.concat(
                        Stream.of(reason.key()), reason.arguments().stream().map(String::valueOf))
                .collect(Collectors.joining("\t"));
    }
}
