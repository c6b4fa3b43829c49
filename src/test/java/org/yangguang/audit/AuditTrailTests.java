package org.yangguang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.platform.Sm3;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AuditTrailTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void anEntryTellsWhoDidWhatToWhichRecord() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("li.ming", null, List.of()));
        try {
            inTransaction().executeWithoutResult(status -> trail.record("test.changed", subject, "old", "new"));
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("li.ming");
            assertThat(entry.action()).isEqualTo("test.changed");
            assertThat(entry.before()).isEqualTo(Sm3.hex("old"));
            assertThat(entry.after()).isEqualTo(Sm3.hex("new"));
            assertThat(entry.hash()).isEqualTo(entry.computedHash());
        });
        assertIntact();
    }

    @Test
    void anEntryLastsExactlyWhenItsTransactionDoes() {
        inTransaction().executeWithoutResult(status -> {
            trail.record("test.undone", subject, null, null);
            status.setRollbackOnly();
        });
        assertThat(entries()).isEmpty();

        assertThatIllegalStateException().isThrownBy(() -> inTransaction().executeWithoutResult(status -> {
            trail.record("test.undone", subject, null, null);
            throw new IllegalStateException("the work failed");
        }));
        assertThat(entries()).isEmpty();
    }

    @Test
    void withoutATransactionOrInOneThatOnlyReadsNothingCanBeRecorded() {
        assertThatIllegalStateException().isThrownBy(() -> trail.record("test.done", subject, null, null));
        TransactionTemplate reading = inTransaction();
        reading.setReadOnly(true);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> reading.executeWithoutResult(status -> trail.record("test.done", subject, null, null)));
    }

    @Test
    void aTransactionWithinAnotherHasEntriesOfItsOwn() {
        inTransaction().executeWithoutResult(outer -> {
            trail.record("test.outer", subject, null, null);
            apart().executeWithoutResult(inner -> trail.record("test.inner", subject, null, null));
            assertThat(actions()).containsExactly("test.inner");
            trail.record("test.outer-again", subject, null, null);
            outer.setRollbackOnly();
        });
        assertThat(actions()).containsExactly("test.inner");
    }

    @Test
    void whatIsUndoneToASavepointIsNotRecorded() {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        inTransaction().executeWithoutResult(outer -> {
            nested.executeWithoutResult(first -> {
                trail.record("test.undone-first", subject, null, null);
                first.setRollbackOnly();
            });
            trail.record("test.kept", subject, null, null);
            nested.executeWithoutResult(second -> {
                trail.record("test.undone", subject, null, null);
                second.setRollbackOnly();
            });
            nested.executeWithoutResult(third -> trail.record("test.nested", subject, null, null));
        });
        assertThat(actions()).containsExactly("test.kept", "test.nested");
        assertIntact();
    }

    @Test
    void whatOthersRecordShortlyBeforeTheCommitIsRecordedToo() {
        inTransaction()
                .executeWithoutResult(status ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void beforeCommit(boolean readOnly) {
                                trail.record("test.before-commit", subject, null, null);
                            }

                            @Override
                            public void beforeCompletion() {
                                trail.record("test.before-completion", subject, null, null);
                            }

                            @Override
                            public void afterCommit() {
                                assertThatIllegalStateException()
                                        .isThrownBy(() -> trail.record("test.too-late", subject, null, null));
                            }
                        }));
        assertThat(actions()).containsExactly("test.before-commit", "test.before-completion");
        assertIntact();
    }

    @Test
    void readingPersonalDataIsAnEntryEvenWhereNothingIsWritten() {
        trail.recordReading(subject);
        TransactionTemplate reading = inTransaction();
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> trail.recordReading(subject));
        inTransaction().executeWithoutResult(status -> trail.recordReading(subject));

        assertThat(actions()).containsExactly(AuditTrail.READING, AuditTrail.READING, AuditTrail.READING);
    }

    @Test
    void thirtyThousandActsFitIntoOneTransaction() {
        List<Act> acts = IntStream.range(0, 30_000)
                .mapToObj(i -> new Act("test.imported", subject, null, "item " + i))
                .toList();
        inTransaction().executeWithoutResult(status -> trail.recordAll("test", acts));

        assertThat(jdbc.sql("select count(*) from audit.entry where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isEqualTo(30_000);
        assertIntact();
    }

    @Test
    void namesThatNoDatabaseCanHoldAreMadeFit() {
        inTransaction().executeWithoutResult(status -> {
            trail.record("a\u0000b\ud800c", "test.strange", subject, "\ud800", "𠮷㐂😀");
            trail.record("x".repeat(100_000), "test.long", subject, null, null);
        });
        assertThat(entries()).extracting(AuditEntry::actor).containsExactly("a\ufffdb\ufffdc", "x".repeat(300));
        assertIntact();
    }

    @Test
    void manyWritersAtOnceMakeOneChainWithoutForks() throws Exception {
        int threads = 16;
        int rounds = 200;
        AtomicInteger kept = new AtomicInteger();
        Head before = log.head();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> writers = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (int round = 0; round < rounds; round++) {
                            write(thread * 7 + round, kept);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> writer : workers.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            workers.shutdown();
        }

        assertThat(entries()).hasSize(kept.get());
        assertThat(log.verify(List.of(before))).isInstanceOfSatisfying(Verdict.Intact.class, intact -> assertThat(
                        intact.head().seq() - before.seq())
                .isGreaterThanOrEqualTo(kept.get()));
        assertThat(jdbc.sql("select count(*) from (select prev_hash from audit.entry group by 1 having count(*) > 1) x")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** One of: plain, several entries, one within another, undone, failed. */
    private void write(int kind, AtomicInteger kept) {
        switch (kind % 5) {
            case 0 -> {
                inTransaction().executeWithoutResult(status -> trail.record("test.one", subject, null, "x"));
                kept.incrementAndGet();
            }
            case 1 -> {
                inTransaction().executeWithoutResult(status -> {
                    trail.record("test.three", subject, null, null);
                    trail.recordAll("test", List.of(new Act("test.b", subject, null, null)));
                    trail.record("test.three", subject, "a", "b");
                });
                kept.addAndGet(3);
            }
            case 2 -> {
                inTransaction().executeWithoutResult(status -> {
                    trail.record("test.outer", subject, null, null);
                    if (kind % 2 == 0) {
                        apart().executeWithoutResult(inner -> trail.record("test.inner", subject, null, null));
                        kept.incrementAndGet();
                    }
                });
                kept.incrementAndGet();
            }
            case 3 ->
                inTransaction().executeWithoutResult(status -> {
                    trail.record("test.undone", subject, null, null);
                    status.setRollbackOnly();
                });
            default ->
                assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> inTransaction().executeWithoutResult(status -> {
                            trail.record("test.failed", subject, null, null);
                            jdbc.sql("select 1 / 0").query(Integer.class).single();
                        }));
        }
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsRecorded() {
        inTransaction().executeWithoutResult(status -> trail.record("test.done", subject, null, null));
        for (String attempt : List.of(
                "update audit.entry set actor = 'somebody else'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.head set seq = 1",
                "delete from audit.head",
                "truncate audit.head",
                "insert into audit.head (only_row, seq, hash) values (true, 0, decode(repeat('00', 32), 'hex'))")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("audit");
        }
        assertIntact();
    }

    private void assertIntact() {
        assertThat(log.verify(List.of())).isInstanceOf(Verdict.Intact.class);
    }

    private List<String> actions() {
        return entries().stream().map(AuditEntry::action).toList();
    }

    /** Those of this test, oldest first. */
    private List<AuditEntry> entries() {
        List<AuditEntry> newestFirst =
                new ArrayList<>(log.newest(new AuditFilter(null, null, subject, null, null, null), 100_000));
        java.util.Collections.reverse(newestFirst);
        return newestFirst;
    }

    private TransactionTemplate inTransaction() {
        return new TransactionTemplate(transactions);
    }

    private TransactionTemplate apart() {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }
}
