package org.yangguang.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yangguang.platform.SealingKeys.Key;
import org.yangguang.platform.StartFailure;

/** The file of keys: a line {@code id created secret} for each, oldest first. It is replaced as a whole, never half written. */
public final class KeyFile {

    private static final int SECRET_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    public KeyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    public void createIfMissing(Instant now) {
        if (Files.exists(path)) {
            return;
        }
        Path draft = draft(List.of(fresh(1, now)));
        try {
            // A link and not a move: of two programs that start at once, one makes the file and both use it.
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the other one's key is the key
        } catch (UnsupportedOperationException noLinks) {
            move(draft);
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            delete(draft);
        }
    }

    public Key append(Instant now) {
        NavigableMap<Integer, Key> keys = read();
        Key added = fresh(keys.lastKey() + 1, now);
        keys.put(added.id(), added);
        replace(keys);
        return added;
    }

    public void dropBefore(int oldest) {
        NavigableMap<Integer, Key> keys = read();
        if (!keys.containsKey(oldest)) {
            throw new IllegalArgumentException("there is no key " + oldest);
        }
        replace(new TreeMap<>(keys.tailMap(oldest, true)));
    }

    public NavigableMap<Integer, Key> read() {
        NavigableMap<Integer, Key> keys = new TreeMap<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            Key key = parse(number, line);
            if (!keys.isEmpty() && key.id() <= keys.lastKey()) {
                throw new StartFailure("The key file " + path + ", line " + number + ": the keys must ascend.");
            }
            keys.put(key.id(), key);
        }
        if (keys.isEmpty()) {
            throw new StartFailure("The key file " + path + " holds no key; put the right one back from its copy.");
        }
        return keys;
    }

    public FileTime changed() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Key parse(int number, String line) {
        String[] fields = line.strip().split(" ");
        try {
            byte[] secret = HEX.parseHex(fields[2]);
            if (fields.length != 3 || secret.length != SECRET_BYTES) {
                throw new IllegalArgumentException("not a key");
            }
            return new Key(Integer.parseInt(fields[0]), Instant.parse(fields[1]), secret);
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            // The cause may hold the secret: it is not passed on.
            throw new StartFailure("The key file " + path + ", line " + number
                    + " is not of the form \"number time secret\"; put the right file back from its copy.");
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path, StandardCharsets.US_ASCII).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Key fresh(int id, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Key(id, now, secret);
    }

    private void replace(NavigableMap<Integer, Key> keys) {
        FileTime before = changed();
        Path draft = draft(List.copyOf(keys.values()));
        try {
            if (!Files.getLastModifiedTime(draft).toInstant().isAfter(before.toInstant())) {
                Files.setLastModifiedTime(
                        draft, FileTime.from(before.toInstant().plusSeconds(1)));
            }
            move(draft);
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            delete(draft);
        }
    }

    private Path draft(List<Key> keys) {
        try {
            Path directory = path.getParent();
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "sealing", ".new");
            if (Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            List<String> lines = keys.stream()
                    .map(key -> key.id() + " " + key.createdAt() + " " + HEX.formatHex(key.secret()))
                    .toList();
            Files.write(draft, lines, StandardCharsets.US_ASCII);
            return draft;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void move(Path draft) {
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StartFailure unusable(IOException e) {
        return new StartFailure("The key file " + path + " cannot be read or written: " + e.getMessage() + ".", e);
    }
}
