package org.yangguang.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;

/** Who keeps these records: the disclosure office of an organ, for it and all below it. */
@Service
public class Keepers {

    private final Permissions permissions;

    Keepers(Permissions permissions) {
        this.permissions = permissions;
    }

    public Set<OrganId> organs(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    /** Reasons against the officer's keeping records of the organ; more may be added. */
    List<Reason> against(Officer officer, OrganId organ) {
        List<Reason> reasons = new ArrayList<>();
        if (!organs(officer).contains(organ)) {
            reasons.add(Reason.of("governance.refused.keeper"));
        }
        return reasons;
    }
}
