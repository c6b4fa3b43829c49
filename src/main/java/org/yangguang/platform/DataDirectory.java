package org.yangguang.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which the program keeps its database, index, files and logs. It belongs to one serving program at a time;
 * the operating system gives it free when that program ends, however it ends.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "program.lock";

    private final Path path;
    private final @Nullable FileChannel lock;

    private DataDirectory(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, making it when it is not there.
     *
     * @throws StartFailure when it cannot be written or another program has it
     */
    public static DataDirectory claim(Path directory) {
        FileChannel lock = lock(writable(directory));
        if (lock == null) {
            throw new StartFailure("The data directory " + directory.toAbsolutePath() + " is in use by process "
                    + owner(directory) + "; stop that program or choose another directory with --data.");
        }
        return new DataDirectory(directory.toAbsolutePath(), lock);
    }

    /** Takes the directory, or joins the program that has it. */
    public static DataDirectory claimOrJoin(Path directory) {
        return new DataDirectory(directory.toAbsolutePath(), lock(writable(directory)));
    }

    /** Makes sure that the directory is there and can be written. */
    public static Path writable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("The data directory " + directory.toAbsolutePath() + " is a file.", e);
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "The data directory " + directory.toAbsolutePath() + " cannot be made: " + e.getFile()
                            + " may not be written by user " + System.getProperty("user.name") + ".",
                    e);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + directory.toAbsolutePath() + " cannot be made: " + e.getMessage() + ".", e);
        }
        if (!Files.isWritable(directory)) {
            throw new StartFailure("The data directory " + directory.toAbsolutePath() + " may not be written by user "
                    + System.getProperty("user.name") + ".");
        }
        return directory;
    }

    private static @Nullable FileChannel lock(Path directory) {
        try {
            FileChannel channel = FileChannel.open(
                    directory.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock taken = tryLock(channel);
            if (taken == null) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + directory.toAbsolutePath() + " cannot be written: " + e.getMessage() + ".",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException takenByThisProcess) {
            return null;
        }
    }

    private static String owner(Path directory) {
        try {
            String pid = Files.readString(directory.resolve(LOCK)).strip();
            return pid.isEmpty() ? "(unknown)" : pid;
        } catch (IOException unreadable) {
            return "(unknown)";
        }
    }

    public Path path() {
        return path;
    }

    /** Whether another program serves from this directory: its database may be used, its index and files only read. */
    public boolean joined() {
        return lock == null;
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                // the lock goes with the process
            }
        }
    }
}
