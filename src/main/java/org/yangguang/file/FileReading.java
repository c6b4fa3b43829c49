package org.yangguang.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import org.yangguang.file.internal.copying.CopyProcess;
import org.yangguang.file.internal.copying.CopyProcess.Answer;
import org.yangguang.file.internal.copying.CopyProcess.Task;
import org.yangguang.file.internal.reading.ReaderProcess;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper JSON = JsonMapper.shared();

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

    /**
     * Copies, masks, blackens or looks through a file.
     *
     * @param target where to write what is made of it; it is to be used only when the answer says that something was made
     */
    Answer work(FileKind kind, Path file, Path target, Task task) {
        return inPlace(place -> {
            Path written = place.resolve("task");
            Path answer = place.resolve("answer");
            JSON.writeValue(written.toFile(), task);
            List<String> command = command(
                    CopyProcess.class,
                    limits.copyingMemory(),
                    place,
                    kind.name(),
                    file.toAbsolutePath().toString(),
                    target.toAbsolutePath().toString(),
                    written.toString(),
                    answer.toString());
            End end = run(command, place, limits.copyingTime());
            return switch (end) {
                case DONE -> JSON.readValue(answer.toFile(), Answer.class);
                case TOO_LONG -> Answer.refused(List.of(Reason.of("file.copy.tooLong")));
                case ENCRYPTED, DAMAGED -> Answer.refused(List.of(Reason.of("file.copy.failed")));
            };
        });
    }

    private interface Result<T> {
        T of(End end, Path written);
    }

    private <T> T run(String what, FileKind kind, Path file, Result<T> result, String... more) {
        return inPlace(place -> {
            Path target = place.resolve("written");
            Files.createFile(target);
            List<String> arguments = new ArrayList<>(
                    List.of(what, kind.name(), file.toAbsolutePath().toString(), target.toString()));
            arguments.addAll(List.of(more));
            List<String> command =
                    command(ReaderProcess.class, limits.memory(), place, arguments.toArray(String[]::new));
            return result.of(run(command, place, limits.time()), target);
        });
    }

    private interface PlacedWork<T> {
        T in(Path place) throws IOException;
    }

    /** Waits for its turn, and gives the work a folder that is gone afterwards. */
    private <T> T inPlace(PlacedWork<T> work) {
        processes.acquireUninterruptibly();
        Path place = null;
        try {
            place = Files.createTempDirectory("yangguang-reading-");
            return work.in(place);
        } catch (IOException e) {
            throw new UncheckedIOException("no process for reading can be started", e);
        } finally {
            processes.release();
            delete(place);
        }
    }

    private End run(List<String> command, Path place, Duration time) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(
                        new File("/dev/null").exists() ? new File("/dev/null") : new File("NUL")));
        builder.environment().clear();
        Process process = builder.start();
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
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

    private static List<String> command(Class<?> program, DataSize memory, Path place, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxMetaspaceSize=128m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + place,
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath()));
        if (packed()) {
            command.add("-Dloader.main=" + program.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(program.getName());
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where the classes of this program are, from whatever directory they are looked for: it may have been started by a relative path. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
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
