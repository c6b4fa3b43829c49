package org.yangguang.organ;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of an organ: nine characters of GB 11714 (written with or without the hyphen), eighteen of GB 32100, or one of the
 * site's own. A wrong check character is only a warning, because codes of old files carry such errors and must be kept.
 */
public final class OrganCode {

    private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final Pattern CREDIT = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern ANY = Pattern.compile("[0-9A-Z][0-9A-Z.\\-]{1,31}");
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private OrganCode() {}

    /** Upper case, and without the hyphen before the check character. */
    public static String normal(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        return code.matches("[0-9A-Z]{8}-[0-9X]") ? code.replace("-", "") : code;
    }

    public static boolean acceptable(String code) {
        return ANY.matcher(code).matches();
    }

    /** Empty when the check character is right or the code is the site's own. */
    public static List<Remark> warnings(String code) {
        if (ORGANISATION.matcher(code).matches()) {
            char expected = organisationCheck(code);
            return expected == code.charAt(8) ? List.of() : List.of(Remark.of("organ.warning.code-check", expected));
        }
        if (CREDIT.matcher(code).matches()) {
            char expected = creditCheck(code);
            return expected == code.charAt(17) ? List.of() : List.of(Remark.of("organ.warning.code-check", expected));
        }
        return List.of(Remark.of("organ.warning.code-own"));
    }

    private static char organisationCheck(String code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(code.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char creditCheck(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
