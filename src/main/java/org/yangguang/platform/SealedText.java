package org.yangguang.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data at rest with SM4 (GB/T 32907) in Galois/counter mode. What is sealed opens only in the place that it was
 * sealed for: a value moved to another record or column, changed by a bit, or sealed with a key that is not there, is refused.
 *
 * <p>The envelope is one byte of format, four of key id, twelve of random nonce, the text, and sixteen of authentication.
 *
 * <p>Safe for use by many threads.
 */
@Component
public final class SealedText {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    public SealedText(SealingKeys keys) {
        this.keys = keys;
    }

    /**
     * Where a sealed value belongs.
     *
     * @param column schema, table and column: {@code request.applicant.name}
     * @param record key of the row
     */
    public record Place(String column, String record) {

        public Place(String column, long record) {
            this(column, String.valueOf(record));
        }

        byte[] bytes() {
            return (column + "\n" + record).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return column + ":" + record;
        }
    }

    /** A value that does not open: it was changed, moved to another place, or its key is not there. */
    public static final class Unopenable extends RuntimeException {
        Unopenable(String message) {
            super(message);
        }
    }

    public byte[] seal(String text, Place place) {
        SealingKeys.Key key = keys.newest();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ByteBuffer head = head(key.id());
        try {
            byte[] closed = run(true, key, nonce, head.array(), place, text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + closed.length)
                    .put(head.array())
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Unopenable naming the place, never the content */
    public String open(byte[] sealed, Place place) {
        int id = keyOf(sealed, place);
        SealingKeys.Key key = keys.find(id);
        if (key == null) {
            throw new Unopenable(place + " is sealed with key " + id + ", which is not in " + keys.file()
                    + "; put the file of keys back from its copy.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] closed = new byte[sealed.length - HEAD_BYTES - NONCE_BYTES];
        ByteBuffer.wrap(sealed).position(HEAD_BYTES).get(nonce).get(closed);
        try {
            byte[] text = run(false, key, nonce, head(id).array(), place, closed);
            return new String(text, StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException wrong) {
            throw new Unopenable(place + " was changed after it was sealed, was sealed for another place, or key " + id
                    + " is another one than it was.");
        }
    }

    /** The same text, sealed with the newest key. */
    public byte[] sealAnew(byte[] sealed, Place place) {
        return seal(open(sealed, place), place);
    }

    /** Id of the key that {@code sealed} was sealed with. */
    public static int keyOf(byte[] sealed, Place place) {
        if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new Unopenable(place + " does not hold a sealed text.");
        }
        return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    /** How everything begins that was sealed with the key {@code id}. */
    public static byte[] beginning(int id) {
        return head(id).array();
    }

    private static ByteBuffer head(int id) {
        return ByteBuffer.allocate(HEAD_BYTES).put(FORMAT).putInt(id);
    }

    private static byte[] run(
            boolean sealing, SealingKeys.Key key, byte[] nonce, byte[] head, Place place, byte[] input)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(
                sealing,
                new AEADParameters(new KeyParameter(key.derived("sm4-gcm", 16)), TAG_BITS, nonce, place.bytes()));
        cipher.processAADBytes(head, 0, head.length);
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }
}
