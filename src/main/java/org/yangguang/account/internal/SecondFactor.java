package org.yangguang.account.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.AccountId;
import org.yangguang.audit.AuditTrail;
import org.yangguang.platform.Sm3;

/**
 * Time-based one-time passwords (RFC 6238, SHA-1, six digits, 30 seconds) with recovery codes. A code counts for the step before
 * and after its own too, and once only.
 */
@Service
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final long STEP_SECONDS = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final SecretBox box;
    private final AccountTable accounts;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactor(JdbcClient jdbc, SecretBox box, AccountTable accounts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean confirmed(AccountId account) {
        return jdbc.sql("""
                select exists (select from account.second_factor where account_id = ? and confirmed_at is not null)""").param(account.value()).query(Boolean.class).single();
    }

    public int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from account.recovery_code where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** The secret that is being set up; a new one at the first call, empty when a second factor is in use already. */
    @Transactional
    public Optional<byte[]> pendingSecret(AccountId account) {
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        jdbc.sql("insert into account.second_factor (account_id, secret) values (?, ?) on conflict do nothing")
                .params(account.value(), box.close(fresh, about(account)))
                .update();
        return confirmed(account) ? Optional.empty() : secret(account);
    }

    /** @return recovery codes, shown this once; empty when the code is not right */
    @Transactional
    public List<String> confirm(AccountId account, String code) {
        if (confirmed(account) || !usedNow(account, code)) {
            return List.of();
        }
        jdbc.sql("update account.second_factor set confirmed_at = ? where account_id = ?")
                .params(AccountTable.at(clock.instant()), account.value())
                .update();
        accounts.endSessions(account);
        audit.record("account.second-factor-set-up", subject(account), null, null);
        return newRecoveryCodes(account);
    }

    /** Whether {@code code} is the code of the moment or an unused recovery code; either is used up by this. */
    @Transactional
    public boolean accept(AccountId account, String code) {
        if (!confirmed(account)) {
            return false;
        }
        return usedNow(account, code) || usedRecoveryCode(account, code);
    }

    @Transactional
    public void remove(AccountId account) {
        jdbc.sql("delete from account.recovery_code where account_id = ?")
                .param(account.value())
                .update();
        int removed = jdbc.sql("delete from account.second_factor where account_id = ?")
                .param(account.value())
                .update();
        if (removed > 0) {
            accounts.endSessions(account);
            audit.record("account.second-factor-removed", subject(account), null, null);
        }
    }

    private boolean usedNow(AccountId account, String typed) {
        String code = typed.replaceAll("[\\s-]", "");
        if (!code.matches("\\d{6}")) {
            return false;
        }
        return secret(account)
                .map(secret -> step(secret, code))
                .filter(OptionalLong::isPresent)
                .map(step -> jdbc.sql(
                                        "update account.second_factor set used_step = ? where account_id = ? and used_step < ?")
                                .params(step.getAsLong(), account.value(), step.getAsLong())
                                .update()
                        == 1)
                .orElse(false);
    }

    private OptionalLong step(byte[] secret, String code) {
        long now = clock.instant().getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(bytes(codeAt(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeAt(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<byte[]> secret(AccountId account) {
        return jdbc.sql("select secret from account.second_factor where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getBytes("secret"))
                .optional()
                .map(closed -> box.open(closed, about(account)));
    }

    private List<String> newRecoveryCodes(AccountId account) {
        jdbc.sql("delete from account.recovery_code where account_id = ?")
                .param(account.value())
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = RandomWords.grouped(random, 3);
            jdbc.sql("insert into account.recovery_code (account_id, code_hash) values (?, ?)")
                    .params(account.value(), hashed(code))
                    .update();
            codes.add(code);
        }
        return codes;
    }

    private boolean usedRecoveryCode(AccountId account, String typed) {
        int used = jdbc.sql("""
                update account.recovery_code set used_at = ?
                 where account_id = ? and code_hash = ? and used_at is null""")
                .params(AccountTable.at(clock.instant()), account.value(), hashed(typed))
                .update();
        if (used == 1) {
            audit.record("account.recovery-code-used", subject(account), null, null);
        }
        return used == 1;
    }

    /** Recovery codes are random (59 bits), so a plain hash is enough. */
    private static String hashed(String code) {
        return Sm3.hex(code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String about(AccountId account) {
        return "account.second_factor:" + account.value();
    }

    private static String subject(AccountId account) {
        return "account.account:" + account.value();
    }
}
