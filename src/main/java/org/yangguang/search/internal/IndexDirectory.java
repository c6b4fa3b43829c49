package org.yangguang.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yangguang.search.SearchUnavailable;

/**
 * The directory {@code <data>/index}: one subdirectory per generation, the file {@code current} that names the whole one, and a lock
 * which the system drops when the process ends in whatever way.
 */
final class IndexDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexDirectory.class);

    private final Path root;
    private final FileChannel lockFile;

    private IndexDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws SearchUnavailable when another process has it */
    static IndexDirectory lock(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new SearchUnavailable("The index in " + root + " is in use by another process", null);
            }
            return new IndexDirectory(root, file);
        } catch (IOException e) {
            throw new SearchUnavailable("The index directory " + root + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /**
     * The whole generation of the present shape, opened; null when there is none or it cannot be opened.
     *
     * @throws SearchUnavailable when the thread was interrupted, which says nothing about the index
     */
    @Nullable
    Generation openCurrent() {
        Path pointer = root.resolve("current");
        try {
            if (!Files.exists(pointer)) {
                return null;
            }
            String name = Files.readString(pointer).strip();
            if (!name.startsWith(IndexShape.NAME + "-") || !Files.isDirectory(root.resolve(name))) {
                log.info("The index {} is not of the present shape {}", name, IndexShape.NAME);
                return null;
            }
            return openChecked(root.resolve(name));
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SearchUnavailable("The index was not opened: the thread was stopped", e);
            }
            log.warn("The index cannot be opened and will be built anew", e);
            return null;
        }
    }

    private static Generation openChecked(Path directory) {
        Generation generation = Generation.open(directory);
        try {
            generation.count();
            return generation;
        } catch (RuntimeException damaged) {
            generation.close();
            throw damaged;
        }
    }

    Generation openNew() {
        int number = 1;
        while (Files.exists(root.resolve(IndexShape.NAME + "-" + number))) {
            number++;
        }
        return Generation.open(root.resolve(IndexShape.NAME + "-" + number));
    }

    /** From now on, also after a restart, this is the whole one. */
    void makeCurrent(Generation generation) {
        try {
            Path next = root.resolve("current.next");
            Files.writeString(next, generation.directory().getFileName().toString());
            try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(next, root.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteAllBut(Generation kept) {
        try (Stream<Path> entries = Files.list(root)) {
            entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.equals(kept.directory()))
                    .forEach(IndexDirectory::delete);
        } catch (IOException e) {
            log.warn("Old generations of the index remain in {}", root, e);
        }
    }

    private static void delete(Path directory) {
        try {
            Generation.delete(directory);
        } catch (UncheckedIOException e) {
            log.warn("An old generation of the index remains: {}", directory, e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
