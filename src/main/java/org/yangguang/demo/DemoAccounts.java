package org.yangguang.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountRegister;
import org.yangguang.account.AccountRegister.HashedPassword;
import org.yangguang.account.Officer;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;

/**
 * The officers of the demonstration. Eight can sign in with the password that is printed at the start; each other body has one
 * who can not, and one more body has the three of a review.
 */
@Component
class DemoAccounts {

    /** The same for all that can sign in; that is why a program with them listens on the loopback address only. */
    static final String PASSWORD = "Quanshan-2016";

    /** Domains of the bodies whose officers do the reviewing. */
    static final String CIVIL = "civil";

    static final String EDUCATION = "education";

    /** The office that answered the applications of 2016. */
    static final String EXPROPRIATION = "expropriation";

    /**
     * An account that can sign in.
     *
     * @param domain of the body they belong to
     * @param everywhere whether the role holds for the whole district
     */
    record Known(String login, String name, String domain, Role role, boolean everywhere) {}

    static final List<Known> KNOWN = List.of(
            new Known("handler", "王经办", CIVIL, Role.HANDLER, false),
            new Known("secrecy", "李保密", CIVIL, Role.SECRECY_OFFICER, false),
            new Known("leader", "周分管", CIVIL, Role.LEADER, false),
            new Known("office", "陈公开", CIVIL, Role.DISCLOSURE_OFFICE, false),
            new Known("district", "孙督办", "office", Role.DISTRICT_OFFICE, true),
            new Known("sysadmin", "吴系统", "office", Role.SYSTEM_ADMINISTRATOR, true),
            new Known("secadmin", "郑安全", "office", Role.SECURITY_ADMINISTRATOR, true),
            new Known("auditor", "冯审计", "office", Role.AUDIT_ADMINISTRATOR, true));

    private static final Map<Role, String> REVIEWERS = Map.of(
            Role.HANDLER, "何教经办", Role.SECRECY_OFFICER, "吕教保密", Role.LEADER, "施教分管", Role.DISCLOSURE_OFFICE, "张教公开");

    private static final Map<Role, String> ANSWERERS =
            Map.of(Role.HANDLER, "钱征办", Role.SECRECY_OFFICER, "赵征保", Role.LEADER, "孔征管", Role.DISCLOSURE_OFFICE, "曹征公");

    private final AccountRegister register;

    DemoAccounts(AccountRegister register) {
        this.register = register;
    }

    /** Opens all accounts and answers with those who will work, by login. */
    Map<String, Officer> open(Map<Body, OrganId> organs) {
        Map<String, Officer> working = new HashMap<>();
        HashedPassword known = register.hash(PASSWORD);
        HashedPassword nobodyKnows = register.hash(UUID.randomUUID().toString());
        OrganId root = organs.entrySet().stream()
                .filter(each -> each.getKey().government())
                .findFirst()
                .orElseThrow()
                .getValue();
        for (Known each : KNOWN) {
            OrganId home = of(each.domain(), organs);
            working.put(
                    each.login(),
                    open(each.login(), each.name(), home, known, each.role(), each.everywhere() ? root : home));
        }
        three("edu-", REVIEWERS, of(EDUCATION, organs), nobodyKnows, working);
        three("exp-", ANSWERERS, of(EXPROPRIATION, organs), nobodyKnows, working);
        Words words = new Words();
        Set<String> named = new HashSet<>();
        organs.forEach((body, organ) -> {
            String name = words.list("surname")
                            .get(body.number() % words.list("surname").size()) + "备案"
                    + (named.add(String.valueOf(
                                    body.number() % words.list("surname").size()))
                            ? ""
                            : "二");
            open("officer-%02d".formatted(body.number()), name, organ, nobodyKnows, Role.HANDLER, organ);
        });
        return working;
    }

    private void three(
            String prefix,
            Map<Role, String> names,
            OrganId organ,
            HashedPassword password,
            Map<String, Officer> working) {
        names.forEach((role, name) -> {
            String login =
                    prefix + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            working.put(login, open(login, name, organ, password, role, organ));
        });
    }

    private Officer open(String login, String name, OrganId home, HashedPassword password, Role role, OrganId where) {
        Set<Officer.Grant> grants = Set.of(new Officer.Grant(role, where));
        AccountId id = register.open(login, name, home, password, grants);
        return new Officer(id, login, name, home, grants);
    }

    private static OrganId of(String domain, Map<Body, OrganId> organs) {
        return organs.entrySet().stream()
                .filter(each -> each.getKey().domain().equals(domain))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
