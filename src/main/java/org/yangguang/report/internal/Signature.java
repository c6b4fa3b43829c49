package org.yangguang.report.internal;

import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of a signature, {@code signature.json}: what was signed, byte for byte, with the signature and the key that checks it. The same
 * can be checked with other tools: {@code signed} decoded is the file, {@code signature} decoded is SM2 with SM3 in DER, with the default
 * identity 1234567812345678.
 *
 * @param signed the manifest, base64
 * @param signature base64
 * @param publicKey X.509 of the public key, base64
 */
record Signature(String format, String algorithm, String signed, String signature, String publicKey) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Signature of(byte[] manifest, byte[] signature, byte[] publicKey) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Signature(
                Manifest.FORMAT,
                "SM2-SM3",
                base64.encodeToString(manifest),
                base64.encodeToString(signature),
                base64.encodeToString(publicKey));
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws JacksonException when the bytes are no such file */
    static Signature read(byte[] bytes) {
        return JSON.readValue(bytes, Signature.class);
    }

    byte[] manifest() {
        return Base64.getDecoder().decode(signed);
    }

    byte[] value() {
        return Base64.getDecoder().decode(signature);
    }

    byte[] key() {
        return Base64.getDecoder().decode(publicKey);
    }
}
