package org.yangguang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yangguang.testing.YangguangTest;

/** The migrations of a module bear the dates of their own making, so that an installation may meet older ones after newer ones. */
@YangguangTest
class MigrationTests {

    private static final String COLUMNS = """
            select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type
              from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema', 'public', 'events')
             order by 1""";

    @Autowired
    Flyway flyway;

    @Autowired
    EmbeddedDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anInstallationTakesUpTheModulesInWhateverOrderTheyCame() throws Exception {
        List<String> known = new ArrayList<>();
        DataSource earlier = emptyDatabase("taken_up_in_another_order");
        for (String module : modules()) {
            known.add("classpath:db/migration/" + module);
            Flyway upgrade = Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(earlier)
                    .locations(known.toArray(String[]::new))
                    .load();
            upgrade.migrate();
            upgrade.validate();
        }

        assertThat(JdbcClient.create(earlier).sql(COLUMNS).query(String.class).list())
                .hasSizeGreaterThan(500)
                .isEqualTo(jdbc.sql(COLUMNS).query(String.class).list());
    }

    /** From the end of the alphabet, which is nearly the reverse of the order in which they depend on each other. */
    private static List<String> modules() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(MigrationTests.class.getResource("/db/migration"))
                .toURI());
        return Arrays.stream(Objects.requireNonNull(folder.toFile().listFiles(File::isDirectory)))
                .map(File::getName)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private DataSource emptyDatabase(String name) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.createStatement().execute("create database " + name);
        }
        return new DriverManagerDataSource(
                database.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                database.user(),
                database.password());
    }
}
