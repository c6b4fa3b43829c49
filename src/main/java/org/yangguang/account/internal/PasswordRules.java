package org.yangguang.account.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yangguang.organ.Remark;

/** What a password that a person chooses must be: long, and not what everybody tries first. */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    private static final Set<String> TRIED_FIRST = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "password1234",
            "password12345",
            "passwordpassword",
            "qwertyuiop123",
            "qwertyuiop1234",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "admin123456789",
            "administrator",
            "woaini1314520",
            "zhengfuxinxi",
            "xinxigongkai");

    private PasswordRules() {}

    public static List<Remark> against(String password, String login) {
        List<Remark> reasons = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            reasons.add(Remark.of("account.refused.password-length", SHORTEST, LONGEST));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(login.toLowerCase(Locale.ROOT))) {
            reasons.add(Remark.of("account.refused.password-login"));
        }
        if (TRIED_FIRST.contains(lower) || password.codePoints().distinct().count() < 5) {
            reasons.add(Remark.of("account.refused.password-common"));
        }
        return reasons;
    }
}
