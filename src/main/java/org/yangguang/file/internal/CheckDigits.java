package org.yangguang.file.internal;

/** The check characters of numbers that people carry; all take plain ASCII in a buffer. */
final class CheckDigits {

    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_VALUES = values(CREDIT_SIGNS);
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGAN_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final boolean[] PROVINCES = provinces();

    private CheckDigits() {}

    /** GB 11643-1999: province, day of birth between 1880 and 2039, ISO 7064 MOD 11-2. */
    static boolean citizen(byte[] number) {
        if (!citizenShaped(number)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            if (number[i] > '9') {
                return false;
            }
            sum += (number[i] - '0') * CITIZEN_WEIGHTS[i];
        }
        return CITIZEN_CHECKS.charAt(sum % 11) == number[17];
    }

    /** Province and day of birth stand where they should. */
    static boolean citizenShaped(byte[] number) {
        return province(number) && date(number, 6, 4);
    }

    /** The 15 digits of before: province and day of birth in the 20th century; nothing checks the rest. */
    static boolean oldCitizen(byte[] number) {
        return province(number) && date(number, 6, 2);
    }

    /** ISO/IEC 7812-1, Luhn. */
    static boolean luhn(byte[] number, int length) {
        int sum = 0;
        for (int i = length - 1, place = 0; i >= 0; i--, place++) {
            int digit = number[i] - '0';
            if (place % 2 == 1) {
                digit *= 2;
            }
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /** GB 32100-2015: registering department, kind, region and the check character over 31 signs. */
    static boolean creditCode(byte[] code) {
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            int value = code[i] >= 0 ? CREDIT_VALUES[code[i]] : -1;
            if (value < 0 || (i >= 2 && i < 8 && value > 9)) {
                return false;
            }
            sum += i < 17 ? value * CREDIT_WEIGHTS[i] : 0;
        }
        int check = (31 - sum % 31) % 31;
        return code[0] != '0' && code[1] != '0' && PROVINCES[pair(code, 2)] && CREDIT_VALUES[code[17]] == check;
    }

    /** GB 11714: the organisation code inside a credit code has a check character of its own. */
    static boolean organCode(byte[] code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            byte each = code[8 + i];
            sum += (each <= '9' ? each - '0' : each - 'A' + 10) * ORGAN_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
        return code[16] == expected;
    }

    private static boolean province(byte[] number) {
        return PROVINCES[pair(number, 0)];
    }

    private static boolean date(byte[] number, int at, int yearDigits) {
        int year = yearDigits == 4 ? pair(number, at) * 100 + pair(number, at + 2) : 1900 + pair(number, at);
        int month = pair(number, at + yearDigits);
        int day = pair(number, at + yearDigits + 2);
        if (year < 1880 || year > 2039 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        int longest =
                month == 2 ? (leap(year) ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return day <= longest;
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int pair(byte[] number, int at) {
        int pair = (number[at] - '0') * 10 + number[at + 1] - '0';
        return pair < 0 || pair > 99 ? 0 : pair;
    }

    private static int[] values(String signs) {
        int[] values = new int[128];
        java.util.Arrays.fill(values, -1);
        for (int i = 0; i < signs.length(); i++) {
            values[signs.charAt(i)] = i;
        }
        return values;
    }

    private static boolean[] provinces() {
        boolean[] known = new boolean[100];
        int[] codes = {
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83
        };
        for (int code : codes) {
            known[code] = true;
        }
        return known;
    }
}
