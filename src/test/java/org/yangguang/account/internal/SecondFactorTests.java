package org.yangguang.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.AccountId;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class SecondFactorTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecretBox box;

    @Autowired
    AccountTable accounts;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T01:00:10Z"));
    private SecondFactor secondFactor;
    private AccountId account;
    private byte[] secret;

    @BeforeEach
    void anOfficerSetsItUp() {
        secondFactor = new SecondFactor(jdbc, box, accounts, audit, clock);
        account = officers.in(organs.root().id(), Role.HANDLER).id();
        secret = secondFactor.pendingSecret(account).orElseThrow();
    }

    @Test
    void nothingIsAcceptedBeforeItIsConfirmed() {
        assertThat(secondFactor.confirmed(account)).isFalse();
        assertThat(accept(code())).isFalse();
    }

    @Test
    void aWrongCodeDoesNotConfirm() {
        assertThat(confirm(code().equals("000000") ? "000001" : "000000")).isEmpty();
        assertThat(secondFactor.confirmed(account)).isFalse();
    }

    @Test
    void aCodeWorksOnceOnlyAndNeverAnOlderOneAfterIt() {
        confirm(code());
        assertThat(accept(code())).as("the code that confirmed it").isFalse();

        clock.forward(Duration.ofSeconds(30));
        String fresh = code();
        assertThat(accept(fresh)).isTrue();
        assertThat(accept(fresh)).isFalse();
        clock.forward(Duration.ofSeconds(30));
        assertThat(accept(fresh)).as("within its window, but used").isFalse();
    }

    @Test
    void aCodeCountsOneStepBeforeAndAfterItsOwn() {
        confirm(code());
        clock.forward(Duration.ofMinutes(5));
        String code = code();

        clock.forward(Duration.ofSeconds(30));
        assertThat(accept(code)).isTrue();

        clock.forward(Duration.ofMinutes(5));
        String late = code();
        clock.forward(Duration.ofSeconds(60));
        assertThat(accept(late)).isFalse();
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        List<String> codes = confirm(code());

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(accept(codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(accept(codes.get(3))).isFalse();
        assertThat(secondFactor.recoveryCodesLeft(account)).isEqualTo(9);
        assertThat(jdbc.sql("select code_hash from account.recovery_code where account_id = ?")
                        .param(account.value())
                        .query(String.class)
                        .list())
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void theSecretIsNotInTheDatabaseInClearAndOpensForItsOwnerOnly() {
        byte[] stored = jdbc.sql("select secret from account.second_factor where account_id = ?")
                .param(account.value())
                .query((row, number) -> row.getBytes("secret"))
                .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        assertThat(box.open(stored, "account.second_factor:" + account.value())).isEqualTo(secret);
        assertThatThrownBy(() -> box.open(stored, "account.second_factor:0")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void setAgainAfterRemovingItHasAnotherSecret() {
        List<String> codes = confirm(code());
        transaction.executeWithoutResult(running -> secondFactor.remove(account));

        assertThat(secondFactor.confirmed(account)).isFalse();
        assertThat(secondFactor.pendingSecret(account)).get().isNotEqualTo(secret);
        assertThat(accept(codes.get(0))).isFalse();
    }

    @Test
    void base32IsThatOfTheStandard() {
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("fo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXQ");
        assertThat(Base32.grouped("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW 6YTB OI");
    }

    private List<String> confirm(String code) {
        return transaction.execute(running -> secondFactor.confirm(account, code));
    }

    private boolean accept(String code) {
        return Boolean.TRUE.equals(transaction.execute(running -> secondFactor.accept(account, code)));
    }

    private String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant());
        } catch (java.security.InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
