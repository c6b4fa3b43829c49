package org.yangguang.file.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files by their hash, below {@code ab/cd/abcd…}. A file appears whole or not at all: it is written beside, forced to the disk and
 * then given its name.
 */
public class Folder implements Vault {

    private final Path root;

    public Folder(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public void put(String hash, byte[] content) throws FullDisk {
        put(hash, content.length, arriving -> write(arriving, content));
    }

    @Override
    public void put(String hash, Path content) throws FullDisk {
        try {
            put(hash, Files.size(content), arriving -> copy(content, arriving));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String hash, long size, Writing writing) throws FullDisk {
        Path place = place(hash);
        Path file = place.resolve(hash);
        Path arrivals = root.resolve("arriving");
        Path arriving = arrivals.resolve(hash + "-" + UUID.randomUUID());
        try {
            if (holds(file, size)) {
                return;
            }
            Files.createDirectories(arrivals);
            Files.createDirectories(place);
            try {
                writing.to(arriving);
                move(arriving, file);
            } finally {
                Files.deleteIfExists(arriving);
            }
            force(place);
        } catch (IOException e) {
            if (full(e, size)) {
                throw new FullDisk(e);
            }
            throw new UncheckedIOException("cannot write below " + root, e);
        }
    }

    /** One look: between two, another may take the file away. */
    private static boolean holds(Path file, long size) throws IOException {
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = source.size();
            for (long done = 0; done < size; ) {
                done += source.transferTo(done, size - done, channel);
            }
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String hash) {
        try {
            return Files.newInputStream(place(hash).resolve(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String hash) {
        try {
            Files.deleteIfExists(place(hash).resolve(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes and forces to the disk. */
    protected void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name last through a power failure; file systems that cannot open a directory do not need it. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notNeeded) {
            // such as on Windows
        }
    }

    private boolean full(IOException failure, long wanted) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("No space left") || said.contains("quota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(Files.createDirectories(root)).getUsableSpace() < wanted;
        } catch (IOException unknown) {
            return false;
        }
    }

    private Path place(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a hash");
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4));
    }
}
