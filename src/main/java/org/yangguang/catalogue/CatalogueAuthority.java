package org.yangguang.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Who may change what in this module; every service asks it, not only the pages. */
@Component
public class CatalogueAuthority {

    private final Permissions permissions;
    private final Organs organs;

    CatalogueAuthority(Permissions permissions, Organs organs) {
        this.permissions = permissions;
        this.organs = organs;
    }

    /** Organs whose guide and rules the officer keeps: those of their disclosure office, or of their district office. */
    public Set<OrganId> keeps(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE);
    }

    /**
     * Whether the officer may change columns, vocabularies and index schemes: the district office and the system administrator of a
     * root organ, because the whole site shares them.
     */
    public boolean keepsCatalogue(Officer officer) {
        return officer.grants().stream()
                .filter(grant -> grant.role() == Role.DISTRICT_OFFICE || grant.role() == Role.SYSTEM_ADMINISTRATOR)
                .anyMatch(grant -> organs.find(grant.organ())
                        .filter(organ -> organ.parent() == null)
                        .isPresent());
    }

    /** Why the officer may not change the guide or rules of the organ; empty when they may. */
    List<Reason> refusals(Officer officer, OrganId organ) {
        List<Reason> reasons = refusals(organ);
        if (!keeps(officer).contains(organ)) {
            reasons.add(new Reason("catalogue.refused.notYours"));
        }
        return reasons;
    }

    List<Reason> refusals(OrganId organ) {
        List<Reason> reasons = new ArrayList<>();
        Optional<Organ> found = organs.find(organ);
        if (found.isEmpty()) {
            reasons.add(new Reason("catalogue.refused.noOrgan"));
        } else if (!found.get().open()) {
            reasons.add(new Reason("catalogue.refused.closed", found.get().name()));
        }
        return reasons;
    }

    /** Why the officer may not change the catalogue. */
    List<Reason> refusals(Officer officer) {
        List<Reason> reasons = new ArrayList<>();
        if (!keepsCatalogue(officer)) {
            reasons.add(new Reason("catalogue.refused.notKeeper"));
        }
        return reasons;
    }
}
