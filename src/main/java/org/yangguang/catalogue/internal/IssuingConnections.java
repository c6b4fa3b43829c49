package org.yangguang.catalogue.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two connections that only issue index numbers. A caller holds a connection of the common pool while it asks for a number: were
 * the short transaction to take a second one from the same pool, as many callers as the pool has connections would wait for each
 * other for ever.
 */
@Component
public class IssuingConnections {

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    IssuingConnections(DataSource common) throws SQLException {
        HikariConfig config = new HikariConfig();
        common.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("index-numbers");
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(30_000);
        config.setMetricsTrackerFactory(null);
        this.pool = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T inOwnTransaction(Function<JdbcClient, T> work) {
        @Nullable T result = transactions.execute(status -> work.apply(jdbc));
        return java.util.Objects.requireNonNull(result);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
