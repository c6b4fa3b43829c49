package org.yangguang.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.yangguang.platform.PlatformProperties.Mode;
import org.yangguang.platform.internal.ServerCheck;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformProperties.class)
@EnableAsync
class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(PlatformProperties properties) {
        return Clock.system(properties.zone());
    }

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(PlatformProperties properties) {
        return properties.mode() == Mode.COMMAND
                ? DataDirectory.claimOrJoin(properties.dataDir())
                : DataDirectory.claim(properties.dataDir());
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoServer.class)
    EmbeddedDatabase embeddedDatabase(PlatformProperties properties, DataDirectory directory) {
        return directory.joined()
                ? EmbeddedDatabase.join(directory.path())
                : EmbeddedDatabase.start(directory.path(), properties.databaseBinaries(), properties.databaseDurable());
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoServer.class)
    DataSource embeddedDataSource(EmbeddedDatabase database, PlatformProperties properties) {
        return pool(database.jdbcUrl(), database.user(), database.password(), properties);
    }

    @Bean(destroyMethod = "close")
    @Conditional(Server.class)
    DataSource serverDataSource(PlatformProperties properties) {
        String url = Objects.requireNonNull(properties.databaseUrl());
        ServerCheck.usable(url, properties.databaseUser(), properties.databasePassword());
        return pool(url, properties.databaseUser(), properties.databasePassword(), properties);
    }

    /** Asks only a few seconds for a connection, so that a stopped database is told to the reader soon; finds it again by itself. */
    private static HikariDataSource pool(
            String url, @Nullable String user, @Nullable String password, PlatformProperties properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(properties.databasePoolSize());
        pool.setMinimumIdle(Math.min(4, properties.databasePoolSize()));
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(2_000);
        pool.setKeepaliveTime(120_000);
        pool.addDataSourceProperty("ApplicationName", "yangguang");
        // The details of a refusal hold what was typed, and are not for logs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    /**
     * For work on whole files that takes seconds, such as reading and converting them: a few at a time, so that what follows a
     * publication never waits behind it. {@code @Async("fileWork")} names it.
     */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor fileWork() {
        ThreadPoolTaskExecutor few = new ThreadPoolTaskExecutor();
        few.setCorePoolSize(2);
        few.setThreadNamePrefix("file-work-");
        few.setDaemon(true);
        return few;
    }

    static class Server implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String url = context.getEnvironment().getProperty("yangguang.database-url");
            return url != null && !url.isBlank();
        }
    }

    static class NoServer extends Server {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
