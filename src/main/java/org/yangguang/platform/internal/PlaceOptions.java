package org.yangguang.platform.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the program finds its things; every command takes these. */
class PlaceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of database, index, files and logs (./data).")
    @Nullable
    Path data;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "JDBC URL of a PostgreSQL server to use instead of the embedded one; user and password come from"
                            + " YANGGUANG_DATABASE_USER and YANGGUANG_DATABASE_PASSWORD.")
    @Nullable
    String jdbc;

    @Option(names = "--debug", description = "Show where an error comes from.")
    boolean debug;

    /** The options as arguments that the application context understands. */
    List<String> properties() {
        List<String> properties = new ArrayList<>();
        if (data != null) {
            properties.add("--yangguang.data-dir=" + data);
        }
        if (jdbc != null) {
            properties.add("--yangguang.database-url=" + jdbc);
        }
        return properties;
    }
}
