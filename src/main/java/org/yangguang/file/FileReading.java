package org.yangguang.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.yangguang.file.internal.reading.ReaderProcess;

/**
 * Reads files of unknown origin in processes of their own: whatever a file does to its reader, this program loses neither memory nor
 * time nor its database by it.
 */
@Service
public class FileReading {

    /** How a reading ended. */
    public enum End {
        DONE,
        /** It has a password. */
        ENCRYPTED,
        /** It cannot be read, or only with more memory than allowed. */
        DAMAGED,
        /** It took too long and was ended; what was written until then may be of use. */
        TOO_LONG
    }

    private final ReadingProperties limits;
    private final Semaphore processes;

    FileReading(ReadingProperties limits) {
        this.limits = limits;
        this.processes = new Semaphore(limits.processes(), true);
    }

    /** @param kind what it turned out to be */
    record Examined(End end, FileKind kind) {}

    /** Opens the file as its own program would. */
    Examined examine(FileKind kind, Path file) {
        return run("examine", kind, file, (end, written) -> {
            boolean old = end == End.DONE && kind != FileKind.PDF;
            return new Examined(end, old ? FileKind.valueOf(string(written)) : kind);
        });
    }

    /** The words in it, as many as a reader would search for; empty when none can be had. */
    public Optional<String> text(FileKind kind, Path file) {
        return run("text", kind, file, (end, written) -> {
            boolean some = end == End.DONE || end == End.TOO_LONG;
            return some ? Optional.of(string(written)) : Optional.empty();
        });
    }

    /** An office file as HTML that is safe to show; empty when it cannot be shown so. */
    public Optional<String> html(FileKind kind, Path file) {
        return run(
                "html",
                kind,
                file,
                (end, written) -> end == End.DONE ? Optional.of(string(written)) : Optional.empty());
    }

    /** How many pages a PDF has; empty when it cannot be read. */
    public Optional<Integer> pages(Path file) {
        return run(
                "examine",
                FileKind.PDF,
                file,
                (end, written) -> end == End.DONE ? Optional.of(Integer.valueOf(string(written))) : Optional.empty());
    }

    /** A page of a PDF, from 1, as a PNG; empty when there is none, or it cannot be drawn. */
    public Optional<byte[]> page(Path file, int number) {
        return run(
                "page",
                FileKind.PDF,
                file,
                (end, written) -> end == End.DONE ? Optional.of(bytes(written)) : Optional.empty(),
                Integer.toString(number));
    }

    private interface Result<T> {
        T of(End end, Path written);
    }

    private <T> T run(String what, FileKind kind, Path file, Result<T> result, String... more) {
        processes.acquireUninterruptibly();
        Path place = null;
        try {
            place = Files.createTempDirectory("yangguang-reading-");
            Path target = place.resolve("written");
            Files.createFile(target);
            return result.of(run(command(what, kind, file, target, place, more), place), target);
        } catch (IOException e) {
            throw new UncheckedIOException("no process for reading can be started", e);
        } finally {
            processes.release();
            delete(place);
        }
    }

    private End run(List<String> command, Path place) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(
                        new File("/dev/null").exists() ? new File("/dev/null") : new File("NUL")));
        builder.environment().clear();
        Process process = builder.start();
        try {
            if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                return End.TOO_LONG;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.TOO_LONG;
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return switch (process.exitValue()) {
            case ReaderProcess.DONE -> End.DONE;
            case ReaderProcess.ENCRYPTED -> End.ENCRYPTED;
            default -> End.DAMAGED;
        };
    }

    private List<String> command(String what, FileKind kind, Path file, Path target, Path place, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=128m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + place,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        if (packed()) {
            command.add("-Dloader.main=" + ReaderProcess.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(ReaderProcess.class.getName());
        }
        command.addAll(List.of(what, kind.name(), file.toAbsolutePath().toString(), target.toString()));
        command.addAll(List.of(more));
        return command;
    }

    /** Whether this program runs from its one jar, whose classes only its own loader finds. */
    private static boolean packed() {
        return FileReading.class.getClassLoader().getClass().getName().startsWith("org.springframework.boot.loader");
    }

    private static String string(Path written) {
        try {
            return Files.readString(written);
        } catch (IOException cut) {
            // a process that was ended may have left half a character
            return new String(bytes(written), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(Path written) {
        try {
            return Files.readAllBytes(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path place) {
        if (place == null) {
            return;
        }
        try {
            org.springframework.util.FileSystemUtils.deleteRecursively(place);
        } catch (IOException left) {
            // the system clears its temporary folder
        }
    }
}
