package org.yangguang.catalogue.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yangguang.catalogue.Reason;

/** Rules on the text of an index number, whatever its scheme. */
public final class NumberText {

    public static final int LONGEST = 64;

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212_]+");
    private static final Pattern SLASHES = Pattern.compile("[/\\\\\u2215\u2044]+");
    private static final Pattern OPENING = Pattern.compile("[\\[{\u3010\u3014\u3016]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}\u3011\u3015\u3017]");
    private static final Pattern HYPHENATED_ORGAN = Pattern.compile("^([0-9A-Z]{8})-([0-9A-Z])(?=/)");
    private static final Pattern ORGAN = Pattern.compile("^([0-9A-Z]{8})-?([0-9X])/.*");
    private static final Pattern NONE = Pattern.compile("(?i)(^|[^\\p{L}])(none|null|nan|undefined)([^\\p{L}]|$)");

    private NumberText() {}

    /**
     * The form under which numbers are looked up: one width, upper case, no spaces, one kind of bracket, hyphen and slash, the
     * hyphen of an organisation code dropped.
     */
    public static String normal(String number) {
        String text = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        text = text.replaceAll("[\\s\\p{Cf}]+", "");
        text = DASHES.matcher(text).replaceAll("-");
        text = SLASHES.matcher(text).replaceAll("/");
        text = OPENING.matcher(text).replaceAll("(");
        text = CLOSING.matcher(text).replaceAll(")");
        return HYPHENATED_ORGAN.matcher(text).replaceFirst("$1$2");
    }

    /** Why a foreign number cannot be taken; real sites print some that are no numbers at all. */
    public static List<Reason> defects(String number) {
        List<Reason> defects = new ArrayList<>();
        if (number.isBlank()) {
            defects.add(new Reason("catalogue.index.defect.blank"));
            return defects;
        }
        if (!number.equals(number.strip())) {
            defects.add(new Reason("catalogue.index.defect.spaces", number));
        }
        if (number.length() > LONGEST) {
            defects.add(new Reason("catalogue.index.defect.long", number, LONGEST));
        }
        if (number.chars().anyMatch(Character::isISOControl)) {
            defects.add(new Reason("catalogue.index.defect.control"));
        }
        if (normal(number).startsWith("/") || normal(number).startsWith("-")) {
            defects.add(new Reason("catalogue.index.defect.prefix", number));
        }
        if (NONE.matcher(number).find()) {
            defects.add(new Reason("catalogue.index.defect.none", number));
        }
        if (normal(number).chars().noneMatch(Character::isDigit)) {
            defects.add(new Reason("catalogue.index.defect.digits", number));
        }
        return defects;
    }

    /** The organisation code that a number begins with, when it begins with one. */
    public static Optional<String> organCode(String number) {
        Matcher match = ORGAN.matcher(normal(number));
        return match.matches() ? Optional.of(match.group(1) + match.group(2)) : Optional.empty();
    }

    /** Whether the ninth character of an organisation code is its check digit (GB 11714). */
    public static boolean checkDigitHolds(String code) {
        if (!code.matches("[0-9A-Z]{8}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int rest = 11 - sum % 11;
        char expected = rest == 10 ? 'X' : rest == 11 ? '0' : (char) ('0' + rest);
        return code.charAt(8) == expected;
    }
}
