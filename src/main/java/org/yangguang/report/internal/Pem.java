package org.yangguang.report.internal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). */
final class Pem {

    private Pem() {}

    static String of(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }

    /** The first part with this label; empty when there is none. */
    static Optional<byte[]> read(String label, String text) {
        Matcher part = Pattern.compile(
                        "-----BEGIN " + label + "-----\\s+([A-Za-z0-9+/=\\s]+?)-----END " + label + "-----")
                .matcher(text);
        try {
            return part.find() ? Optional.of(Base64.getMimeDecoder().decode(part.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
