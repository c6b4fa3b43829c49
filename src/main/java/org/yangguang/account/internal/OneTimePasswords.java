package org.yangguang.account.internal;

import java.security.SecureRandom;

/** Passwords that are handed over and replaced at the first sign-in: sixteen letters in four groups. */
public final class OneTimePasswords {

    private OneTimePasswords() {}

    public static String next(SecureRandom random) {
        return RandomWords.grouped(random, 4);
    }
}
