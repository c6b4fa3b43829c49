package org.yangguang.account.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yangguang.platform.PlatformProperties;

/**
 * Encrypts small secrets at rest with AES-256-GCM. The key is a file that only the program's user may read; it is made at the first
 * start, and whoever loses it loses what was encrypted. All nodes of an installation use the same file.
 */
@Component
public class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SecretBox(PlatformProperties platform, Environment environment) {
        String configured = environment.getProperty("yangguang.secret-key-file", "");
        this.file = configured.isBlank() ? platform.dataDir().resolve("secret.key") : Path.of(configured);
        this.key = new SecretKeySpec(existingOrNew(), "AES");
    }

    /** @param about what the secret belongs to; it can only be opened with the same words */
    public byte[] close(byte[] secret, String about) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, secret, about);
        return ByteBuffer.allocate(nonce.length + closed.length)
                .put(nonce)
                .put(closed)
                .array();
    }

    public byte[] open(byte[] closed, String about) {
        ByteBuffer buffer = ByteBuffer.wrap(closed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, about);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String about) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "A stored secret does not open with the key in " + file + "; is it the key it was closed with?",
                    wrong);
        }
    }

    private byte[] existingOrNew() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != KEY_BYTES) {
                throw new IllegalStateException(
                        "The key file " + file + " has " + bytes.length + " bytes and not " + KEY_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made", e);
        }
    }

    private void create() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Path draft = Files.createTempFile(directory, "secret", ".new");
        try {
            if (Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, bytes);
            // A link and not a move: of two programs that start at once, one makes the key and both use it.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // the other one's key is the key
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
