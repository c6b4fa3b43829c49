package org.yangguang.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yangguang.account.internal.AccountTable;
import org.yangguang.account.internal.GrantTable;
import org.yangguang.account.internal.OneTimePasswords;
import org.yangguang.account.internal.PasswordRules;
import org.yangguang.account.internal.Passwords;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.Contact;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganKind;
import org.yangguang.organ.OrganRegister;
import org.yangguang.organ.OrganResult;
import org.yangguang.organ.Organs;
import org.yangguang.organ.Region;
import org.yangguang.organ.RegionRegister;
import org.yangguang.organ.Remark;
import org.yangguang.platform.Sm3;

/**
 * Gives an empty installation its three administrators. Whoever has the link, which only the machine's operator sees, becomes
 * the security administrator and names the other two; the link works until then.
 */
@Service
public class FirstAdministrator {

    /** Page at which the link leads. */
    public static final String PATH = "/console/first-administrator";

    private final JdbcClient jdbc;
    private final AccountTable accounts;
    private final GrantTable grants;
    private final Passwords passwords;
    private final Organs organs;
    private final OrganRegister organRegister;
    private final RegionRegister regionRegister;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FirstAdministrator(
            JdbcClient jdbc,
            AccountTable accounts,
            GrantTable grants,
            Passwords passwords,
            Organs organs,
            OrganRegister organRegister,
            RegionRegister regionRegister,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.organs = organs;
        this.organRegister = organRegister;
        this.regionRegister = regionRegister;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the page asks for.
     *
     * @param regionCode with the three after it, needed only while there is no organ yet
     */
    public record Founders(
            Person security,
            String password,
            String passwordAgain,
            Person system,
            Person auditor,
            String regionCode,
            String regionName,
            String organCode,
            String organName) {}

    public record Person(String login, String name) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** @param passwords of the system and the audit administrator, shown this once */
        record Founded(List<AccountResult.OneTimePassword> passwords) implements Outcome {}

        record Refused(List<Remark> reasons) implements Outcome {}
    }

    /** A new link, as path and query, which replaces the one given before; empty once there is an account. */
    @Transactional
    public Optional<String> link() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into account.first_link (token_hash, created_at) values (?, ?)
                on conflict (one) do update set token_hash = excluded.token_hash, created_at = excluded.created_at""").params(Sm3.hex(token), AccountTable.at(clock.instant())).update();
        audit.record("system", "account.first-link-made", "account.first_link:1", null, null);
        return Optional.of(PATH + "?token=" + token);
    }

    public boolean opens(String token) {
        return accounts.none()
                && jdbc.sql("select exists (select from account.first_link where token_hash = ?)")
                        .param(Sm3.hex(token))
                        .query(Boolean.class)
                        .single();
    }

    public boolean organNeeded() {
        return organs.all().isEmpty();
    }

    @Transactional
    public Outcome found(String token, Founders founders) {
        grants.hold();
        if (!opens(token)) {
            return new Outcome.Refused(List.of(Remark.of("account.first.link-spent")));
        }
        Outcome outcome = asProgram(() -> found(founders));
        if (outcome instanceof Outcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome found(Founders f) {
        List<Remark> reasons =
                new ArrayList<>(PasswordRules.against(f.password(), f.security().login()));
        if (!f.password().equals(f.passwordAgain())) {
            reasons.add(Remark.of("account.refused.password-again"));
        }
        List<Person> people = List.of(f.security(), f.system(), f.auditor());
        for (Person person : people) {
            if (!person.login().strip().matches("[\\p{L}\\p{N}._@-]{2,64}")) {
                reasons.add(Remark.of("account.refused.login"));
            }
            if (person.name().isBlank() || person.name().length() > 64) {
                reasons.add(Remark.of("account.refused.name"));
            }
        }
        if (people.stream()
                                .map(person -> person.login().strip().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        < people.size()
                || people.stream()
                                .map(person -> person.name().strip())
                                .distinct()
                                .count()
                        < people.size()) {
            reasons.add(Remark.of("account.refused.three-people"));
        }
        Optional<OrganId> root = root(f, reasons);
        if (!reasons.isEmpty() || root.isEmpty()) {
            return new Outcome.Refused(reasons.stream().distinct().toList());
        }
        open(f.security(), f.password(), false, Role.SECURITY_ADMINISTRATOR, root.get());
        List<AccountResult.OneTimePassword> shown = List.of(
                open(f.system(), OneTimePasswords.next(random), true, Role.SYSTEM_ADMINISTRATOR, root.get()),
                open(f.auditor(), OneTimePasswords.next(random), true, Role.AUDIT_ADMINISTRATOR, root.get()));
        jdbc.sql("delete from account.first_link").update();
        return new Outcome.Founded(shown);
    }

    private Optional<OrganId> root(Founders f, List<Remark> reasons) {
        if (!organNeeded()) {
            return organs.all().stream()
                    .filter(organ -> organ.parent() == null && organ.open())
                    .map(Organ::id)
                    .findFirst();
        }
        if (organs.region(f.regionCode()).isEmpty()) {
            reasons.addAll(regionRegister.add(
                    new Region(f.regionCode().strip(), null, f.regionName().strip())));
        }
        OrganResult result = organRegister.propose(new OrganRegister.Founding(
                null,
                f.regionCode().strip(),
                OrganKind.GOVERNMENT,
                f.organCode(),
                f.organName(),
                f.organName(),
                null,
                0,
                LocalDate.now(clock),
                Contact.NONE));
        if (result instanceof OrganResult.Changed changed) {
            return Optional.of(changed.id());
        }
        reasons.addAll(((OrganResult.Refused) result).reasons());
        return Optional.empty();
    }

    private AccountResult.OneTimePassword open(
            Person person, String password, boolean oneTime, Role role, OrganId organ) {
        String login = person.login().strip();
        AccountId id = accounts.insert(
                login, person.name().strip(), organ, passwords.hash(password), oneTime, clock.instant());
        grants.insert(id, new Officer.Grant(role, organ), "system", clock.instant());
        audit.record("account.opened", AccountRegister.subject(id), null, login + " " + role + " of the first hour");
        return new AccountResult.OneTimePassword(id, login, password);
    }

    /** The link's holder has no account yet, so what is founded with it is founded by the program. */
    private static <T> T asProgram(Supplier<T> work) {
        SecurityContext visitor = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(visitor);
        }
    }
}
