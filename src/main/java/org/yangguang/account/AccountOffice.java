package org.yangguang.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.internal.AccountTable;
import org.yangguang.account.internal.Attempts;
import org.yangguang.account.internal.GrantTable;
import org.yangguang.account.internal.OneTimePasswords;
import org.yangguang.account.internal.Passwords;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Remark;

/**
 * What security administrators do with the accounts of the organs below theirs. They never change their own account here, and
 * every organ keeps at least one of them.
 */
@Service
public class AccountOffice {

    private final AccountTable accounts;
    private final GrantTable grants;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactor secondFactor;
    private final Permissions permissions;
    private final Organs organs;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountOffice(
            AccountTable accounts,
            GrantTable grants,
            Passwords passwords,
            Attempts attempts,
            SecondFactor secondFactor,
            Permissions permissions,
            Organs organs,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.permissions = permissions;
        this.organs = organs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an account without any grant; its password is to be handed over and works once. */
    @Transactional
    public AccountResult open(Officer by, String typedLogin, String typedName, OrganId organ) {
        String login = typedLogin.strip();
        String name = typedName.strip();
        List<Remark> reasons = new ArrayList<>();
        if (!login.matches("[\\p{L}\\p{N}._@-]{2,64}")) {
            reasons.add(Remark.of("account.refused.login"));
        } else if (accounts.byLogin(login).isPresent()) {
            reasons.add(Remark.of("account.refused.login-taken", login));
        }
        reasons.addAll(named(name));
        reasons.addAll(openOrgan(by, organ));
        if (!reasons.isEmpty()) {
            return new AccountResult.Refused(reasons);
        }
        String password = OneTimePasswords.next(random);
        AccountId id = accounts.insert(login, name, organ, passwords.hash(password), true, clock.instant());
        audit.record("account.opened", subject(id), null, login + " " + name + " organ " + organ.value());
        return new AccountResult.OneTimePassword(id, login, password);
    }

    /** Changes the name that records show from now on, or the organ the officer belongs to. */
    @Transactional
    public AccountResult describe(Officer by, AccountId account, int version, String typedName, OrganId organ) {
        String name = typedName.strip();
        return change(
                by,
                account,
                row -> {
                    List<Remark> reasons = new ArrayList<>(named(name));
                    reasons.addAll(openOrgan(by, organ));
                    if (row.version() != version) {
                        reasons.add(Remark.of("account.refused.version"));
                    }
                    return reasons;
                },
                row -> {
                    accounts.describe(account, name, organ);
                    audit.record(
                            "account.described",
                            subject(account),
                            row.name() + " organ " + row.organ().value(),
                            name + " organ " + organ.value());
                });
    }

    @Transactional
    public AccountResult grant(Officer by, AccountId account, Grant grant) {
        grants.hold();
        return change(
                by,
                account,
                row -> {
                    Set<Grant> held = grants.of(account);
                    List<Remark> reasons = new ArrayList<>(openOrgan(by, grant.organ()));
                    if (held.contains(grant)) {
                        reasons.add(Remark.of("account.refused.grant-held"));
                    }
                    List<Role> roles =
                            new ArrayList<>(held.stream().map(Grant::role).toList());
                    roles.add(grant.role());
                    if (!SeparationOfDuties.allows(roles)) {
                        reasons.add(Remark.of("account.refused.three-administrators"));
                    }
                    return reasons;
                },
                row -> {
                    Set<Grant> before = grants.of(account);
                    grants.insert(account, grant, by.login(), clock.instant());
                    record("account.granted", account, before);
                });
    }

    @Transactional
    public AccountResult revoke(Officer by, AccountId account, Grant grant) {
        grants.hold();
        return change(
                by,
                account,
                row -> {
                    List<Remark> reasons = new ArrayList<>(within(by, grant.organ()));
                    if (!grants.of(account).contains(grant)) {
                        reasons.add(Remark.of("account.refused.grant-missing"));
                    } else {
                        reasons.addAll(lastOne(account, Set.of(grant)));
                    }
                    return reasons;
                },
                row -> {
                    Set<Grant> before = grants.of(account);
                    grants.revoke(account, grant, by.login(), clock.instant());
                    record("account.revoked", account, before);
                });
    }

    /** Gives a password that works once; sessions end and delays after failed attempts are forgotten. */
    @Transactional
    public AccountResult resetPassword(Officer by, AccountId account) {
        String password = OneTimePasswords.next(random);
        AccountResult result = change(by, account, row -> List.of(), row -> {
            accounts.password(account, passwords.hash(password), true, clock.instant());
            attempts.forget(row.login());
            audit.record("account.password-reset", subject(account), null, null);
        });
        return result instanceof AccountResult.Done
                ? new AccountResult.OneTimePassword(
                        account, accounts.find(account).orElseThrow().login(), password)
                : result;
    }

    /** For an officer who has lost their telephone and their recovery codes. */
    @Transactional
    public AccountResult removeSecondFactor(Officer by, AccountId account) {
        return change(by, account, row -> List.of(), row -> secondFactor.remove(account));
    }

    /** Keeps an officer out for a time. */
    @Transactional
    public AccountResult lock(Officer by, AccountId account) {
        return leave(by, account, "LOCKED", "account.locked");
    }

    /** Ends an account for good, as far as anyone can tell today; its records keep their author. */
    @Transactional
    public AccountResult disable(Officer by, AccountId account) {
        return leave(by, account, "DISABLED", "account.disabled");
    }

    /** Lets a locked or disabled account be used again, and forgets delays after failed attempts. */
    @Transactional
    public AccountResult unlock(Officer by, AccountId account) {
        return change(by, account, row -> List.of(), row -> {
            if (!row.open()) {
                accounts.state(account, "OPEN");
            }
            attempts.forget(row.login());
            audit.record("account.unlocked", subject(account), row.state(), "OPEN");
        });
    }

    private AccountResult leave(Officer by, AccountId account, String state, String action) {
        grants.hold();
        return change(by, account, row -> row.open() ? lastOne(account, grants.of(account)) : List.of(), row -> {
            accounts.state(account, state);
            audit.record(action, subject(account), row.state(), state);
        });
    }

    private AccountResult change(
            Officer by,
            AccountId account,
            Function<AccountTable.Row, List<Remark>> rules,
            Consumer<AccountTable.Row> change) {
        Optional<AccountTable.Row> row = accounts.hold(account);
        if (row.isEmpty() || !within(by, row.get().organ()).isEmpty()) {
            return new AccountResult.Refused(List.of(Remark.of("account.refused.not-allowed")));
        }
        List<Remark> reasons = new ArrayList<>();
        if (by.id().equals(account)) {
            reasons.add(Remark.of("account.refused.own-account"));
        }
        reasons.addAll(rules.apply(row.get()));
        if (!reasons.isEmpty()) {
            return new AccountResult.Refused(reasons);
        }
        change.accept(row.get());
        return new AccountResult.Done(account);
    }

    /** Whoever loses these grants leaves somebody else who administers the same organs. */
    private List<Remark> lastOne(AccountId account, Set<Grant> lost) {
        return lost.stream()
                .filter(grant -> grant.role() == Role.SECURITY_ADMINISTRATOR)
                .filter(grant -> grants.holders(Role.SECURITY_ADMINISTRATOR, upwards(grant.organ())).stream()
                        .allMatch(account::equals))
                .findFirst()
                .map(grant -> List.of(Remark.of("account.refused.last-security-administrator")))
                .orElse(List.of());
    }

    private Set<OrganId> upwards(OrganId organ) {
        Set<OrganId> upwards = new HashSet<>();
        Optional<Organ> each = organs.find(organ);
        while (each.isPresent() && upwards.add(each.get().id())) {
            each = Optional.ofNullable(each.get().parent()).flatMap(organs::find);
        }
        return upwards;
    }

    private List<Remark> openOrgan(Officer by, OrganId organ) {
        List<Remark> reasons = new ArrayList<>(within(by, organ));
        if (organs.find(organ).filter(Organ::open).isEmpty()) {
            reasons.add(Remark.of("account.refused.organ-closed"));
        }
        return reasons;
    }

    private List<Remark> within(Officer by, OrganId organ) {
        return permissions.holds(by, Role.SECURITY_ADMINISTRATOR, organ)
                ? List.of()
                : List.of(Remark.of("account.refused.organ-not-allowed"));
    }

    private static List<Remark> named(String name) {
        boolean fits =
                !name.isEmpty() && name.length() <= 64 && name.codePoints().noneMatch(Character::isISOControl);
        return fits ? List.of() : List.of(Remark.of("account.refused.name"));
    }

    private void record(String action, AccountId account, Set<Grant> before) {
        audit.record(
                action,
                subject(account),
                AccountRegister.described(before),
                AccountRegister.described(grants.of(account)));
    }

    private static String subject(AccountId id) {
        return AccountRegister.subject(id);
    }
}
