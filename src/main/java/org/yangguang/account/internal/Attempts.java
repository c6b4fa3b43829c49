package org.yangguang.account.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.AccountId;
import org.yangguang.platform.Sm3;

/**
 * Slows down whoever guesses passwords. A try is counted before the password is looked at, so that many at once gain nothing.
 *
 * <p>Three counters: a login tried from anywhere; the same login tried from an address that its owner has used, kept apart so
 * that strangers cannot shut the owner out; and an address, whatever logins it tries. Each delay doubles and has an upper
 * bound; a day without failures forgets them.
 */
@Repository
public class Attempts {

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(90);
    /** Anything else would be looked up by name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many failures are free, the first delay and the longest one. */
    record Patience(int free, Duration first, Duration longest) {

        static final Patience LOGIN = new Patience(5, Duration.ofSeconds(30), Duration.ofMinutes(15));
        static final Patience ADDRESS = new Patience(30, Duration.ofSeconds(30), Duration.ofMinutes(15));
    }

    /**
     * Counts one try.
     *
     * @return empty when it may go ahead; otherwise how long to wait, and the try does not count
     */
    @Transactional
    public Optional<Duration> begin(String login, Optional<AccountId> account, String address) {
        Instant now = clock.instant();
        String byLogin = loginKey(login, account, address);
        String byAddress = addressKey(address);
        Optional<Duration> wait = waiting(byLogin, byAddress, now);
        if (wait.isPresent()) {
            return wait;
        }
        if (!count(byLogin, Patience.LOGIN, now) || !count(byAddress, Patience.ADDRESS, now)) {
            return Optional.of(waiting(byLogin, byAddress, now).orElse(Duration.ofSeconds(1)));
        }
        return Optional.empty();
    }

    /** The last try was good: the login starts anew, the address loses that one only. */
    @Transactional
    public void succeeded(String login, AccountId account, String address) {
        jdbc.sql("delete from account.attempt where subject = ?")
                .param(loginKey(login, Optional.of(account), address))
                .update();
        jdbc.sql("""
                update account.attempt set failures = greatest(failures - 1, 0), blocked_until = null
                 where subject = ?""").param(addressKey(address)).update();
    }

    /** The owner has signed in from here. */
    @Transactional
    public void know(AccountId account, String address) {
        jdbc.sql("""
                insert into account.known_address (account_id, address, used_at) values (?, ?, ?)
                on conflict (account_id, address) do update set used_at = excluded.used_at""")
                .params(
                        account.value(),
                        hashed(account.value() + " " + network(address)),
                        AccountTable.at(clock.instant()))
                .update();
    }

    /** Whether the next failure of this login would be answered with a delay. */
    @Transactional(readOnly = true)
    public boolean delayed(String login, Optional<AccountId> account, String address) {
        return waiting(loginKey(login, account, address), addressKey(address), clock.instant())
                .isPresent();
    }

    /** Lets a login be tried again at once, from everywhere; for an administrator who unlocks. */
    @Transactional
    public void forget(String login) {
        for (String key : List.of(loginKey(login), loginKey(codeOf(login)))) {
            jdbc.sql("delete from account.attempt where subject = ? or subject like ?")
                    .params(key, key + " %")
                    .update();
        }
    }

    /** Codes are guessed apart from passwords; no login has a line break in it. */
    static String codeOf(String login) {
        return login + "\ncode";
    }

    @Transactional
    public void sweep() {
        jdbc.sql("delete from account.attempt where failed_at < ?")
                .param(AccountTable.at(clock.instant().minus(FORGOTTEN)))
                .update();
        jdbc.sql("delete from account.known_address where used_at < ?")
                .param(AccountTable.at(clock.instant().minus(KNOWN)))
                .update();
    }

    /** One statement, so that of many at once each sees the one before it. */
    private boolean count(String subject, Patience patience, Instant now) {
        return jdbc.sql("""
                insert into account.attempt as a (subject, failures, failed_at) values (:subject, 1, :now)
                on conflict (subject) do update
                   set failures = case when a.failed_at < :forgotten then 1 else a.failures + 1 end,
                       failed_at = excluded.failed_at,
                       blocked_until = case when a.failed_at >= :forgotten and a.failures + 1 >= :free
                           then excluded.failed_at + make_interval(secs =>
                                least(:longest, :first * power(2, least(a.failures + 1 - :free, 20)))) end
                 where a.blocked_until is null or a.blocked_until <= excluded.failed_at""")
                        .param("subject", subject)
                        .param("now", AccountTable.at(now))
                        .param("forgotten", AccountTable.at(now.minus(FORGOTTEN)))
                        .param("free", patience.free())
                        .param("first", (double) patience.first().toSeconds())
                        .param("longest", (double) patience.longest().toSeconds())
                        .update()
                == 1;
    }

    private Optional<Duration> waiting(String login, String address, Instant now) {
        return jdbc.sql("""
                select blocked_until from account.attempt
                 where subject in (?, ?) and blocked_until > ?
                 order by blocked_until desc limit 1""")
                .params(login, address, AccountTable.at(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    private String loginKey(String login, Optional<AccountId> account, String address) {
        return account.filter(id -> known(id, address))
                .map(id -> loginKey(login) + " " + network(address))
                .orElseGet(() -> loginKey(login));
    }

    private boolean known(AccountId account, String address) {
        return jdbc.sql("""
                select exists (select from account.known_address where account_id = ? and address = ? and used_at >= ?)""")
                .params(
                        account.value(),
                        hashed(account.value() + " " + network(address)),
                        AccountTable.at(clock.instant().minus(KNOWN)))
                .query(Boolean.class)
                .single();
    }

    private static String loginKey(String login) {
        return "login " + hashed(login.strip().toLowerCase(Locale.ROOT));
    }

    private static String addressKey(String address) {
        return "address " + network(address);
    }

    /** An IPv6 visitor owns at least a /64 and may take any address in it. */
    private static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address) {
                return HexFormat.of().formatHex(parsed.getAddress(), 0, 8);
            }
            return parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return "unknown";
        }
    }

    private static String hashed(String text) {
        return Sm3.hex(text).substring(0, 32);
    }
}
