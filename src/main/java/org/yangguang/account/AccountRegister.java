package org.yangguang.account;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.internal.AccountTable;
import org.yangguang.account.internal.GrantTable;
import org.yangguang.account.internal.Passwords;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.OrganId;

/** Opens accounts for the program itself; every change is in the audit chain. */
@Service
public class AccountRegister {

    private final AccountTable accounts;
    private final GrantTable grants;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountRegister(AccountTable accounts, GrantTable grants, Passwords passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** A password that has been hashed once, for many accounts that start with the same one (a demonstration). */
    public record HashedPassword(String hash) {}

    /** Hashes with Argon2id; takes tens of milliseconds by intention. */
    public HashedPassword hash(String password) {
        return new HashedPassword(passwords.hash(password));
    }

    /**
     * Opens an account.
     *
     * @param login unique without regard to case, 2–64 characters
     * @param password initial password in clear; stored as Argon2id
     * @throws IllegalArgumentException when the login is taken or the grants join two of the three administrators
     */
    @Transactional
    public AccountId open(String login, String name, OrganId organ, String password, Set<Officer.Grant> grants) {
        return open(login, name, organ, hash(password), grants);
    }

    /** As above with a password that is hashed already. */
    @Transactional
    public AccountId open(
            String login, String name, OrganId organ, HashedPassword password, Set<Officer.Grant> granted) {
        if (!login.equals(login.strip()) || login.length() < 2 || login.length() > 64) {
            throw new IllegalArgumentException("a login has 2 to 64 characters: " + login);
        }
        if (!SeparationOfDuties.allows(granted.stream().map(Officer.Grant::role).toList())) {
            throw new IllegalArgumentException("no one person holds two of the three administrators: " + login);
        }
        AccountId id;
        try {
            id = accounts.insert(login, name, organ, password.hash(), false, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("the login is taken: " + login, taken);
        }
        audit.record("account.opened", subject(id), null, login + " " + name + " organ " + organ.value());
        for (Officer.Grant grant : granted) {
            grants.insert(id, grant, "system", clock.instant());
        }
        if (!granted.isEmpty()) {
            audit.record("account.granted", subject(id), null, described(granted));
        }
        return id;
    }

    static String subject(AccountId id) {
        return "account.account:" + id.value();
    }

    static String described(Set<Officer.Grant> grants) {
        TreeSet<String> words = new TreeSet<>();
        grants.forEach(grant -> words.add(grant.role() + "@" + grant.organ().value()));
        return String.join(" ", words);
    }
}
