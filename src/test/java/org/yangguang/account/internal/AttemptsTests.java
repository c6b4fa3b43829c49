package org.yangguang.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yangguang.account.AccountId;
import org.yangguang.account.Role;
import org.yangguang.testing.MovableClock;
import org.yangguang.testing.Officers;
import org.yangguang.testing.TestOrgans;
import org.yangguang.testing.YangguangTest;

@YangguangTest
class AttemptsTests {

    private static final String HOME = "198.51.100.7";
    private static final String STRANGER = "203.0.113.9";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Officers officers;

    @Autowired
    TestOrgans organs;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private Attempts attempts;
    private String login;
    private AccountId account;

    @BeforeEach
    void anOfficer() {
        attempts = new Attempts(jdbc, clock);
        var officer = officers.in(organs.root().id(), Role.HANDLER);
        login = officer.login();
        account = officer.id();
        jdbc.sql("delete from account.attempt").update();
    }

    @Test
    void fiveFailuresAreFreeThenTheDelayDoublesUpToAQuarterOfAnHour() {
        fail(5, STRANGER);
        for (int seconds : List.of(30, 60, 120, 240, 480, 900, 900)) {
            assertThat(attempt(STRANGER)).contains(Duration.ofSeconds(seconds));
            clock.forward(Duration.ofSeconds(seconds - 1));
            assertThat(attempt(STRANGER)).contains(Duration.ofSeconds(1));
            clock.forward(Duration.ofSeconds(1));
            assertThat(attempt(STRANGER)).isEmpty();
        }
    }

    @Test
    void triesDuringADelayDoNotMakeItLonger() {
        fail(5, STRANGER);
        for (int i = 0; i < 50; i++) {
            attempt(STRANGER);
        }
        assertThat(attempt(STRANGER)).contains(Duration.ofSeconds(30));
    }

    @Test
    void strangersCannotShutOutTheOwnerWhoComesFromAKnownAddress() {
        attempts.know(account, HOME);
        fail(5, STRANGER);

        assertThat(attempt(STRANGER)).isPresent();
        assertThat(attempt(HOME)).isEmpty();
    }

    @Test
    void aKnownAddressIsNoFreePlaceToGuessEither() {
        attempts.know(account, HOME);
        fail(5, HOME);

        assertThat(attempt(HOME)).isPresent();
    }

    @Test
    void aRightPasswordStartsAnew() {
        fail(4, STRANGER);
        assertThat(attempt(STRANGER)).isEmpty();
        attempts.succeeded(login, account, STRANGER);

        fail(4, STRANGER);
        assertThat(attempt(STRANGER)).isEmpty();
    }

    @Test
    void oneAddressThatTriesManyLoginsIsSlowedDown() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.begin("nobody-" + i, Optional.empty(), STRANGER))
                    .isEmpty();
        }
        assertThat(attempts.begin("nobody-30", Optional.empty(), STRANGER)).contains(Duration.ofSeconds(30));
        assertThat(attempts.begin("nobody-30", Optional.empty(), HOME)).isEmpty();
    }

    @Test
    void aNetworkOfTheNewProtocolCountsAsOneAddress() {
        for (int i = 0; i < 30; i++) {
            attempts.begin("six-" + i, Optional.empty(), "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }
        assertThat(attempts.begin("six", Optional.empty(), "2001:db8:1:2:ffff::1"))
                .isPresent();
        assertThat(attempts.begin("six", Optional.empty(), "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void unknownLoginsAreDelayedLikeKnownOnes() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin("no-such-login", Optional.empty(), STRANGER))
                    .isEmpty();
        }
        assertThat(attempts.begin("No-Such-Login", Optional.empty(), HOME)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aDayWithoutFailuresForgets() {
        fail(4, STRANGER);
        clock.forward(Duration.ofHours(25));
        fail(4, STRANGER);
        assertThat(attempt(STRANGER)).isEmpty();

        clock.forward(Duration.ofHours(25));
        attempts.sweep();
        assertThat(jdbc.sql("select count(*) from account.attempt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void manyTriesAtOnceGainNothing() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(16);
        List<Callable<Optional<Duration>>> tries = IntStream.range(0, 40)
                .<Callable<Optional<Duration>>>mapToObj(i -> () -> attempt("192.0.2." + i))
                .toList();

        long free = 0;
        for (Future<Optional<Duration>> each : many.invokeAll(tries)) {
            free += each.get().isEmpty() ? 1 : 0;
        }
        many.shutdown();

        assertThat(free).isEqualTo(5);
    }

    @Test
    void anAdministratorWhoUnlocksEndsTheDelay() {
        fail(5, STRANGER);
        attempts.forget(login);
        assertThat(attempt(STRANGER)).isEmpty();
    }

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(attempt(address)).isEmpty();
        }
    }

    private Optional<Duration> attempt(String address) {
        return attempts.begin(login, Optional.of(account), address);
    }
}
