package org.yangguang.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import org.yangguang.file.internal.FullDisk;
import org.yangguang.file.internal.Image;
import org.yangguang.file.internal.NotAnImage;
import org.yangguang.file.internal.Vault;
import org.yangguang.platform.Sm3;

/**
 * Content-addressed store of files: the same bytes are kept once, under their hash, until nobody who let them go refers to them any more ({@link
 * UnwantedFiles}).
 *
 * <p>Nothing here decides who may see a file; whoever refers to it does.
 */
@Service
public class FileStore {

    private static final Duration LATELY = UnwantedFiles.GRACE.dividedBy(4);

    private final Vault vault;
    private final FileProperties limits;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(Vault vault, FileProperties limits, JdbcClient jdbc, Clock clock) {
        this.vault = vault;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores an image; when it returns, the bytes are on the disk. A row that tells of it belongs to the running transaction, if any.
     *
     * @throws RefusedFile when it is not wholly a PNG, JPEG, GIF or WebP image by its content, is above the limits, or the disk is
     *     full
     * @throws UncheckedIOException when {@code content} cannot be read to its end
     */
    public StoredFile storeImage(InputStream content) {
        byte[] bytes = read(content);
        Image image = examine(bytes);
        StoredFile file = new StoredFile(Sm3.hex(bytes), image.type(), bytes.length);
        try {
            return kept(file, () -> vault.put(file.hash(), bytes));
        } catch (FullDisk e) {
            throw new RefusedFile("file.refused.full", e);
        }
    }

    /**
     * Keeps what has been examined before, or what the program made itself; nothing is examined here. Memory does not grow with its
     * size.
     *
     * @param content a file that stays where it is
     * @param type its media type
     * @throws RefusedFile when it is empty or the disk is full
     */
    public StoredFile keep(Path content, String type) {
        try (InputStream bytes = Files.newInputStream(content)) {
            if (Files.size(content) == 0) {
                throw new RefusedFile("file.refused.empty");
            }
            StoredFile file = new StoredFile(Sm3.hex(bytes), type, Files.size(content));
            return kept(file, () -> vault.put(file.hash(), content));
        } catch (FullDisk e) {
            throw new RefusedFile("file.refused.full", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Putting {
        void put() throws FullDisk;
    }

    /**
     * What is known already keeps the type by which it came. Between the first putting and the note the bytes may be taken away as unwanted; after the note they
     * are not, so that putting them again makes sure of them.
     */
    private StoredFile kept(StoredFile file, Putting bytes) throws FullDisk {
        bytes.put();
        Instant now = clock.instant();
        if (!noted(file, now) && !fresh(file, now) && !noted(file, now)) {
            throw new ConcurrencyFailureException("file " + file.hash() + " is kept and taken away at once");
        }
        bytes.put();
        return find(file.hash()).orElse(file);
    }

    private boolean noted(StoredFile file, Instant now) {
        return jdbc.sql("""
                        insert into file.file (hash, type, size, stored_at, kept_at) values (?, ?, ?, ?, ?)
                        on conflict (hash) do nothing""")
                        .params(file.hash(), file.type(), file.size(), Timestamp.from(now), Timestamp.from(now))
                        .update()
                > 0;
    }

    /** Whether it was kept so lately that nobody takes it away, or is from now on. Not written each time: many may keep the same file at once. */
    private boolean fresh(StoredFile file, Instant now) {
        boolean lately = jdbc.sql("select exists (select from file.file where hash = ? and kept_at > ?)")
                .params(file.hash(), Timestamp.from(now.minus(LATELY)))
                .query(Boolean.class)
                .single();
        return lately
                || jdbc.sql("update file.file set kept_at = greatest(kept_at, ?) where hash = ?")
                                .params(Timestamp.from(now), file.hash())
                                .update()
                        > 0;
    }

    /** The file with this hash; empty when there is none, and for anything that is not a hash. */
    public Optional<StoredFile> find(String hash) {
        return jdbc.sql("select hash, type, size from file.file where hash = ?")
                .param(hash)
                .query((row, number) -> new StoredFile(row.getString(1), row.getString(2), row.getLong(3)))
                .optional();
    }

    /** The bytes of {@code file}; the caller closes the stream. */
    public InputStream open(StoredFile file) {
        return vault.open(file.hash());
    }

    /** Does something with the bytes of {@code file} as a file; it is gone when this returns. */
    public <T> T with(StoredFile file, Function<Path, T> use) {
        try {
            Path content = Files.createTempFile("yangguang-file-", "");
            try (InputStream bytes = open(file)) {
                Files.copy(bytes, content, StandardCopyOption.REPLACE_EXISTING);
                return use.apply(content);
            } finally {
                Files.deleteIfExists(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a file that has a folder to itself. */
    @FunctionalInterface
    interface FolderWork<T> {
        T on(Path content) throws IOException;
    }

    /** As {@link #with}, with room for files that the work makes beside it; the folder is gone when this returns. */
    <T> T inFolder(StoredFile file, FolderWork<T> work) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("yangguang-file-");
            Path content = folder.resolve("content");
            try (InputStream bytes = open(file)) {
                Files.copy(bytes, content);
            }
            return work.on(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (folder != null) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        }
    }

    private byte[] read(InputStream content) {
        try {
            int limit = Math.toIntExact(limits.maxImageSize().toBytes());
            byte[] bytes = content.readNBytes(limit + 1);
            if (bytes.length == 0) {
                throw new RefusedFile("file.refused.empty");
            }
            if (bytes.length > limit) {
                throw new RefusedFile("file.refused.size");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private Image examine(byte[] bytes) {
        Image image;
        try {
            image = Image.examine(bytes);
        } catch (NotAnImage e) {
            throw new RefusedFile(
                    switch (e.flaw()) {
                        case OTHER_TYPE -> "file.refused.type";
                        case DAMAGED -> "file.refused.damaged";
                        case MIXED -> "file.refused.mixed";
                    },
                    e);
        }
        if ((long) image.width() * image.height() > limits.maxImagePixels()) {
            throw new RefusedFile("file.refused.dimensions");
        }
        return image;
    }
}
