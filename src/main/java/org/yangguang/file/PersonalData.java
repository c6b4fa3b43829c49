package org.yangguang.file;

import java.util.List;
import org.yangguang.file.internal.PersonalDataScan;

/**
 * Finds personal data that was written down by accident: what must not reach the public unless its publication is decided (Article 15
 * of the 2019 Regulations, Article 28 of the Personal Information Protection Law).
 *
 * <p>One pass over the text without backtracking over more than a line. Digits may be full-width, and a number may hold spaces,
 * hyphens or one line break. A number counts only when its own rules hold: check digit, date of birth, length, issuer, prefix. Document
 * numbers, amounts, dates and hashes are no findings.
 */
public final class PersonalData {

    private PersonalData() {}

    /** What was found, in the order of the text; no two overlap. */
    public static List<Sighting> in(CharSequence text) {
        return new PersonalDataScan(text).run();
    }

    /** The surest first: where a number can be read in two ways, it is the former. */
    public enum Kind {
        /** Citizen identification number of 18 characters (GB 11643-1999), its check character verified. */
        CITIZEN_ID(3, 4),
        /** Card of a bank: known issuer, length and Luhn's check digit (GB/T 17552, ISO/IEC 7812). */
        BANK_CARD(4, 4),
        /** Citizen identification number of 15 digits, issued until 1999; it has no check digit. */
        OLD_CITIZEN_ID(3, 3),
        /** Mobile telephone number of the mainland. */
        MOBILE(3, 4),
        /** Where somebody lives, down to the flat or the house. */
        HOME_ADDRESS(6, 0),
        /** Unified social credit code (GB 32100-2015); public for bodies, personal for nobody but worth a look. */
        CREDIT_CODE(4, 4),
        /** Landline number: usually an office. */
        LANDLINE(4, 2);

        private final int first;
        private final int last;

        Kind(int first, int last) {
            this.first = first;
            this.last = last;
        }

        /** Whether it may go out only after somebody said why; the others are shown as hints. */
        public boolean personal() {
            return this != CREDIT_CODE && this != LANDLINE;
        }
    }

    /** Something found at {@code [start, end)} of the text. */
    public record Sighting(Kind kind, int start, int end) {

        public String in(CharSequence text) {
            return text.subSequence(start, end).toString();
        }

        /** The number without what stands between its digits, digits in ASCII: the same number however it is written. */
        public String value(CharSequence text) {
            StringBuilder value = new StringBuilder();
            for (int at = start; at < end; at++) {
                char each = plain(text.charAt(at));
                if (kind == Kind.HOME_ADDRESS ? each > ' ' : letterOrDigit(each)) {
                    value.append(each);
                }
            }
            return value.toString();
        }

        /**
         * As it may be shown: {@code 320***********1234}. Of the same length as what was found, so that it can take its place sign by
         * sign.
         */
        public String masked(CharSequence text) {
            int signs = 0;
            for (int at = start; at < end; at++) {
                signs += covered(text.charAt(at)) ? 1 : 0;
            }
            int left = Math.min(kind.first, Math.max(0, signs - 4));
            int right = Math.max(left, signs - kind.last);
            StringBuilder masked = new StringBuilder();
            int number = 0;
            for (int at = start; at < end; at++) {
                char each = text.charAt(at);
                if (covered(each)) {
                    masked.append(number < left || number >= right ? each : '*');
                    number++;
                } else {
                    masked.append(each);
                }
            }
            return masked.toString();
        }

        private boolean covered(char each) {
            return kind == Kind.HOME_ADDRESS ? !Character.isWhitespace(each) : letterOrDigit(plain(each));
        }
    }

    private static boolean letterOrDigit(char each) {
        return (each >= '0' && each <= '9') || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
    }

    private static char plain(char each) {
        return each >= '！' && each <= '～' ? (char) (each - 0xFEE0) : each;
    }
}
