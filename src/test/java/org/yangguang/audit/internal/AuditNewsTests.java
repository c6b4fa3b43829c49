package org.yangguang.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.audit.Act;
import org.yangguang.audit.AuditNews;
import org.yangguang.audit.AuditTrail;
import org.yangguang.audit.Recorded;
import org.yangguang.testing.Await;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AuditNewsTests {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    AuditNews news;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DataSource database;

    @Autowired
    EntryTable table;

    @Autowired
    SharedFlush flush;

    private final Set<String> heard = new CopyOnWriteArraySet<>();

    private void listen() {
        ApplicationListener<PayloadApplicationEvent<Recorded>> listener =
                event -> heard.addAll(event.getPayload().actions());
        context.addApplicationListener(listener);
    }

    @Test
    void anActIsToldBeforeTheCallThatRecordedItReturns() {
        listen();
        transactions.executeWithoutResult(status -> {
            audit.record("news.here", "news:1", null, null);
            assertThat(heard).doesNotContain("news.here");
        });
        assertThat(heard).contains("news.here");
    }

    @Test
    void nothingIsToldOfWhatDidNotHappen() {
        listen();
        transactions.executeWithoutResult(status -> {
            audit.record("news.undone", "news:1", null, null);
            status.setRollbackOnly();
        });
        assertThat(heard).doesNotContain("news.undone");
    }

    @Test
    void whatAnotherNodeRecordsIsToldToo() {
        listen();
        JdbcTransactionManager elsewhere = new JdbcTransactionManager(database);
        ChainWriter other = new ChainWriter(table, flush, elsewhere);
        new TransactionTemplate(elsewhere)
                .executeWithoutResult(status -> other.gather(List.of(
                        Unchained.of(Instant.now(), "other", new Act("news.elsewhere", "news:2", null, null)))));

        long started = System.nanoTime();
        Await.until(() -> heard.contains("news.elsewhere"));
        assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
        Await.until(news::current);
    }
}
