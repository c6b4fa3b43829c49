package org.yangguang.platform.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;
import org.yangguang.platform.StartFailure;

/**
 * The program files of PostgreSQL, unpacked from the class path once. PostgreSQL refuses to run as root; for root its programs
 * are run in a user namespace in which they are nobody in particular.
 */
public final class PostgresProgram {

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    public static PostgresProgram unpack(Path directory) {
        String resource = "/postgres-linux-" + architecture() + ".txz";
        URL archive = PostgresProgram.class.getResource(resource);
        if (archive == null) {
            throw new StartFailure("No embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; use a PostgreSQL server with --jdbc.");
        }
        try {
            Path home = directory
                    .toAbsolutePath()
                    .resolve(architecture() + "-" + archive.openConnection().getContentLengthLong());
            if (!Files.exists(home)) {
                Files.createDirectories(directory);
                Path half = Files.createTempDirectory(directory, "unpacking");
                unpack(archive, half);
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                try {
                    Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException unpackedByAnotherMeanwhile) {
                    FileSystemUtils.deleteRecursively(half);
                    if (!Files.exists(home)) {
                        throw unpackedByAnotherMeanwhile;
                    }
                }
            }
            return new PostgresProgram(home);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked to " + directory + ": " + e.getMessage() + ".", e);
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream files = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(files, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> "unknown";
        };
    }

    /** Major version, such as 18. */
    int majorVersion() throws IOException, InterruptedException {
        String answer = run(command("postgres", "--version")).output();
        return Integer.parseInt(answer.replaceAll("(?s)\\D*(\\d+).*", "$1"));
    }

    /** The command that runs {@code name}, as somebody else than root. */
    List<String> command(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(name).toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    record Answer(int code, String output) {}

    static Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
