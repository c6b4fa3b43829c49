package org.yangguang.keys;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.SealedColumns;
import org.yangguang.platform.SealedColumns.Column;
import org.yangguang.platform.SealedText;
import org.yangguang.platform.SealedText.Place;
import org.yangguang.platform.SealingKeys;

/**
 * Seals everything anew with a new key, while the site goes on serving. Each batch is a transaction of its own with an entry in the audit
 * chain; a run that was cut short is finished by the next one, which then makes no further key.
 */
@Service
public class KeyRotation {

    private static final int BATCH = 500;
    private static final Duration TAKEN_UP = Duration.ofHours(1);

    private final ObjectProvider<SealedColumns> modules;
    private final SealingKeys keys;
    private final SealedText sealed;
    private final BlindIndex index;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyRotation(
            ObjectProvider<SealedColumns> modules,
            SealingKeys keys,
            SealedText sealed,
            BlindIndex index,
            JdbcClient jdbc,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.modules = modules;
        this.keys = keys;
        this.sealed = sealed;
        this.index = index;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param key the key that seals now
     * @param finished whether it only finished a run that had been cut short
     * @param values how many values were sealed anew
     * @param unopenable places whose value does not open; they stay as they are
     */
    public record Done(int key, boolean finished, long values, List<String> unopenable) {}

    /** What became of a wish to take old keys away. */
    public enum Drop {
        DROPPED,
        /** Values still need one of them. */
        NEEDED,
        /** The newest key is so young that another node may not have taken it up. */
        TOO_EARLY
    }

    /** Adds a key, unless values under an older one are left from a run before, and seals everything with the newest. */
    public Done rotate(Consumer<String> told) {
        boolean finishing = keys.all().size() > 1 && remaining() > 0;
        if (!finishing) {
            SealingKeys.Key added = keys.add();
            transaction.executeWithoutResult(
                    status -> audit.record("sealing.key-added", "sealing.key:" + added.id(), null, null));
        }
        long values = 0;
        List<String> unopenable = new ArrayList<>();
        for (Column column : columns()) {
            long anew = sealAnew(column, unopenable);
            told.accept(column.name() + ": " + anew);
            values += anew;
        }
        return new Done(keys.newest().id(), finishing, values, List.copyOf(unopenable));
    }

    /** How many values are sealed with older keys. */
    public long remaining() {
        return columns().stream().mapToLong(this::count).sum();
    }

    /** Takes all keys but the newest out of the file, an hour at the earliest after it was made. */
    public Drop dropOld() {
        SealingKeys.Key newest = keys.newest();
        if (clock.instant().isBefore(newest.createdAt().plus(TAKEN_UP))) {
            return Drop.TOO_EARLY;
        }
        if (remaining() > 0) {
            return Drop.NEEDED;
        }
        keys.dropBefore(newest.id());
        transaction.executeWithoutResult(
                status -> audit.record("sealing.old-keys-dropped", "sealing.key:" + newest.id(), null, null));
        return Drop.DROPPED;
    }

    private long sealAnew(Column column, List<String> unopenable) {
        List<String> skipped = new ArrayList<>();
        long anew = 0;
        while (true) {
            Batch batch = Objects.requireNonNull(transaction.execute(status -> batch(column, skipped)));
            anew += batch.anew();
            skipped.addAll(batch.unopenable());
            if (batch.anew() + batch.unopenable().size() == 0) {
                skipped.forEach(key -> unopenable.add(new Place(column.name(), key).toString()));
                return anew;
            }
        }
    }

    private Batch batch(Column column, List<String> skipped) {
        List<Row> rows = jdbc.sql("""
                        select %1$s::text as key, %2$s as envelope from %3$s
                        where substring(%2$s for 5) <> :newest and %1$s::text <> all(:skipped)
                        order by %1$s limit :batch for update
                        """.formatted(column.key(), column.column(), column.table()))
                .param("newest", SealedText.beginning(keys.newest().id()))
                .param("skipped", skipped.toArray(String[]::new))
                .param("batch", BATCH)
                .query(Row.class)
                .list();
        List<String> unopenable = new ArrayList<>();
        for (Row row : rows) {
            try {
                write(column, row.key(), sealed.open(row.envelope(), new Place(column.name(), row.key())));
            } catch (SealedText.Unopenable broken) {
                unopenable.add(row.key());
            }
        }
        int anew = rows.size() - unopenable.size();
        if (anew > 0) {
            audit.record("sealing.sealed-anew", "sealing.column:" + column.name(), null, anew + " values");
        }
        return new Batch(anew, unopenable);
    }

    private void write(Column column, String key, String text) {
        String hashed = column.index() == null ? "" : ", " + column.index() + " = :hash";
        JdbcClient.StatementSpec update = jdbc.sql("update %s set %s = :envelope%s where %s::text = :key"
                        .formatted(column.table(), column.column(), hashed, column.key()))
                .param("envelope", sealed.seal(text, new Place(column.name(), key)))
                .param("key", key);
        if (column.index() != null) {
            update = update.param("hash", index.of(text, column.name()));
        }
        update.update();
    }

    private long count(Column column) {
        return jdbc.sql("select count(*) from %s where substring(%s for 5) <> :newest"
                        .formatted(column.table(), column.column()))
                .param("newest", SealedText.beginning(keys.newest().id()))
                .query(Long.class)
                .single();
    }

    private List<Column> columns() {
        return modules.stream().flatMap(module -> module.columns().stream()).toList();
    }

    private record Row(String key, byte[] envelope) {}

    private record Batch(int anew, List<String> unopenable) {}
}
