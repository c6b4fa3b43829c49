package org.yangguang.file;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.file.internal.Vault;

/**
 * Takes files away to which nobody refers any more, with their bytes, the words that were read of them and their previews. Each is an entry of the audit chain.
 *
 * <p>The same bytes may be kept by others, now or in this very moment. So all that refer to files are asked, under a lock of the file's row, and what was kept
 * within a day stays until the next time: whoever keeps a file notes that before referring to it.
 */
@Service
public class UnwantedFiles {

    /** How long a file that was kept can be without anybody who refers to it. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final int BATCH = 1_000;

    private final Vault vault;
    private final Previews previews;
    private final List<FileUses> uses;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnwantedFiles(
            Vault vault,
            Previews previews,
            List<FileUses> uses,
            JdbcClient jdbc,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.vault = vault;
        this.previews = previews;
        this.uses = uses;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Says, in the transaction in which it becomes so, that the caller does not refer to these files any more. */
    public void letGo(Collection<String> hashes) {
        for (String hash : hashes) {
            jdbc.sql("insert into file.unwanted (hash, since) values (?, ?) on conflict (hash) do nothing")
                    .params(hash, Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Takes away what can be, some at a time. @return how many files */
    public int takeAway() {
        Instant before = clock.instant().minus(GRACE);
        List<String> unwanted = jdbc.sql("""
                select u.hash from file.unwanted u left join file.file f on f.hash = u.hash
                 where f.hash is null or f.kept_at < ? order by u.since limit ?""")
                .params(Timestamp.from(before), BATCH)
                .query(String.class)
                .list();
        int gone = 0;
        for (String hash : unwanted) {
            gone += Objects.requireNonNull(transaction.execute(status -> takeAway(hash, before))) ? 1 : 0;
        }
        return gone;
    }

    private boolean takeAway(String hash, Instant before) {
        boolean stale = jdbc.sql("select kept_at < ? from file.file where hash = ? for update")
                .params(Timestamp.from(before), hash)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        boolean needed = uses.stream().anyMatch(each -> each.include(hash));
        if (stale && !needed) {
            jdbc.sql("delete from file.text where hash = ?").param(hash).update();
            jdbc.sql("delete from file.file where hash = ?").param(hash).update();
            previews.remove(hash);
            vault.remove(hash);
            audit.record("system", "file.removed", "file.file:" + hash, null, null);
        }
        if (stale || needed) {
            jdbc.sql("delete from file.unwanted where hash = ?").param(hash).update();
        }
        return stale && !needed;
    }
}
