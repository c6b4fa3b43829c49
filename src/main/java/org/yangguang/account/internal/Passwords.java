package org.yangguang.account.internal;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters that OWASP names (19 MiB, two passes, one lane). Only a few are computed at a time, so that a
 * flood of sign-ins waits instead of filling the memory.
 */
@Component
public class Passwords {

    /** Of a password that was thrown away, with the parameters below; making it anew at each start takes as long as a sign-in. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$hkQRVlwuhKbBqlVsSxeNdQ$H0ayB6L+bxmdPd2LNEx5AbCVSDjXmLoSTKRuqUxp1R8";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore lanes =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    public String hash(String password) {
        lanes.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            lanes.release();
        }
    }

    public boolean matches(String password, String hash) {
        lanes.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            lanes.release();
        }
    }

    /** Takes as long as a comparison with a real account's password and fails. */
    public void matchesNobody(String password) {
        matches(password, NOBODY);
    }
}
