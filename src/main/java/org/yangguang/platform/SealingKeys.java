package org.yangguang.platform;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yangguang.platform.internal.KeyFile;

/**
 * The keys with which personal data is sealed, outside the database: {@code sealing.keys} below the data directory, or the file that
 * {@code yangguang.sealing.key-file} names. The file is made at the first start, readable by the program's user alone; all nodes of an
 * installation use the same one, and whoever loses it loses what was sealed.
 *
 * <p>The newest key seals, older ones still open. A key that another process adds is seen within a second.
 */
@Component
public final class SealingKeys {

    private static final long LOOK_EVERY = 1_000_000_000L;

    private final KeyFile file;
    private final Clock clock;
    private volatile Held held;

    @Autowired
    SealingKeys(PlatformProperties platform, Environment environment, Clock clock) {
        this(configured(platform, environment), clock);
    }

    /** Keys of the given file; it is made when it is not there. */
    public static SealingKeys in(Path file, Clock clock) {
        return new SealingKeys(file, clock);
    }

    private SealingKeys(Path path, Clock clock) {
        this.file = new KeyFile(path);
        this.clock = clock;
        file.createIfMissing(clock.instant());
        this.held = new Held(file.read(), file.changed(), System.nanoTime());
    }

    /**
     * One key.
     *
     * @param id stands before everything that was sealed with it; the first is 1
     * @param secret 32 bytes from which the keys of the ciphers are derived
     */
    public record Key(int id, Instant createdAt, byte[] secret) {

        /** A key of {@code bytes} bytes (32 at most) for one use, so that no two uses share one (HMAC-SM3). */
        byte[] derived(String use, int bytes) {
            byte[] all = hmac(secret, use.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(all, bytes);
        }

        @Override
        public String toString() {
            return "key " + id;
        }
    }

    private record Held(NavigableMap<Integer, Key> keys, FileTime changed, long lookedAt) {}

    /** The key that seals now. */
    public Key newest() {
        return current().lastEntry().getValue();
    }

    /** The key with this id, or null when the file does not hold it. */
    @Nullable
    Key find(int id) {
        Key known = current().get(id);
        return known != null ? known : reread().get(id);
    }

    /** All keys, oldest first. */
    public Collection<Key> all() {
        return current().values();
    }

    /** Adds a key, which seals from now on. */
    public synchronized Key add() {
        Key added = file.append(clock.instant());
        reread();
        return added;
    }

    /** Takes the keys before {@code oldest} out of the file. What is still sealed with one of them can never be opened again. */
    public synchronized void dropBefore(int oldest) {
        file.dropBefore(oldest);
        reread();
    }

    /** Where the keys are. */
    public Path file() {
        return file.path();
    }

    static byte[] hmac(byte[] key, byte[] message) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private NavigableMap<Integer, Key> current() {
        Held now = held;
        if (System.nanoTime() - now.lookedAt < LOOK_EVERY) {
            return now.keys;
        }
        if (file.changed().equals(now.changed)) {
            held = new Held(now.keys, now.changed, System.nanoTime());
            return now.keys;
        }
        return reread();
    }

    private NavigableMap<Integer, Key> reread() {
        FileTime changed = file.changed();
        Held read = new Held(file.read(), changed, System.nanoTime());
        held = read;
        return read.keys;
    }

    private static Path configured(PlatformProperties platform, Environment environment) {
        String path = environment.getProperty("yangguang.sealing.key-file", "");
        return path.isBlank() ? platform.dataDir().resolve("sealing.keys") : Path.of(path);
    }
}
