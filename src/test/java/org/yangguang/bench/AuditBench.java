package org.yangguang.bench;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.yangguang.Yangguang;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditLog;
import org.yangguang.audit.AuditTrail;
import org.yangguang.audit.Verdict;
import org.yangguang.audit.internal.ExportReader;

/**
 * What the audit chain costs: transactions with an entry on the chain against the same transactions with a plain insert of the same
 * columns, by one writer and by sixteen, on a database that waits for its disk; and how fast the chain is checked.
 */
public final class AuditBench {

    private static final int ROUNDS = 5;
    private static final long ROUND_MILLIS = 4_000;
    private static final int CHECKED = 300_000;
    private static final int BATCH = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final AuditLog log;

    private AuditBench(ConfigurableApplicationContext program) {
        jdbc = program.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
        trail = program.getBean(AuditTrail.class);
        log = program.getBean(AuditLog.class);
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("yangguang-bench");
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(Yangguang.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--yangguang.mode=command",
                        "--yangguang.data-dir=" + directory,
                        "--server.port=-1",
                        "--management.server.port=-1",
                        "--spring.main.lazy-initialization=true",
                        "--logging.threshold.console=OFF")) {
            new AuditBench(program).run(directory);
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private void run(Path directory) throws Exception {
        jdbc.sql("create schema bench").update();
        jdbc.sql("create table bench.work (id bigint generated always as identity primary key, title text not null)")
                .update();
        jdbc.sql("""
                        create table bench.plain (
                            seq bigint generated always as identity primary key, at timestamptz not null default now(),
                            actor text not null, action text not null, subject text not null,
                            before_hash bytea, after_hash bytea, prev_hash bytea, hash bytea)
                        """).update();
        jdbc.sql("create index on bench.plain (subject, seq)").update();
        jdbc.sql("create index on bench.plain (actor, seq)").update();
        for (int writers : new int[] {1, 16}) {
            compare(writers);
        }
        bulk();
        check(directory);
    }

    private void compare(int writers) throws Exception {
        perSecond(writers, this::plain);
        perSecond(writers, this::chained);
        double[] plain = new double[ROUNDS];
        double[] chained = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = perSecond(writers, this::plain);
            chained[round] = perSecond(writers, this::chained);
        }
        System.out.printf(
                "%2d writer(s): plain %,7.0f tx/s, chained %,7.0f tx/s, ratio %.2f%n",
                writers, median(plain), median(chained), median(chained) / median(plain));
    }

    private void plain() {
        transaction.executeWithoutResult(status -> {
            work();
            jdbc.sql("""
                            insert into bench.plain (actor, action, subject, before_hash, after_hash, prev_hash, hash)
                            values ('handler', 'edition.changed', 'disclosure.edition:4711',
                                    decode(repeat('ab', 32), 'hex'), decode(repeat('ab', 32), 'hex'),
                                    decode(repeat('ab', 32), 'hex'), decode(repeat('ab', 32), 'hex'))
                            """).update();
        });
    }

    private void chained() {
        transaction.executeWithoutResult(status -> {
            work();
            trail.record("handler", "edition.changed", "disclosure.edition:4711", "before", "after");
        });
    }

    private void work() {
        jdbc.sql("insert into bench.work (title) values (?)")
                .param("关于印发工作方案的通知")
                .update();
    }

    private static double perSecond(int writers, Runnable work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(writers);
        try {
            long start = System.nanoTime();
            long end = start + ROUND_MILLIS * 1_000_000;
            List<Callable<Long>> tasks = IntStream.range(0, writers)
                    .<Callable<Long>>mapToObj(writer -> () -> {
                        long done = 0;
                        for (; System.nanoTime() < end; done++) {
                            work.run();
                        }
                        return done;
                    })
                    .toList();
            long done = 0;
            for (Future<Long> task : workers.invokeAll(tasks)) {
                done += task.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            workers.shutdown();
        }
    }

    private void bulk() {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            acts.add(new Act("item.imported", "disclosure.item:" + i, null, "content of item " + i));
        }
        long start = System.nanoTime();
        for (int batch = 0; batch < CHECKED / BATCH; batch++) {
            transaction.executeWithoutResult(status -> trail.recordAll("bench", acts));
        }
        System.out.printf("in bulk: %,.0f entries/s chained%n", CHECKED * 1e9 / (System.nanoTime() - start));
    }

    private void check(Path directory) throws Exception {
        Path file = directory.resolve("export.jsonl");
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            Verdict.Intact database = (Verdict.Intact) log.verify(List.of());
            long checked = System.nanoTime();
            try (Writer target = Files.newBufferedWriter(file)) {
                log.export(target);
            }
            long exported = System.nanoTime();
            try (BufferedReader source = Files.newBufferedReader(file)) {
                ExportReader.verify(source, List.of());
            }
            long read = System.nanoTime();
            if (round == 1) {
                long entries = database.entries();
                System.out.printf(
                        "%,d entries: database checked %,.0f/s, exported %,.0f/s, export checked %,.0f/s%n",
                        entries,
                        entries * 1e9 / (checked - start),
                        entries * 1e9 / (exported - checked),
                        entries * 1e9 / (read - exported));
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
