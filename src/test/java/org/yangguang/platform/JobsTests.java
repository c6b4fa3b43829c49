package org.yangguang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class JobsTests {

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformProperties properties;

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ticks = new AtomicInteger();
    private final List<OneTimeJob> once = List.of(new OneTimeJob("test.note", done::add));

    @Test
    void whatIsAskedForInATransactionIsDoneOnceAndWhatIsRolledBackNever() throws InterruptedException {
        JobsConfiguration configuration = new JobsConfiguration();
        Jobs jobs = configuration.jobs(database, once);
        transaction.executeWithoutResult(status -> jobs.at(Instant.now(), "test.note", "kept"));
        transaction.executeWithoutResult(status -> {
            jobs.at(Instant.now(), "test.note", "rolled back");
            status.setRollbackOnly();
        });
        jobs.at(Instant.now(), "test.note", "forgotten");
        jobs.forget("test.note", "forgotten");
        jobs.at(Instant.now().plus(Duration.ofDays(9)), "test.note", "moved");
        jobs.at(Instant.now(), "test.note", "moved");
        jobs.at(Instant.now().plus(Duration.ofDays(9)), "test.note", "later");

        JobsConfiguration.JobRunner runner = configuration.jobRunner(
                database,
                once,
                List.of(RecurringJob.every(Duration.ofMillis(10), "test.tick", ticks::incrementAndGet)),
                properties);
        runner.start();
        try {
            Await.until(() -> done.size() >= 2 && ticks.get() >= 2);
        } finally {
            runner.stop();
        }

        assertThat(done).containsExactlyInAnyOrder("kept", "moved");
        jobs.forget("test.note", "later");
    }
}
