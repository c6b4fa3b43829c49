package org.yangguang.search.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings writing variants together: full-width and half-width forms, compatibility characters (NFKC), capitals, traditional and
 * simplified characters. A folded text has the length of the original, so that a place in one is the place in the other; what would
 * change its length stays as it is.
 */
final class Folding {

    private static final char[] FOLDED = table();

    private Folding() {}

    static char fold(char c) {
        return FOLDED[c];
    }

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDED[folded[i]];
        }
        return new String(folded);
    }

    /** Text without control characters and halves of surrogate pairs; each becomes a space. */
    static String clean(String text) {
        char[] clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                bad = false;
            } else {
                bad = Character.isSurrogate(c)
                        || Character.isISOControl(c) && c != '\n'
                        || c == '\uFFFE'
                        || c == '\uFFFF';
            }
            if (bad) {
                if (clean == null) {
                    clean = text.toCharArray();
                }
                clean[i] = ' ';
            }
        }
        return clean == null ? text : new String(clean);
    }

    /** At most {@code length} characters, never half of a surrogate pair. */
    static String limit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /**
     * What is the same in all spellings of a document number (文号) or index number (索引号): its letters and digits, without
     * brackets, spaces, dashes, 第 and 号. Empty when nothing is left.
     */
    static String numberKey(String number) {
        String plain = fold(Normalizer.normalize(limit(clean(number), 200), Normalizer.Form.NFKC));
        StringBuilder key = new StringBuilder();
        plain.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && c != '第' && c != '号')
                .map(Character::toLowerCase)
                .limit(100)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        Map<Character, Character> simplified = simplified();
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            boolean plain = c >= '\u3400' && c <= '\u9FFF' || c >= '\uAC00' && c <= '\uF8FF';
            char folded = plain ? c : folded(c);
            table[i] = simplified.getOrDefault(folded, folded);
        }
        return table;
    }

    /** Pairs of a traditional character and the simplified one, as the Unicode Consortium's ICU transliterates single characters. */
    private static Map<Character, Character> simplified() {
        String pairs = Table.read("simplified.txt").replace("\n", "");
        Map<Character, Character> simplified = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            simplified.put(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return simplified;
    }

    private static char folded(char c) {
        String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return Character.toLowerCase(normal.length() == 1 ? normal.charAt(0) : c);
    }
}
