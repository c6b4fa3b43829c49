package org.yangguang.intake.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.catalogue.IndexNumbers;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.BulkLoad.Fate;
import org.yangguang.disclosure.ItemId;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.ImportJob;
import org.yangguang.intake.ImportPlan;
import org.yangguang.search.SearchDocument;

/**
 * Writes rows, some hundred in a transaction: items, keys, old addresses, remarks, counts and audit entries, or nothing of them. Safe
 * to repeat, and while another import takes the same rows.
 */
@Component
class RowBatches {

    private static final int ATTEMPTS = 5;

    /** What of a batch the index must be given. */
    record Written(long batch, List<SearchDocument> documents) {}

    private final TakenTable taken;
    private final RemarkTable remarks;
    private final JobTable jobs;
    private final BulkLoad bulk;
    private final IndexNumbers numbers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RowBatches(
            TakenTable taken,
            RemarkTable remarks,
            JobTable jobs,
            BulkLoad bulk,
            IndexNumbers numbers,
            TransactionTemplate transaction,
            Clock clock) {
        this.taken = taken;
        this.remarks = remarks;
        this.jobs = jobs;
        this.bulk = bulk;
        this.numbers = numbers;
        this.transaction = transaction;
        this.clock = clock;
    }

    Written write(ImportJob job, List<Judged> rows, Trial trial) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status ->
                        job.plan().mode() == ImportPlan.Mode.LOAD ? load(job, rows) : tried(job, rows, trial)));
            } catch (ConcurrencyFailureException met) {
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private Written load(ImportJob job, List<Judged> rows) {
        ImportPlan plan = job.plan();
        long batch = taken.batch(job.id(), clock.instant());
        List<Judged> done = new ArrayList<>();
        Map<String, Judged> mine = new LinkedHashMap<>();
        long known = settle(job, rows, done, mine, list -> taken.claim(job, batch, list));
        List<Judged> items = List.copyOf(mine.values());
        BulkLoad.Batch result =
                bulk.take(job.actor(), items.stream().map(Judged::item).toList());
        Map<String, ItemId> given = new LinkedHashMap<>();
        Map<String, ItemId> addresses = new TreeMap<>();
        Map<String, Judged> addressed = new TreeMap<>();
        List<String> freed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Judged row = items.get(i);
            if (result.fates().get(i) instanceof Fate.Taken now) {
                given.put(row.key(), now.item());
                if (row.oldAddress() != null && addresses.putIfAbsent(row.oldAddress(), now.item()) == null) {
                    addressed.put(row.oldAddress(), row);
                }
                done.add(row);
            } else if (result.fates().get(i) instanceof Fate.Refused refused) {
                List<Reason> defects = defects(String.valueOf(row.item().indexNumber()));
                freed.add(row.key());
                done.add(row.refused(defects.isEmpty() ? refused.reasons() : defects));
            }
        }
        taken.free(plan, freed);
        taken.items(plan, given);
        Set<String> free = taken.addresses(addresses);
        addressed.forEach((address, row) -> {
            if (!free.contains(address)) {
                row.warnings().add(Reason.at("oldAddress", "intake.warning.oldAddressTaken", address));
            }
        });
        finish(job, rows.size(), known, done);
        return new Written(batch, result.documents());
    }

    /** A trial: what would be known, taken or refused; only the report is written. */
    private Written tried(ImportJob job, List<Judged> rows, Trial trial) {
        List<Judged> done = new ArrayList<>();
        Map<String, Judged> mine = new LinkedHashMap<>();
        long known = settle(job, rows, done, mine, list -> {
            Set<String> all = new HashSet<>(list.stream().map(Judged::key).toList());
            all.removeAll(taken.known(job.plan(), List.copyOf(all)).keySet());
            return all;
        });
        for (Judged row : mine.values()) {
            if (trial.differs(row)) {
                done.add(row.refused(Reason.of("intake.refused.keyTwice", row.key())));
            } else if (trial.saw(row)) {
                known++;
            } else {
                done.add(row.refused(againstNumber(row.item().indexNumber(), trial)));
            }
        }
        finish(job, rows.size(), known, done);
        return new Written(0, List.of());
    }

    private List<Reason> againstNumber(@Nullable String number, Trial trial) {
        if (number == null) {
            return List.of();
        }
        List<Reason> defects = defects(number);
        boolean free = defects.isEmpty() && !numbers.lookup(number).contains(number) && trial.free(number);
        return free || !defects.isEmpty()
                ? defects
                : List.of(Reason.at("indexNumber", "disclosure.invalid.indexNumberTaken", number));
    }

    private List<Reason> defects(String number) {
        return numbers.check(List.of(number)).values().stream()
                .flatMap(check -> check.defects().stream())
                .map(defect -> new Reason("indexNumber", defect.key(), defect.arguments()))
                .toList();
    }

    private interface Claim {
        Set<String> of(List<Judged> rows);
    }

    /**
     * Sorts out what cannot be taken and what was taken before.
     *
     * @param done receives what is refused
     * @param mine receives what is this batch's to take
     * @return how many were known
     */
    private long settle(ImportJob job, List<Judged> rows, List<Judged> done, Map<String, Judged> mine, Claim claim) {
        Map<String, Judged> wanted = new LinkedHashMap<>();
        List<Judged> again = new ArrayList<>();
        for (Judged row : rows) {
            if (!row.acceptable()) {
                done.add(row);
            } else if (wanted.putIfAbsent(row.key(), row) != null) {
                again.add(row);
            }
        }
        Set<String> claimed = claim.of(List.copyOf(wanted.values()));
        wanted.forEach((key, row) -> {
            if (claimed.contains(key)) {
                mine.put(key, row);
            } else {
                again.add(row);
            }
        });
        Map<String, TakenTable.Taken> before =
                taken.known(job.plan(), again.stream().map(Judged::key).toList());
        long known = 0;
        for (Judged row : again) {
            Judged first = mine.get(row.key());
            TakenTable.Taken then = before.get(row.key());
            String hash = first != null ? first.hash() : then == null ? "" : then.hash();
            if (hash.equals(row.hash())) {
                if (first == null && then != null && then.job() == job.id() && then.row() == row.number()) {
                    done.add(row); // taken by this very job before it was cut short
                } else {
                    known++;
                }
            } else {
                done.add(row.refused(Reason.of(
                        first != null || (then != null && then.job() == job.id())
                                ? "intake.refused.keyTwice"
                                : "intake.refused.changed",
                        row.key())));
            }
        }
        return known;
    }

    private void finish(ImportJob job, int read, long known, List<Judged> done) {
        remarks.add(job.id(), done);
        long refused = done.stream().filter(row -> !row.refusals().isEmpty()).count();
        jobs.advance(job.id(), read, done.size() - refused, known, refused);
    }
}
