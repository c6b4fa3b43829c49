package org.yangguang.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 hashes (GB/T 32905), 32 bytes each. */
public final class Sm3 {

    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    private Sm3() {}

    public static byte[] hash(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** 64 lower-case hexadecimal digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(hash(content));
    }

    /** The hash of what is left of {@code content}, as 64 lower-case hexadecimal digits; the stream is not closed. */
    public static String hex(InputStream content) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] part = new byte[65_536];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            digest.update(part, 0, read);
        }
        byte[] hash = new byte[BYTES];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** The hash of {@code text} in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
