package org.yangguang.testing;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.yangguang.account.AccountId;
import org.yangguang.account.AccountRegister;
import org.yangguang.account.Officer;
import org.yangguang.account.OfficerPrincipal;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;

/** Opens accounts for tests and lets requests be sent as their officers: {@code mvc.perform(get("/console").with(Officers.as(officer)))}. */
@Component
public class Officers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AccountRegister register;

    Officers(AccountRegister register) {
        this.register = register;
    }

    /** A new officer of {@code organ} who holds {@code roles} there. */
    public Officer in(OrganId organ, Role... roles) {
        String login = "officer-" + COUNT.incrementAndGet();
        Set<Officer.Grant> grants =
                Stream.of(roles).map(role -> new Officer.Grant(role, organ)).collect(Collectors.toSet());
        AccountId id = register.open(login, "Officer " + login, organ, "correct horse " + login, grants);
        return new Officer(id, login, "Officer " + login, organ, grants);
    }

    /** The request comes from the officer's session; use {@code csrf()} beside it for a form that is sent. */
    public static RequestPostProcessor as(Officer officer) {
        return SecurityMockMvcRequestPostProcessors.authentication(authentication(officer));
    }

    public static Authentication authentication(Officer officer) {
        OfficerPrincipal principal = new Principal(officer);
        return UsernamePasswordAuthenticationToken.authenticated(
                principal,
                null,
                officer.grants().stream()
                        .map(grant -> new SimpleGrantedAuthority(grant.role().authority()))
                        .toList());
    }

    private record Principal(Officer officer) implements OfficerPrincipal {}
}
