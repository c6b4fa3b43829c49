package org.yangguang.engagement.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.Officer;
import org.yangguang.engagement.LetterReply;
import org.yangguang.platform.SealedText;

/** The table {@code engagement.letter_reply}. */
@Repository
public class LetterReplies {

    static final String TABLE = "engagement.letter_reply";

    private final JdbcClient jdbc;
    private final SealedText sealing;

    LetterReplies(JdbcClient jdbc, SealedText sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    public LetterReply find(long letter) {
        return jdbc.sql("""
                select sealed, version, writers, saved_by, saved_at from engagement.letter_reply where letter_id = ?""")
                .param(letter)
                .query((row, number) -> new LetterReply(
                        sealing.open(row.getBytes("sealed"), place(letter)),
                        row.getInt("version"),
                        Set.of((Long[]) row.getArray("writers").getArray()),
                        row.getString("saved_by"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional()
                .orElse(LetterReply.NONE);
    }

    /**
     * @param version version that the writer had before them; 0 for the first
     * @return false when somebody was quicker
     */
    public boolean save(long letter, int version, String text, Officer by, Instant now) {
        return jdbc.sql("""
                insert into engagement.letter_reply (letter_id, sealed, version, writers, saved_by, saved_at)
                values (:id, :sealed, :version + 1, array[:by], :name, :now)
                on conflict (letter_id) do update
                   set sealed = excluded.sealed, version = excluded.version, saved_by = excluded.saved_by,
                       saved_at = excluded.saved_at,
                       writers = case when :by = any (engagement.letter_reply.writers) then engagement.letter_reply.writers
                                      else engagement.letter_reply.writers || :by end
                 where engagement.letter_reply.version = :version""")
                        .param("id", letter)
                        .param("sealed", sealing.seal(text, place(letter)))
                        .param("version", version)
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static SealedText.Place place(long letter) {
        return new SealedText.Place(TABLE + ".sealed", letter);
    }
}
