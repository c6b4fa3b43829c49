package org.yangguang.intake.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.AuditTrail;
import org.yangguang.catalogue.Catalogue;
import org.yangguang.disclosure.BulkLoad;
import org.yangguang.disclosure.Reason;
import org.yangguang.intake.ImportJob;
import org.yangguang.organ.Organs;
import org.yangguang.search.SearchIndex;
import org.yangguang.search.SearchUnavailable;

/**
 * Carries an import out. While one batch is written, the next is read by as many threads as there are processors and the one before
 * goes into the index. A run that was cut short is begun again: what it took is known by its keys.
 *
 * <p>An advisory lock of the database keeps a job from being run twice at once; it goes with the connection, so a program that dies
 * leaves its job to the next.
 */
@Component
public class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final int LOCK = 0x1147A3E;
    private static final int MOST_ROWS = 1_000;
    private static final long MOST_WEIGHT = 4_000_000;

    private final JobTable jobs;
    private final TakenTable taken;
    private final RowBatches batches;
    private final RowSources sources;
    private final BulkLoad bulk;
    private final Organs organs;
    private final Catalogue catalogue;
    private final SearchIndex index;
    private final AuditTrail audit;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            JobTable jobs,
            TakenTable taken,
            RowBatches batches,
            RowSources sources,
            BulkLoad bulk,
            Organs organs,
            Catalogue catalogue,
            SearchIndex index,
            AuditTrail audit,
            DataSource database,
            TransactionTemplate transaction,
            Clock clock) {
        this.jobs = jobs;
        this.taken = taken;
        this.batches = batches;
        this.sources = sources;
        this.bulk = bulk;
        this.organs = organs;
        this.catalogue = catalogue;
        this.index = index;
        this.audit = audit;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs all jobs that wait, and those whose program ended. */
    public void runOpen() {
        jobs.open().forEach(id -> run(id, rows -> {}));
    }

    /**
     * Runs a job that waits or was cut short; does nothing when it is done or another program is at it.
     *
     * @param progress told how many rows are done with
     */
    public void run(long id, LongConsumer progress) {
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, "select pg_try_advisory_lock(?, ?)", id)) {
                return;
            }
            try {
                jobs.find(id).filter(ImportJob::open).ifPresent(job -> work(job, progress));
            } finally {
                lock(connection, "select pg_advisory_unlock(?, ?)", id);
            }
        } catch (SQLException e) {
            log.warn("import {} waits: the database does not answer", id);
        }
    }

    private static boolean lock(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCK);
            statement.setInt(2, Math.floorMod(id, Integer.MAX_VALUE));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void work(ImportJob job, LongConsumer progress) {
        try {
            try (RowSource source = sources.open(job)) {
                transaction.executeWithoutResult(status -> {
                    jobs.begin(job.id(), source.total());
                    record(job, "import.started");
                });
                new Pipeline(job, source, progress).run();
            }
            end(job, null);
        } catch (UnreadableSource unreadable) {
            end(job, unreadable.reason());
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | CannotCreateTransactionException waiting) {
            log.warn("import {} was interrupted and goes on later: {}", job.id(), waiting.getMessage());
        } catch (RuntimeException e) {
            log.error("import {} failed", job.id(), e);
            end(job, Reason.of("intake.failed"));
        }
    }

    private void end(ImportJob job, @Nullable Reason failure) {
        transaction.executeWithoutResult(status -> {
            jobs.end(job.id(), failure, clock.instant());
            record(job, failure == null ? "import.ended" : "import.failed");
        });
    }

    private void record(ImportJob job, String action) {
        audit.record(
                job.actor(), action, "intake.job:" + job.id(), null, job.plan().toString());
    }

    /** Gives the index what a batch brought, after its transaction; what could not be given is left to {@link IndexRest}. */
    private final class Pipeline {

        private final ImportJob job;
        private final RowSource source;
        private final LongConsumer progress;
        private final Judging judging;
        private final Trial trial = new Trial();
        private CompletableFuture<Void> indexing = CompletableFuture.completedFuture(null);
        private volatile boolean indexAway;
        private long read;

        Pipeline(ImportJob job, RowSource source, LongConsumer progress) {
            this.job = job;
            this.source = source;
            this.progress = progress;
            this.judging = new Judging(job.plan(), bulk, organs, catalogue, clock);
        }

        void run() {
            ExecutorService readers =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            ExecutorService indexer = Executors.newSingleThreadExecutor();
            try {
                List<CompletableFuture<Judged>> ahead = ahead(readers);
                while (!ahead.isEmpty()) {
                    List<Judged> rows =
                            ahead.stream().map(CompletableFuture::join).toList();
                    ahead = ahead(readers);
                    RowBatches.Written written = batches.write(job, rows, trial);
                    indexing.join();
                    indexing = CompletableFuture.runAsync(() -> index(written), indexer);
                    read += rows.size();
                    progress.accept(read);
                }
                indexing.join();
            } catch (java.util.concurrent.CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            } finally {
                readers.shutdownNow();
                indexer.shutdown();
            }
        }

        private List<CompletableFuture<Judged>> ahead(ExecutorService readers) {
            List<CompletableFuture<Judged>> rows = new ArrayList<>();
            long weight = 0;
            while (rows.size() < MOST_ROWS && weight < MOST_WEIGHT) {
                RowSource.Pending pending = source.next();
                if (pending == null) {
                    break;
                }
                weight += pending.weight();
                rows.add(CompletableFuture.supplyAsync(
                        () -> judging.judge(pending.row().get()), readers));
            }
            return rows;
        }

        private void index(RowBatches.Written written) {
            if (written.batch() == 0 || indexAway) {
                return;
            }
            try {
                index.putAll(written.documents());
                taken.indexed(written.batch(), clock.instant());
            } catch (SearchUnavailable away) {
                indexAway = true;
            }
        }
    }
}
