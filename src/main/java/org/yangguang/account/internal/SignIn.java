package org.yangguang.account.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountProperties;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.account.StandIns;
import org.yangguang.audit.AuditTrail;

/** Decides who signs in. Every refusal looks the same from outside, and takes as long, whatever its cause. */
@Service
public class SignIn {

    /** What somebody who stands in gets: the three levels of review and the three administrators are nobody else's. */
    private static final Set<Role> LENT = EnumSet.of(Role.HANDLER, Role.DISCLOSURE_OFFICE);

    private final AccountTable accounts;
    private final GrantTable grants;
    private final List<StandIns> standIns;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactor secondFactor;
    private final AccountProperties properties;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            AccountTable accounts,
            GrantTable grants,
            List<StandIns> standIns,
            Passwords passwords,
            Attempts attempts,
            SecondFactor secondFactor,
            AccountProperties properties,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.standIns = standIns;
        this.passwords = passwords;
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.properties = properties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a try. */
    public sealed interface Outcome {

        record Accepted(AccountId account) implements Outcome {}

        record CodeNeeded(AccountId account) implements Outcome {}

        record Refused() implements Outcome {}

        /** Not even looked at: too many failures before. */
        record Delayed(Duration pause) implements Outcome {}
    }

    public Outcome password(String login, String password, String address) {
        Optional<AccountTable.Row> account = accounts.byLogin(login.strip());
        Optional<AccountId> id = account.map(AccountTable.Row::id);
        Optional<Duration> wait = attempts.begin(login, id, address);
        if (wait.isPresent()) {
            return new Outcome.Delayed(wait.get());
        }
        boolean right = account.map(row -> passwords.matches(password, row.passwordHash()))
                .orElseGet(() -> {
                    passwords.matchesNobody(password);
                    return false;
                });
        if (!right || !account.get().open()) {
            refused(login, id, address);
            return new Outcome.Refused();
        }
        AccountId known = account.get().id();
        if (secondFactor.confirmed(known)) {
            attempts.succeeded(login, known, address);
            return new Outcome.CodeNeeded(known);
        }
        accepted(account.get(), address);
        return new Outcome.Accepted(known);
    }

    /** The second step of an officer whose password was right: a code of the moment or a recovery code. */
    public Outcome code(AccountId id, String code, String address) {
        Optional<AccountTable.Row> account = accounts.find(id).filter(AccountTable.Row::open);
        if (account.isEmpty()) {
            return new Outcome.Refused();
        }
        String login = Attempts.codeOf(account.get().login());
        Optional<Duration> wait = attempts.begin(login, Optional.of(id), address);
        if (wait.isPresent()) {
            return new Outcome.Delayed(wait.get());
        }
        boolean right = Boolean.TRUE.equals(transaction.execute(running -> secondFactor.accept(id, code)));
        if (!right) {
            refused(login, Optional.of(id), address);
            return new Outcome.Refused();
        }
        attempts.succeeded(login, id, address);
        accepted(account.get(), address);
        return new Outcome.Accepted(id);
    }

    /** The officer as they are now, for a new or running session; empty when the account may not be used any more. */
    public Optional<SessionOfficer> officer(AccountId id) {
        return accounts.find(id).filter(AccountTable.Row::open).map(row -> {
            Officer officer = new Officer(row.id(), row.login(), row.name(), row.organ(), grantsOf(id));
            return new SessionOfficer(officer, row.sessionEpoch(), row.passwordOneTime(), secondFactorDue(officer));
        });
    }

    /** Their own, and what they hold while they stand in for somebody. */
    private Set<Officer.Grant> grantsOf(AccountId id) {
        Set<Officer.Grant> held = new HashSet<>(grants.of(id));
        standIns.stream()
                .flatMap(each -> each.actsFor(id).stream())
                .flatMap(absent -> grants.of(absent).stream())
                .filter(grant -> LENT.contains(grant.role()))
                .forEach(held::add);
        return Set.copyOf(held);
    }

    private boolean secondFactorDue(Officer officer) {
        return officer.grants().stream().map(Officer.Grant::role).anyMatch(properties.secondFactorRequired()::contains)
                && !secondFactor.confirmed(officer.id());
    }

    private void accepted(AccountTable.Row account, String address) {
        transaction.executeWithoutResult(running -> {
            attempts.succeeded(account.login(), account.id(), address);
            attempts.know(account.id(), address);
            accounts.signedIn(account.id(), clock.instant());
            audit.record(
                    account.login(),
                    "account.signed-in",
                    "account.account:" + account.id().value(),
                    null,
                    null);
        });
    }

    private void refused(String login, Optional<AccountId> account, String address) {
        transaction.executeWithoutResult(running -> {
            String subject = account.map(id -> "account.account:" + id.value()).orElse("account.account:unknown");
            audit.record("anonymous", "account.sign-in-refused", subject, null, null);
            if (attempts.delayed(login, account, address)) {
                audit.record("anonymous", "account.sign-in-delayed", subject, null, null);
            }
        });
    }
}
