package org.yangguang.file.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yangguang.file.VirusScan;

/** Finds the string by which virus scanners are tried (EICAR), wherever it stands in a file. */
public final class TestString implements VirusScan {

    /** In two parts, so that this program is not taken for a virus itself. */
    private static final byte[] SOUGHT = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    /** How much of the beginning is matched still when the next letter does not fit (Knuth, Morris, Pratt). */
    private static final int[] FALLBACK = fallback();

    private static int[] fallback() {
        int[] fallback = new int[SOUGHT.length];
        int matched = 0;
        for (int i = 1; i < SOUGHT.length; i++) {
            while (matched > 0 && SOUGHT[i] != SOUGHT[matched]) {
                matched = fallback[matched - 1];
            }
            matched += SOUGHT[i] == SOUGHT[matched] ? 1 : 0;
            fallback[i] = matched;
        }
        return fallback;
    }

    @Override
    public Optional<String> threatIn(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            int matched = 0;
            for (int next = content.read(); next >= 0; next = content.read()) {
                while (matched > 0 && next != SOUGHT[matched]) {
                    matched = FALLBACK[matched - 1];
                }
                matched += next == SOUGHT[matched] ? 1 : 0;
                if (matched == SOUGHT.length) {
                    return Optional.of("EICAR");
                }
            }
            return Optional.empty();
        }
    }
}
