package org.yangguang.request.internal;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yangguang.platform.Sm3;

/**
 * Query codes: sixteen signs of which nobody mistakes one for another, 78 bits, so that guessing is hopeless; kept as an SM3 hash only.
 */
@Component
public final class QueryCodes {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    /** A new code, written in groups of four. */
    public String issue() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** What is kept of a code; case, blanks and hyphens do not matter. */
    public static String hash(String code) {
        return Sm3.hex("request.query-code:" + code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
