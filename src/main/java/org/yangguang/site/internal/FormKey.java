package org.yangguang.site.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs forms, with the same key on all nodes. */
@Component
public class FormKey {

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] key;

    FormKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 32 hexadecimal digits that only this installation can make. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the signature is that of the text; tells nothing by the time it takes. */
    public boolean signed(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** The key for signing the challenges. */
    public String secret() {
        return sign("proof of work");
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = jdbc.sql("select key from site.form_key")
                    .query(byte[].class)
                    .single();
            key = known;
        }
        return known;
    }
}
