package org.yangguang.organ;

import java.util.regex.Pattern;

/** Codes of administrative regions: six digits by GB/T 2260, nine for towns and streets, twelve for villages and communities. */
final class RegionCode {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3}(\\d{3})?)?");

    private RegionCode() {}

    static boolean acceptable(String code) {
        return FORM.matcher(code).matches();
    }

    /** Whether {@code code} lies in the region {@code above} by its digits. */
    static boolean within(String code, String above) {
        return !code.equals(above) && code.startsWith(significant(above));
    }

    private static String significant(String code) {
        String digits = code;
        while (digits.length() <= 6 && digits.length() > 2 && digits.endsWith("00")) {
            digits = digits.substring(0, digits.length() - 2);
        }
        return digits;
    }
}
