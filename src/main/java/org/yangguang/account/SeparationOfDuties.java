package org.yangguang.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The three administrators (三员) are three people: who runs the system, who grants, and who audits never coincide. */
public final class SeparationOfDuties {

    private static final Set<Role> THREE =
            EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private SeparationOfDuties() {}

    /** Whether one person may hold all of {@code roles} at a time. */
    public static boolean allows(Collection<Role> roles) {
        return roles.stream().filter(THREE::contains).distinct().count() <= 1;
    }

    public static boolean administrator(Role role) {
        return THREE.contains(role);
    }
}
