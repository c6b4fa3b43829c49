package org.yangguang.account.internal;

import java.security.SecureRandom;

/** Random text that people copy by hand: no letter that is taken for another, in groups of four, almost five bits a letter. */
final class RandomWords {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private RandomWords() {}

    static String grouped(SecureRandom random, int groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
