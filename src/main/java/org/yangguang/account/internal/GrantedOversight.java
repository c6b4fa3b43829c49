package org.yangguang.account.internal;

import java.util.function.Predicate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.account.SignedIn;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.OrganOversight;
import org.yangguang.organ.Organs;

/** System administrators change the tree below their organ; disclosure offices keep the contact blocks below theirs. */
@Component
class GrantedOversight implements OrganOversight {

    private final SignedIn signedIn;
    private final Permissions permissions;
    private final Organs organs;

    GrantedOversight(SignedIn signedIn, Permissions permissions, Organs organs) {
        this.signedIn = signedIn;
        this.permissions = permissions;
        this.organs = organs;
    }

    @Override
    public boolean mayAdminister(OrganId organ) {
        return allows(officer -> permissions.holds(officer, Role.SYSTEM_ADMINISTRATOR, organ));
    }

    @Override
    public boolean mayAdministerAll() {
        return allows(officer -> organs.all().stream()
                .filter(organ -> organ.parent() == null)
                .map(Organ::id)
                .anyMatch(root -> permissions.holds(officer, Role.SYSTEM_ADMINISTRATOR, root)));
    }

    @Override
    public boolean mayKeepContact(OrganId organ) {
        return allows(officer -> permissions.holds(officer, Role.SYSTEM_ADMINISTRATOR, organ)
                || permissions.holds(officer, Role.DISTRICT_OFFICE, organ)
                || permissions.holds(officer, Role.DISCLOSURE_OFFICE, organ));
    }

    /** Outside of any request it is the program itself that acts: a command, the demonstration, a job. */
    private boolean allows(Predicate<Officer> rule) {
        return SecurityContextHolder.getContext().getAuthentication() == null
                || signedIn.officer().filter(rule).isPresent();
    }
}
