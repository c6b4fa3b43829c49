package org.yangguang.intake.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yangguang.disclosure.ItemId;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;

/** What was taken from where, the addresses it had there, and which of it the index still lacks. */
@Repository
public class TakenTable {

    /** A row as it was taken. */
    record Taken(String hash, long job, long row) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TakenTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    long batch(long job, Instant now) {
        return jdbc.sql("insert into intake.batch (job_id, at) values (?, ?) returning id")
                .params(job, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /**
     * Claims the keys of rows. Another import that claims one of them waits until this transaction is over and then does not get it.
     *
     * @param rows each with another key
     * @return the keys that nobody had
     */
    Set<String> claim(ImportJob job, long batch, List<Judged> rows) {
        ImportPlan plan = job.plan();
        return new HashSet<>(jdbc.sql("""
                insert into intake.taken (organ_id, source, key, row_hash, row_number, job_id, batch_id)
                select ?, ?, claimed.key, claimed.hash, claimed.row, ?, ?
                  from unnest(?, ?, ?) as claimed (key, hash, row) order by claimed.key
                on conflict do nothing returning key""")
                .params(
                        plan.organ().value(),
                        plan.source(),
                        job.id(),
                        batch,
                        rows.stream().map(Judged::key).toArray(String[]::new),
                        rows.stream().map(Judged::hash).toArray(String[]::new),
                        rows.stream().map(Judged::number).toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    Map<String, Taken> known(ImportPlan plan, List<String> keys) {
        Map<String, Taken> known = new HashMap<>();
        jdbc.sql("""
                select key, row_hash, job_id, row_number from intake.taken
                 where organ_id = ? and source = ? and key = any (?)""")
                .params(plan.organ().value(), plan.source(), keys.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("key"),
                            new Taken(row.getString("row_hash"), row.getLong("job_id"), row.getLong("row_number")));
                });
        return known;
    }

    void free(ImportPlan plan, List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("delete from intake.taken where organ_id = ? and source = ? and key = any (?)")
                    .params(plan.organ().value(), plan.source(), keys.toArray(String[]::new))
                    .update();
        }
    }

    void items(ImportPlan plan, Map<String, ItemId> items) {
        List<String> keys = new ArrayList<>(items.keySet());
        jdbc.sql("""
                update intake.taken t set item_id = given.item from unnest(?, ?) as given (key, item)
                 where t.organ_id = ? and t.source = ? and t.key = given.key""")
                .params(
                        keys.toArray(String[]::new),
                        keys.stream()
                                .map(key ->
                                        Objects.requireNonNull(items.get(key)).value())
                                .toArray(Long[]::new),
                        plan.organ().value(),
                        plan.source())
                .update();
    }

    /** @return the addresses that were free */
    Set<String> addresses(Map<String, ItemId> addresses) {
        List<String> sorted = addresses.keySet().stream().sorted().toList();
        return new HashSet<>(jdbc.sql("""
                insert into intake.old_address (address, item_id) select * from unnest(?, ?)
                on conflict do nothing returning address""")
                .params(
                        sorted.toArray(String[]::new),
                        sorted.stream()
                                .map(each -> Objects.requireNonNull(addresses.get(each))
                                        .value())
                                .toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    void indexed(long batch, Instant now) {
        template.update("update intake.batch set indexed_at = ? where id = ?", Timestamp.from(now), batch);
    }

    /** Batches that stand in the database since before {@code before} and not in the index, oldest first. */
    List<Long> unindexed(Instant before) {
        return jdbc.sql("select id from intake.batch where indexed_at is null and at < ? order by id limit 100")
                .param(Timestamp.from(before))
                .query(Long.class)
                .list();
    }

    List<ItemId> itemsOf(long batch) {
        return jdbc.sql("select item_id from intake.taken where batch_id = ? and item_id is not null")
                .param(batch)
                .query((row, number) -> new ItemId(row.getLong("item_id")))
                .list();
    }

    /** The item that stood under an address of a former site. */
    public java.util.Optional<ItemId> at(String address) {
        return jdbc.sql("select item_id from intake.old_address where address = ?")
                .param(address)
                .query((row, number) -> new ItemId(row.getLong("item_id")))
                .optional();
    }
}
