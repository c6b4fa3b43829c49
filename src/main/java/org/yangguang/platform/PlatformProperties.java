package org.yangguang.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program keeps its things and how it runs.
 *
 * @param dataDir directory of the embedded database, the index, the files and the logs
 * @param databaseUrl JDBC URL of a PostgreSQL server; without it the embedded one is used
 * @param databasePoolSize most connections that this node keeps
 * @param databaseBinaries where the embedded server's program files are unpacked to; null is below the data directory
 * @param databaseDurable false only for tests: the embedded server does not wait for the disk
 * @param mode what the program was started for
 * @param zone zone of every legal date
 */
@ConfigurationProperties("yangguang")
public record PlatformProperties(
        @DefaultValue("data") Path dataDir,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @DefaultValue("20") int databasePoolSize,
        @Nullable Path databaseBinaries,
        @DefaultValue("true") boolean databaseDurable,
        @DefaultValue("serve") Mode mode,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** A program that serves listens and works on jobs; one that runs a command does neither. */
    public enum Mode {
        SERVE,
        COMMAND
    }
}
