package org.yangguang.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.internal.TokenTable;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Remark;
import org.yangguang.platform.Sm3;

/** Personal access tokens, with which other programs use the API in an officer's name. Only their SM3 hash is kept. */
@Service
public class AccessTokens {

    /** The longest life of a token. */
    public static final int MOST_DAYS = 365;

    private static final String PREFIX = "yg_";
    private static final int RANDOM_BYTES = 32;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenTable tokens;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(TokenTable tokens, Accounts accounts, AuditTrail audit, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token as its owner sees it. */
    public record AccessToken(
            long id,
            AccountId account,
            String name,
            Set<TokenScope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        public boolean usable(Instant now) {
            return revokedAt == null && now.isBefore(expiresAt);
        }
    }

    /** What came of asking for a token. */
    public sealed interface Issue {

        /** @param secret what is sent as {@code Authorization: Bearer}; shown this once */
        record Issued(AccessToken token, String secret) implements Issue {}

        record Refused(List<Remark> reasons) implements Issue {}
    }

    @Transactional
    public Issue issue(AccountId account, String typedName, Set<TokenScope> scopes, int days) {
        String name = typedName.strip();
        List<Remark> reasons = new ArrayList<>();
        if (name.isEmpty() || name.length() > 64 || name.codePoints().anyMatch(Character::isISOControl)) {
            reasons.add(Remark.of("account.refused.token-name"));
        }
        if (scopes.isEmpty()) {
            reasons.add(Remark.of("account.refused.token-scopes"));
        }
        if (days < 1 || days > MOST_DAYS) {
            reasons.add(Remark.of("account.refused.token-days", MOST_DAYS));
        }
        if (!reasons.isEmpty()) {
            return new Issue.Refused(reasons);
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        AccessToken token = tokens.insert(
                account, name, EnumSet.copyOf(scopes), Sm3.hex(secret), now, now.plus(Duration.ofDays(days)));
        audit.record("account.token-issued", subject(token.id()), null, name + " " + scopes + " for " + days + " days");
        return new Issue.Issued(token, secret);
    }

    /** The officer whose token this is; empty when it is unknown, expired or revoked, or its account not in use. */
    @Transactional
    public Optional<OfficerPrincipal> principal(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<AccessToken> found = tokens.ofOpenAccount(Sm3.hex(secret)).filter(token -> token.usable(now));
        found.filter(token -> token.lastUsedAt() == null
                        || token.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now))
                .ifPresent(token -> tokens.used(token.id(), now));
        return found.flatMap(
                token -> accounts.find(token.account()).map(officer -> new TokenPrincipal(officer, token.scopes())));
    }

    /** The tokens of an account, the newest first, those that no longer work too. */
    public List<AccessToken> of(AccountId account) {
        return tokens.of(account);
    }

    /** Ends a token at once; of somebody else's nothing happens. */
    @Transactional
    public void revoke(AccountId owner, long token) {
        if (tokens.revoke(owner, token, clock.instant())) {
            audit.record("account.token-revoked", subject(token), null, null);
        }
    }

    private static String subject(long token) {
        return "account.token:" + token;
    }

    /** An officer by their token: allowed what its scopes say and nothing of the console. */
    private record TokenPrincipal(Officer officer, Set<TokenScope> scopes) implements OfficerPrincipal {

        @Override
        public boolean allows(TokenScope scope) {
            return scopes.contains(scope);
        }

        @Override
        public boolean session() {
            return false;
        }
    }
}
