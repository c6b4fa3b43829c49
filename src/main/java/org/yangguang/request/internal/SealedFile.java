package org.yangguang.request.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.io.CipherOutputStream;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Bytes sealed with a key of their own (SM4 in Galois/counter mode): whoever forgets the key has erased them. The nonce stands in front. */
final class SealedFile {

    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedFile() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    static void seal(Path open, Path sealed, byte[] key) throws IOException {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try (OutputStream out = Files.newOutputStream(sealed)) {
            out.write(nonce);
            try (InputStream in = Files.newInputStream(open);
                    CipherOutputStream closing = new CipherOutputStream(out, cipher(true, key, nonce))) {
                in.transferTo(closing);
            }
        }
    }

    /** @throws IOException at the end of the stream when a bit was changed */
    static InputStream open(InputStream sealed, byte[] key) throws IOException {
        byte[] nonce = sealed.readNBytes(NONCE);
        return new CipherInputStream(sealed, cipher(false, key, nonce));
    }

    private static GCMModeCipher cipher(boolean sealing, byte[] key, byte[] nonce) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
        return cipher;
    }
}
