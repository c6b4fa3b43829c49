package org.yangguang.engagement.internal;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yangguang.platform.BlindIndex;
import org.yangguang.platform.Sm3;

/** Codes by which writers ask for the progress of their letters: twelve signs that nobody mistakes for one another; kept as an SM3 hash only. */
@Component
public final class LetterCodes {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private final BlindIndex keyed;
    private final SecureRandom random = new SecureRandom();

    LetterCodes(BlindIndex keyed) {
        this.keyed = keyed;
    }

    /** A new code, written in groups of four. */
    public String issue() {
        byte[] source = new byte[LENGTH];
        random.nextBytes(source);
        return written(source);
    }

    /** The code of the letter that was sent with this copy of a form: always the same, so that whoever sends it twice learns it twice. */
    public String of(String form) {
        return written(keyed.of(form, "engagement.query-code"));
    }

    /** What is kept of a code; case, blanks and hyphens do not matter. */
    public static String hash(String number, String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Sm3.hex("engagement.query-code:" + number + ":" + plain);
    }

    private static String written(byte[] source) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(Math.floorMod(source[i], SIGNS.length())));
        }
        return code.toString();
    }
}
