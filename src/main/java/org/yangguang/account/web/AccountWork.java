package org.yangguang.account.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.account.internal.AccountDirectory;
import org.yangguang.account.internal.AccountDirectory.Entry;
import org.yangguang.account.internal.AccountDirectory.Filter;
import org.yangguang.account.internal.SecondFactor;
import org.yangguang.site.DeskWork;

/** What a security administrator should look at: locked accounts, and powerful ones that a password alone opens. */
@Component
class AccountWork implements DeskWork {

    private static final int MOST = 20;

    private static final Set<Role> POWERFUL = Set.of(
            Role.DISTRICT_OFFICE, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private final AccountDirectory accounts;
    private final SecondFactor secondFactor;
    private final SignedIn signedIn;

    AccountWork(AccountDirectory accounts, SecondFactor secondFactor, SignedIn signedIn) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.signedIn = signedIn;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.SECURITY_ADMINISTRATOR.authority());
    }

    @Override
    public List<Line> waiting() {
        List<Entry> all = accounts.list(signedIn.required(), Filter.ALL);
        Stream<Line> locked = all.stream()
                .filter(entry -> entry.state().equals("LOCKED"))
                .map(entry -> line("account.desk.locked", entry));
        Stream<Line> bare = all.stream()
                .filter(entry -> entry.state().equals("OPEN"))
                .filter(entry -> entry.grants().stream().anyMatch(grant -> POWERFUL.contains(grant.role())))
                .filter(entry -> !secondFactor.confirmed(entry.id()))
                .map(entry -> line("account.desk.password-only", entry));
        return Stream.concat(locked, bare).limit(MOST).toList();
    }

    private static Line line(String what, Entry entry) {
        return new Line(
                what,
                List.of(entry.name()),
                entry.login(),
                "/console/accounts/" + entry.id().value(),
                null,
                null);
    }
}
