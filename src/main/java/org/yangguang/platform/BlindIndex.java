package org.yangguang.platform;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Finds sealed values by equality: a keyed hash (HMAC-SM3) of 32 bytes beside the sealed value, which tells nobody without the keys what the
 * value is. Full-width signs, upper case and blanks make no difference. The same text in another column has another hash.
 *
 * <p>Equal values can be seen to be equal: use it only where somebody must search.
 */
@Component
public final class BlindIndex {

    private final SealingKeys keys;

    public BlindIndex(SealingKeys keys) {
        this.keys = keys;
    }

    /** What to store beside the sealed value. */
    public byte[] of(String text, String column) {
        return hash(keys.newest(), text, column);
    }

    /** What to search for: the hash under every key, the newest first, because not every row has been sealed anew yet. */
    public List<byte[]> candidates(String text, String column) {
        return keys.all().stream()
                .sorted((one, other) -> Integer.compare(other.id(), one.id()))
                .map(key -> hash(key, text, column))
                .toList();
    }

    private static byte[] hash(SealingKeys.Key key, String text, String column) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
        return SealingKeys.hmac(
                key.derived("blind-index " + column, Sm3.BYTES), plain.getBytes(StandardCharsets.UTF_8));
    }
}
