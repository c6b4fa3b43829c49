package org.yangguang.report.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yangguang.platform.PlatformProperties;
import org.yangguang.platform.Sm3;
import org.yangguang.platform.StartFailure;

/**
 * The key with which frozen reports are signed, outside the database: {@code report-signing.pem} below the data directory, or the file that
 * {@code yangguang.report.signing-key} names. It is made when the first report is signed, readable by the program's user alone; all nodes
 * use the same one. A key of an authority is put there in its place.
 */
@Component
public class SigningKey {

    private static final String SECRET = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path file;

    SigningKey(PlatformProperties platform, Environment environment) {
        String path = environment.getProperty("yangguang.report.signing-key", "");
        file = path.isBlank() ? platform.dataDir().resolve("report-signing.pem") : Path.of(path);
    }

    byte[] sign(byte[] message) {
        return Sm2.sign(message, read().secret);
    }

    /** X.509. */
    byte[] publicKey() {
        return read().shown;
    }

    public String publicPem() {
        return Pem.of(PUBLIC, publicKey());
    }

    /** SM3 of the public key, by which people compare it. */
    public String fingerprint() {
        return Sm3.hex(publicKey());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Keys(PrivateKey secret, byte[] shown) {}

    private Keys read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            String text = Files.readString(file);
            byte[] secret = Pem.read(SECRET, text).orElseThrow(() -> wrong("holds no " + SECRET));
            byte[] shown = Pem.read(PUBLIC, text).orElseThrow(() -> wrong("holds no " + PUBLIC));
            PrivateKey key = Sm2.privateKey(secret);
            if (!Sm2.fits(key, shown)) {
                throw wrong("holds two keys that do not belong together");
            }
            return new Keys(key, shown);
        } catch (IOException e) {
            throw wrong("cannot be read: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw wrong("holds no key for SM2");
        }
    }

    private void make() throws IOException {
        KeyPair keys = Sm2.newKeys();
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "report-signing", ".new");
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    fresh,
                    Pem.of(SECRET, keys.getPrivate().getEncoded())
                            + Pem.of(PUBLIC, keys.getPublic().getEncoded()),
                    StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private StartFailure wrong(String what) {
        return new StartFailure("The key that signs reports, " + file + ", " + what
                + ". Put the file of a backup back, or name another one with yangguang.report.signing-key.");
    }
}
