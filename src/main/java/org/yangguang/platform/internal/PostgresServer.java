package org.yangguang.platform.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.yangguang.platform.StartFailure;

/** One PostgreSQL server process with its data, from initialisation to stop. */
public final class PostgresServer {

    public static final String USER = "yangguang";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Stands between this program and the server: stops the server when this program's end of the pipe goes away, even by
     * kill -9, and runs in a session of its own, so that Ctrl-C reaches only this program.
     */
    private static final String COMPANION = """
            exec 3<&0
            "$@" 3<&- &
            server=$!
            (read -r line <&3; kill -INT $server) 2>/dev/null &
            reader=$!
            wait $server
            code=$?
            kill $reader 2>/dev/null
            exit $code
            """;

    private final @Nullable PostgresProgram program;
    private final Path data;
    private final Path passwordFile;
    private final Path logFile;
    private final boolean durable;
    private int port;
    private @Nullable Process companion;
    private volatile boolean stopping;

    public PostgresServer(PostgresProgram program, Path directory, boolean durable) {
        this(program, durable, directory);
    }

    private PostgresServer(@Nullable PostgresProgram program, boolean durable, Path directory) {
        this.program = program;
        this.data = directory.resolve("postgres");
        this.passwordFile = directory.resolve("postgres.password");
        this.logFile = directory.resolve("logs/postgres.log");
        this.durable = durable;
    }

    /** The server that another program runs on this directory. */
    public static PostgresServer running(Path directory) {
        PostgresServer server = new PostgresServer(null, true, directory);
        server.port = PostmasterFile.read(server.data)
                .filter(PostmasterFile::ready)
                .orElseThrow(() -> new StartFailure("Another program has the data directory " + directory
                        + " but runs no database there; stop it, or give its server with --jdbc."))
                .port();
        return server;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return PostmasterFile.read(data).map(PostmasterFile::pid).orElse(0L);
    }

    public String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new StartFailure("The password of the embedded database cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public void start() {
        try {
            stopLeftover();
            if (Files.exists(data)) {
                checkVersion();
            } else {
                initialise();
            }
            port = freePort();
            launch();
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "The database files may not be read or written by user " + System.getProperty("user.name") + ": "
                            + e.getFile() + ".",
                    e);
        } catch (IOException e) {
            throw new StartFailure("The embedded database cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start of the embedded database was interrupted.", e);
        }
    }

    /** A server of a program that was killed still runs: end it as Ctrl-C would, so that its data are whole. */
    private void stopLeftover() throws IOException, InterruptedException {
        Optional<ProcessHandle> leftover = PostmasterFile.read(data).flatMap(PostmasterFile::process);
        if (leftover.isPresent()) {
            log.warn(
                    "Stopping the database server {} that an earlier program left behind",
                    leftover.get().pid());
            interrupt(leftover.get());
        }
    }

    private void initialise() throws IOException, InterruptedException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
        Path half = data.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(half);
        List<String> command = new ArrayList<>(program()
                .command(
                        "initdb",
                        "-D",
                        half.toString(),
                        "-U",
                        USER,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--no-instructions"));
        if (!durable) {
            command.add("--no-sync");
        }
        PostgresProgram.Answer answer = PostgresProgram.run(command);
        if (answer.code() != 0) {
            throw new StartFailure("The database cannot be made under " + data + ": " + reason(answer.output()));
        }
        Files.move(half, data);
    }

    private void checkVersion() throws IOException, InterruptedException {
        String written = Files.readString(data.resolve("PG_VERSION")).strip();
        String brought = String.valueOf(program().majorVersion());
        if (!written.equals(brought)) {
            throw new StartFailure("The database under " + data + " was written by PostgreSQL " + written
                    + " and this program brings PostgreSQL " + brought
                    + "; see \"Upgrading\" in docs/operations.md, or choose another directory with --data.");
        }
    }

    private void launch() throws IOException, InterruptedException {
        Files.createDirectories(logFile.getParent());
        Files.deleteIfExists(logFile);
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", COMPANION, "postgres"));
        command.addAll(program().command("postgres", "-D", data.toString(), "-p", String.valueOf(port)));
        for (String setting : PostgresSettings.of(durable)) {
            command.add("-c");
            command.add(setting);
        }
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logFile.toFile())
                .start();
        companion = started;
        ProcessHandle server = awaitReady(started);
        server.onExit().thenRun(this::comeBack);
    }

    private ProcessHandle awaitReady(Process started) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            Optional<PostmasterFile> file = PostmasterFile.read(data).filter(each -> each.port() == port);
            if (file.isPresent() && file.get().ready() && file.get().process().isPresent()) {
                return file.get().process().get();
            }
            if (!started.isAlive()) {
                throw new StartFailure("The embedded database does not start: " + reason(Files.readString(logFile)));
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
        started.getOutputStream().close();
        throw new StartFailure("The embedded database was not ready within " + PATIENCE.toSeconds() + " seconds; see "
                + logFile + ".");
    }

    /** The server ended although nobody asked it to: start it again on the same port; the connection pool finds it there. */
    private void comeBack() {
        for (int attempt = 1; !stopping && attempt <= 30; attempt++) {
            try {
                closeCompanion();
                TimeUnit.SECONDS.sleep(1);
                if (stopping) {
                    return;
                }
                log.warn("The embedded database ended; starting it again (attempt {})", attempt);
                launch();
                return;
            } catch (IOException | StartFailure e) {
                log.error("The embedded database did not start again: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    public void stop() {
        stopping = true;
        if (program == null) {
            return;
        }
        try {
            closeCompanion();
            Optional<ProcessHandle> still = PostmasterFile.read(data).flatMap(PostmasterFile::process);
            if (still.isPresent()) {
                interrupt(still.get());
            }
        } catch (IOException e) {
            log.warn("The embedded database was not stopped cleanly: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeCompanion() throws IOException, InterruptedException {
        Process process = companion;
        if (process != null) {
            process.getOutputStream().close();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static void interrupt(ProcessHandle server) throws IOException, InterruptedException {
        PostgresProgram.run(List.of("kill", "-INT", String.valueOf(server.pid())));
        CompletableFuture<ProcessHandle> gone = server.onExit();
        try {
            gone.get(20, TimeUnit.SECONDS);
        } catch (Exception stubborn) {
            throw new StartFailure("The database server " + server.pid() + " does not stop; end it by hand.", stubborn);
        }
    }

    private PostgresProgram program() {
        return Objects.requireNonNull(program);
    }

    /** The line that says why, in the words of PostgreSQL or in clearer ones. */
    private static String reason(String output) {
        if (output.contains("No space left on device")) {
            return "the disk is full.";
        }
        if (output.contains("unshare") && output.contains("not permitted")) {
            return "this machine does not let root run it as another user; start the program as an ordinary user or use --jdbc.";
        }
        return output.lines()
                .filter(line -> line.matches(".*(FATAL|PANIC|error|could not|Permission denied).*"))
                .reduce((first, second) -> second)
                .orElse(output.isBlank() ? "it says nothing." : output.strip());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
