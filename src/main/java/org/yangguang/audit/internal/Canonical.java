package org.yangguang.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yangguang.platform.Sm3;

/**
 * The bytes of an entry that are hashed. Numbers have a fixed width, texts and hashes go behind their length, and what is absent is
 * marked as such: no two different entries have the same bytes.
 */
public final class Canonical {

    private static final byte[] FORMAT = "yangguang-audit-1".getBytes(StandardCharsets.US_ASCII);

    private Canonical() {}

    public static String hash(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            String previous) {
        return Sm3.hex(bytes(seq, at, actor, action, subject, before, after, previous));
    }

    static byte[] bytes(
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after,
            String previous) {
        byte[][] parts = {
            utf8(actor), utf8(action), utf8(subject), hash(before), hash(after), hash(previous),
        };
        int length = FORMAT.length + 2 * Long.BYTES;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).put(FORMAT).putLong(seq).putLong(micros(at));
        for (byte[] part : parts) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }

    /** What the database keeps of an instant. */
    public static Instant precise(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of 32 bytes, or of none for what is absent. */
    private static byte[] hash(@Nullable String hex) {
        return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
