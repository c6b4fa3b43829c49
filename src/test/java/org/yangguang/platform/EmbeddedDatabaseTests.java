package org.yangguang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yangguang.testing.Await;

class EmbeddedDatabaseTests {

    private static final Path BINARIES = Path.of("target/postgres-bin");

    @TempDir
    Path directory;

    @Test
    void dataSurviveAStopAndAStart() throws Exception {
        try (EmbeddedDatabase database = start()) {
            write(database, "kept");
        }
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase database = start()) {
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(directory.resolve("postgres.password").toFile().canExecute())
                    .isFalse();
        }
    }

    @Test
    void aServerThatWasKilledComesBackOnTheSamePortWithItsData() throws Exception {
        try (EmbeddedDatabase database = start()) {
            write(database, "kept");
            long first = database.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            Await.until(() -> database.pid() != first && readable(database));

            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void aServerThatAKilledProgramLeftBehindIsStoppedAndItsDataUsed() throws Exception {
        EmbeddedDatabase abandoned = start();
        write(abandoned, "kept");
        long orphan = abandoned.pid();
        ProcessHandle companion =
                ProcessHandle.of(orphan).orElseThrow().parent().orElseThrow();
        companion.children().filter(child -> child.pid() != orphan).forEach(ProcessHandle::destroyForcibly);
        companion.destroyForcibly();
        Await.until(() -> !companion.isAlive());
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedDatabase database = start()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(read(database)).isEqualTo("kept");
        } finally {
            abandoned.close();
        }
    }

    @Test
    void theServerStopsWhenItsProgramIsKilled() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = program.inputReader(StandardCharsets.UTF_8);
        String line = said.readLine();
        while (line != null && !line.startsWith("pid ")) {
            line = said.readLine();
        }
        assertThat(line).isNotNull();
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();
        assertThat(server.isAlive()).isTrue();

        program.destroyForcibly();

        Await.until(() -> !server.isAlive());
        try (EmbeddedDatabase database = start()) {
            assertThat(read(database)).isEqualTo("written before the kill");
        }
    }

    @Test
    void aDirectoryOfAnotherMajorVersionIsRefusedInOneSentence() throws IOException {
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "13\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL 13")
                .hasMessageContaining("docs/operations.md");
    }

    @Test
    void aBrokenDirectoryIsRefusedWithTheReasonOfTheServer() throws Exception {
        start().close();
        Files.delete(directory.resolve("postgres/global/pg_control"));

        assertThatThrownBy(this::start).isInstanceOf(StartFailure.class).hasMessageContaining("pg_control");
    }

    @Test
    void aDataDirectoryBelongsToOneProgram() {
        try (DataDirectory mine = DataDirectory.claim(directory)) {
            assertThat(mine.joined()).isFalse();
            assertThatThrownBy(() -> DataDirectory.claim(directory))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            assertThat(DataDirectory.claimOrJoin(directory).joined()).isTrue();
        }
        DataDirectory.claim(directory).close();
    }

    @Test
    void aFileInThePlaceOfTheDataDirectoryIsToldSo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.claim(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> DataDirectory.claim(file.resolve("below"))).isInstanceOf(StartFailure.class);
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(directory, BINARIES, true);
    }

    static void write(EmbeddedDatabase database, String word) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("create table word (text text)");
            statement.execute("insert into word values ('" + word + "')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                var rows = connection.createStatement().executeQuery("select text from word")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean readable(EmbeddedDatabase database) {
        try (Connection connection = connect(database)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** A program with a database, waiting to be killed. */
    static class Holder {

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), BINARIES, true);
            write(database, "written before the kill");
            System.out.println("pid " + database.pid());
            Thread.currentThread().join();
        }
    }
}
