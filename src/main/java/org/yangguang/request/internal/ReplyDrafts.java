package org.yangguang.request.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.account.AccountId;
import org.yangguang.account.Officer;
import org.yangguang.platform.SealedText;
import org.yangguang.request.CaseId;
import org.yangguang.request.ReplyContent;

/** The tables {@code request.reply_draft} and {@code request.reply_writer}: what is being written, and by whom. */
@Repository
public class ReplyDrafts {

    private static final String COLUMN = "request.reply_draft.sealed";

    private final JdbcClient jdbc;
    private final SealedText sealing;
    private final CaseFiles files;

    ReplyDrafts(JdbcClient jdbc, SealedText sealing, CaseFiles files) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.files = files;
    }

    /** A draft as it was last saved. */
    public record Draft(ReplyContent content, int version, String savedByName, Instant savedAt) {}

    public Optional<Draft> find(CaseId id) {
        return jdbc.sql("""
                select sealed, version, saved_by_name, saved_at from request.reply_draft where application_id = ?""")
                .param(id.value())
                .query((row, n) -> new Draft(
                        Json.read(sealing.open(row.getBytes("sealed"), place(id)), ReplyContent.class),
                        row.getInt("version"),
                        row.getString("saved_by_name"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /**
     * @param version version that the writer had before them; 0 for the first
     * @return whether it was saved; false when somebody was quicker
     */
    public boolean save(CaseId id, int version, ReplyContent content, Officer by, Instant now) {
        byte[] sealed = sealing.seal(Json.write(content), place(id));
        boolean saved = jdbc.sql("""
                insert into request.reply_draft (application_id, sealed, version, saved_by, saved_by_name, saved_at)
                values (:id, :sealed, :version + 1, :by, :name, :now)
                on conflict (application_id) do update
                   set sealed = excluded.sealed, version = excluded.version, saved_by = excluded.saved_by,
                       saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at
                 where request.reply_draft.version = :version""")
                        .param("id", id.value())
                        .param("sealed", sealed)
                        .param("version", version)
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (saved) {
            files.use(id, content.files());
            jdbc.sql("""
                    insert into request.reply_writer (application_id, account_id) values (?, ?)
                    on conflict do nothing""").params(id.value(), by.id().value()).update();
        }
        return saved;
    }

    public Set<AccountId> writers(CaseId id) {
        return jdbc
                .sql("select account_id from request.reply_writer where application_id = ?")
                .param(id.value())
                .query((row, n) -> new AccountId(row.getLong(1)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SealedText.Place place(CaseId id) {
        return new SealedText.Place(COLUMN, id.value());
    }
}
