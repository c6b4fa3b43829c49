package org.yangguang.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yangguang.account.internal.AccountTable;
import org.yangguang.account.internal.Attempts;
import org.yangguang.account.internal.PasswordRules;
import org.yangguang.account.internal.Passwords;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Remark;

/** What officers change about their own account; each change asks for the password again and ends their other sessions. */
@Service
public class MyAccount {

    private final AccountTable accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactor secondFactor;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MyAccount(
            AccountTable accounts,
            Passwords passwords,
            Attempts attempts,
            SecondFactor secondFactor,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return every reason against it; none when the password is changed */
    public List<Remark> changePassword(Officer officer, String current, String wanted, String again, String address) {
        List<Remark> reasons = new ArrayList<>(wrong(officer, current, address));
        reasons.addAll(PasswordRules.against(wanted, officer.login()));
        if (!wanted.equals(again)) {
            reasons.add(Remark.of("account.refused.password-again"));
        }
        if (wanted.equals(current)) {
            reasons.add(Remark.of("account.refused.password-same"));
        }
        if (reasons.isEmpty()) {
            String hash = passwords.hash(wanted);
            transaction.executeWithoutResult(running -> {
                accounts.password(officer.id(), hash, false, clock.instant());
                audit.record("account.password-changed", AccountRegister.subject(officer.id()), null, null);
            });
        }
        return reasons;
    }

    /** @return every reason against it; none when codes are no longer asked for */
    public List<Remark> removeSecondFactor(Officer officer, String password, String address) {
        List<Remark> reasons = wrong(officer, password, address);
        if (reasons.isEmpty()) {
            transaction.executeWithoutResult(running -> secondFactor.remove(officer.id()));
        }
        return reasons;
    }

    /** A session left open is no place to guess the password either. */
    private List<Remark> wrong(Officer officer, String password, String address) {
        Optional<AccountId> account = Optional.of(officer.id());
        Optional<Duration> wait = attempts.begin(officer.login(), account, address);
        if (wait.isPresent()) {
            return List.of(Remark.of("account.sign-in.delayed", wait.get().toSeconds() / 60 + 1));
        }
        boolean right = accounts.find(officer.id())
                .map(row -> passwords.matches(password, row.passwordHash()))
                .orElse(false);
        if (!right) {
            return List.of(Remark.of("account.refused.password-wrong"));
        }
        attempts.succeeded(officer.login(), officer.id(), address);
        return List.of();
    }
}
