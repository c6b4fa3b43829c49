package org.yangguang.statistics;

import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.organ.OrganId;
import org.yangguang.statistics.StatementTransitions.Side;

/** Who may do what with the statements of an organ. */
@Service
public class StatementDuties {

    private final Permissions permissions;

    StatementDuties(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Organs whose statements and records an officer may read. */
    public Set<OrganId> readable(Officer officer) {
        return permissions.organsWith(officer, Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE, Role.LEADER);
    }

    public boolean mayRead(Officer officer, OrganId organ) {
        return readable(officer).contains(organ);
    }

    /** Drafts, enters and submits. */
    public boolean drafts(Officer officer, OrganId organ) {
        return permissions.holds(officer, Role.DISCLOSURE_OFFICE, organ)
                || permissions.holds(officer, Role.DISTRICT_OFFICE, organ);
    }

    /** Accepts, returns and freezes; looks over all organs. */
    public boolean decides(Officer officer, OrganId organ) {
        return permissions.holds(officer, Role.DISTRICT_OFFICE, organ);
    }

    /** Approves what another officer has entered. */
    public boolean approves(Officer officer, OrganId organ) {
        return permissions.holds(officer, Role.LEADER, organ)
                || permissions.holds(officer, Role.DISTRICT_OFFICE, organ);
    }

    boolean stands(Officer officer, OrganId organ, Side side) {
        return side == Side.ORGAN ? drafts(officer, organ) : decides(officer, organ);
    }
}
