package org.yangguang.report.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Signatures of GB/T 32918 (SM2) over SM3, with the default identity of the signer. */
final class Sm2 {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Sm2() {}

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(byte[] message, PrivateKey key) {
        try {
            Signature signer = signer();
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return false also for bytes that are no signature and no key at all */
    static boolean verifies(byte[] message, byte[] signature, byte[] publicKey) {
        try {
            Signature verifier = signer();
            verifier.initVerify(publicKey(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static PublicKey publicKey(byte[] x509) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", PROVIDER).generatePublic(new X509EncodedKeySpec(x509));
    }

    static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Whether the two keys belong together. */
    static boolean fits(PrivateKey key, byte[] publicKey) {
        byte[] probe = {1, 2, 3};
        return verifies(probe, sign(probe, key), publicKey);
    }

    private static Signature signer() throws GeneralSecurityException {
        return Signature.getInstance("SM3withSM2", PROVIDER);
    }
}
