package org.yangguang.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.internal.PostgresProgram;
import org.yangguang.platform.internal.PostgresServer;

/**
 * A PostgreSQL server that lives and dies with the program and keeps its data below the data directory. When the program is
 * killed the server notices and stops by itself; one that is still there at the next start is stopped first. It listens on
 * the loopback address only and asks for a password that is kept beside the data.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final PostgresServer server;

    private EmbeddedDatabase(PostgresServer server) {
        this.server = server;
    }

    /**
     * Starts the server; an empty directory is initialised first.
     *
     * @param binaries where the server's program files are unpacked to
     * @param durable false only for tests: faster, and lost when the machine stops
     * @throws StartFailure with the reason in one sentence
     */
    public static EmbeddedDatabase start(Path directory, @Nullable Path binaries, boolean durable) {
        PostgresProgram program =
                PostgresProgram.unpack(binaries == null ? directory.resolve("postgres-bin") : binaries);
        PostgresServer server = new PostgresServer(program, directory, durable);
        server.start();
        return new EmbeddedDatabase(server);
    }

    /** Uses the server of the program that serves from this directory. */
    public static EmbeddedDatabase join(Path directory) {
        return new EmbeddedDatabase(PostgresServer.running(directory));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }

    public String user() {
        return PostgresServer.USER;
    }

    public String password() {
        return server.password();
    }

    /** Process id of the server, for those who watch it. */
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.stop();
    }
}
