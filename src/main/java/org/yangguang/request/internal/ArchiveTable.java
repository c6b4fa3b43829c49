package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.platform.SealedText;
import org.yangguang.request.CaseId;

/** The table {@code request.archive}. */
@Repository
public class ArchiveTable {

    private static final String KEY = "request.archive.key";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    ArchiveTable(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /**
     * The file of a case as it was made last.
     *
     * @param version version of the case that it shows
     */
    public record Entry(String file, int papers, int version, Instant madeAt) {}

    /** Empty when it was not made, and when it was erased. */
    public Optional<Entry> find(CaseId id) {
        return jdbc.sql(
                        "select file, papers, version, made_at from request.archive where application_id = ? and key is not null")
                .param(id.value())
                .query((row, n) -> new Entry(
                        row.getString("file"),
                        row.getInt("papers"),
                        row.getInt("version"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    Optional<byte[]> key(CaseId id) {
        return jdbc.sql("select key from request.archive where application_id = ? and key is not null")
                .param(id.value())
                .query((row, n) -> HexFormat.of().parseHex(sealing.open(row.getBytes(1), place(id))))
                .optional();
    }

    void save(CaseId id, Entry entry, byte[] key, String by) {
        jdbc.sql("""
                insert into request.archive (application_id, file, key, papers, version, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (application_id) do update
                   set file = excluded.file, key = excluded.key, papers = excluded.papers, version = excluded.version,
                       made_at = excluded.made_at, made_by = excluded.made_by""")
                .params(
                        id.value(),
                        entry.file(),
                        sealing.seal(HexFormat.of().formatHex(key), place(id)),
                        entry.papers(),
                        entry.version(),
                        Timestamp.from(entry.madeAt()),
                        by)
                .update();
    }

    /** Closed cases that have no file, or one that does not show the last that happened. */
    List<CaseId> missing(int most) {
        return jdbc.sql("""
                select a.id from request.application a left join request.archive r on r.application_id = a.id
                 where a.closed_on is not null and a.erased_on is null and (r.version is null or r.version < a.version)
                 order by a.closed_on, a.id limit ?""")
                .param(most)
                .query((row, n) -> new CaseId(row.getLong(1)))
                .list();
    }

    private static SealedText.Place place(CaseId id) {
        return new SealedText.Place(KEY, id.value());
    }
}
