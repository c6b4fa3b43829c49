package org.yangguang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.Verdict.Broken;
import org.yangguang.audit.Verdict.Fault;
import org.yangguang.testing.YangguangTest;

/** Somebody with all rights in the database switches the triggers off and tampers; what they do is undone after each test. */
@YangguangTest
class TamperingTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private Head start = Head.ORIGIN;
    private Head end = Head.ORIGIN;

    @BeforeEach
    void tenEntries() {
        start = log.head();
        List<Act> acts = Stream.generate(() -> new Act("test.done", "test:" + UUID.randomUUID(), "before", "after"))
                .limit(10)
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.recordAll("test", acts));
        end = log.head();
    }

    /** @param sql may name the entries by :n, counted from before the ten; @param entry the one of the ten that is found */
    record Tampering(String how, String sql, int entry, Fault fault) {
        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                new Tampering(
                        "actor changed",
                        "update audit.entry set actor = 'mallory' where seq = :n + 5",
                        5,
                        Fault.CHANGED),
                new Tampering(
                        "value hash removed",
                        "update audit.entry set before_hash = null where seq = :n + 5",
                        5,
                        Fault.CHANGED),
                new Tampering(
                        "time changed",
                        "update audit.entry set at = at + interval '1 microsecond' where seq = :n + 5",
                        5,
                        Fault.CHANGED),
                new Tampering(
                        "hash changed",
                        "update audit.entry set hash = decode(repeat('ab', 32), 'hex') where seq = :n + 5",
                        5,
                        Fault.CHANGED),
                new Tampering("entry deleted", "delete from audit.entry where seq = :n + 5", 5, Fault.MISSING),
                new Tampering("end deleted", "delete from audit.entry where seq > :n + 6", 7, Fault.CUT_OFF),
                new Tampering("numbers of two entries swapped", """
                        update audit.entry set seq = -seq where seq in (:n + 5, :n + 6);
                        update audit.entry set seq = :n + :n + 11 + seq where seq < 0
                        """, 5, Fault.CHANGED),
                new Tampering("entry put in, the others moved up", """
                        update audit.entry set seq = -seq - 1 where seq > :n + 5;
                        update audit.entry set seq = -seq where seq < 0;
                        insert into audit.entry
                        select seq + 1, at, 'mallory', action, subject, before_hash, after_hash, hash, hash
                        from audit.entry where seq = :n + 5
                        """, 6, Fault.CHANGED),
                new Tampering(
                        "second entry of a number",
                        "insert into audit.entry select * from audit.entry where seq = :n + 5",
                        5,
                        Fault.FORK),
                new Tampering("entry put in behind the head", """
                        insert into audit.entry
                        select seq + 1, at, actor, action, subject, before_hash, after_hash, hash, hash
                        from audit.entry where seq = :n + 10
                        """, 11, Fault.CHANGED),
                new Tampering("head set back", """
                        update audit.head set seq = entry.seq, hash = entry.hash
                        from audit.entry where entry.seq = :n + 4
                        """, 5, Fault.HEAD_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void theFirstBrokenEntryIsNamed(Tampering tampering) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            tamper(tampering.sql());
            assertThat(log.verify(List.of())).isInstanceOfSatisfying(Broken.class, broken -> {
                assertThat(broken.seq() - start.seq()).isEqualTo(tampering.entry());
                assertThat(broken.fault()).isEqualTo(tampering.fault());
            });
        });
        assertThat(log.verify(List.of(end))).isInstanceOf(Verdict.Intact.class);
    }

    @org.junit.jupiter.api.Test
    void anEndCutOffTogetherWithItsHeadIsFoundByAPlaceNotedDownOutside() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            tamper("""
                    delete from audit.entry where seq > :n + 6;
                    update audit.head set seq = entry.seq, hash = entry.hash
                    from audit.entry where entry.seq = :n + 6
                    """);
            assertThat(log.verify(List.of())).isInstanceOf(Verdict.Intact.class);
            assertThat(log.verify(List.of(end))).isEqualTo(new Broken(start.seq() + 7, Fault.CUT_OFF, start.seq() + 6));
        });
    }

    private void tamper(String sql) {
        jdbc.sql("alter table audit.entry disable trigger all").update();
        jdbc.sql("alter table audit.head disable trigger all").update();
        jdbc.sql("alter table audit.entry drop constraint entry_pkey").update();
        jdbc.sql("alter table audit.entry drop constraint entry_seq_check").update();
        for (String statement : sql.split(";")) {
            jdbc.sql(statement.replace(":n", Long.toString(start.seq()))).update();
        }
    }
}
