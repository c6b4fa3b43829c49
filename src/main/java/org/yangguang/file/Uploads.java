package org.yangguang.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.platform.PlatformProperties;

/**
 * Uploads that can be taken up again where they broke off: after a lost connection, a reload of the page, a restart of the server. Each
 * belongs to the officer who began it. What is not finished within a day is thrown away.
 *
 * <p>Pieces lie in the data directory of the node that received them; with several nodes that folder is shared, or a session stays with
 * its node.
 */
@Service
public class Uploads {

    /** What is unfinished for longer is thrown away. */
    public static final Duration KEPT = Duration.ofDays(1);

    /** @param received how much of {@code size} has come */
    public record Upload(UUID id, String purpose, String name, long size, long received) {

        public boolean whole() {
            return received == size;
        }
    }

    private static final int MOST_UNFINISHED = 20;

    private final JdbcClient jdbc;
    private final Path folder;
    private final AttachmentLimits limits;
    private final Clock clock;

    Uploads(JdbcClient jdbc, PlatformProperties platform, AttachmentLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.folder = platform.dataDir().resolve("uploads");
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins an upload, or gives the one that the same officer began for the same file.
     *
     * @param owner account of the officer
     * @throws RefusedFile when this officer has too many unfinished ones
     */
    @Transactional
    public Upload begin(long owner, String purpose, String name, long size) {
        Optional<Upload> known = jdbc.sql(SELECT + " where owner = ? and purpose = ? and name = ? and size = ?")
                .params(owner, purpose, name, size)
                .query(Uploads::upload)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        long unfinished = jdbc.sql("select count(*) from file.upload where owner = ?")
                .param(owner)
                .query(Long.class)
                .single();
        if (unfinished >= MOST_UNFINISHED) {
            throw new RefusedFile("file.refused.uploads");
        }
        jdbc.sql("""
                insert into file.upload (id, owner, purpose, name, size, touched_at) values (?, ?, ?, ?, ?, ?)
                on conflict (owner, purpose, name, size) do nothing""")
                .params(UUID.randomUUID(), owner, purpose, name, size, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql(SELECT + " where owner = ? and purpose = ? and name = ? and size = ?")
                .params(owner, purpose, name, size)
                .query(Uploads::upload)
                .single();
    }

    private static final String SELECT = "select id, purpose, name, size, received from file.upload";

    /** Empty when there is none, or it is another officer's. */
    public Optional<Upload> find(long owner, UUID id) {
        return jdbc.sql(SELECT + " where owner = ? and id = ?")
                .params(owner, id)
                .query(Uploads::upload)
                .optional();
    }

    public List<Upload> unfinished(long owner, String purpose) {
        return jdbc.sql(SELECT + " where owner = ? and purpose = ? order by touched_at")
                .params(owner, purpose)
                .query(Uploads::upload)
                .list();
    }

    /**
     * Adds the next piece. What arrives before a connection breaks is kept. When {@code offset} is not where the upload stands, or
     * another piece is just arriving, nothing is read: the answer tells where it stands.
     *
     * @throws RefusedFile when the disk is full
     */
    @Transactional
    public Optional<Upload> append(long owner, UUID id, long offset, InputStream piece) {
        Optional<Upload> found = jdbc.sql(SELECT + " where owner = ? and id = ? for update nowait")
                .params(owner, id)
                .query(Uploads::upload)
                .optional();
        if (found.isEmpty() || found.get().received() != offset) {
            return found;
        }
        Upload upload = found.get();
        long received = offset + write(upload, piece);
        jdbc.sql("update file.upload set received = ?, touched_at = ? where id = ?")
                .params(received, Timestamp.from(clock.instant()), id)
                .update();
        return find(owner, id);
    }

    private long write(Upload upload, InputStream piece) {
        long most = Math.min(limits.chunk().toBytes(), upload.size() - upload.received());
        long written = 0;
        try {
            Files.createDirectories(folder);
            try (FileChannel file =
                    FileChannel.open(content(upload), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.position(upload.received());
                byte[] part = new byte[65_536];
                while (written < most) {
                    int read = read(piece, part, (int) Math.min(part.length, most - written));
                    if (read < 0) {
                        break;
                    }
                    ByteBuffer bytes = ByteBuffer.wrap(part, 0, read);
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    written += read;
                }
                file.force(false);
            }
            return written;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw new RefusedFile("file.refused.full", e);
            }
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that breaks ends the piece; it does not undo it. */
    private static int read(InputStream piece, byte[] part, int most) {
        try {
            return piece.read(part, 0, most);
        } catch (EOFException brokenOff) {
            return -1;
        } catch (IOException brokenOff) {
            return -1;
        }
    }

    /** Where the bytes lie. */
    public Path content(Upload upload) {
        return folder.resolve(upload.id().toString());
    }

    /** Forgets an upload and its bytes: it has been taken in, or is not wanted. */
    @Transactional
    public void end(long owner, UUID id) {
        find(owner, id).ifPresent(this::discard);
    }

    /** Throws away what nobody went on with. */
    @Transactional
    public void discardOld() {
        jdbc.sql(SELECT + " where touched_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .query(Uploads::upload)
                .list()
                .forEach(this::discard);
    }

    private void discard(Upload upload) {
        jdbc.sql("delete from file.upload where id = ?").param(upload.id()).update();
        try {
            Files.deleteIfExists(content(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                row.getString("name"),
                row.getLong("size"),
                row.getLong("received"));
    }
}
