package org.yangguang.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.Role;

/** Who may take a step: an officer in a role for the organ that has the case, the applicant, or the program. */
public enum Who {
    HANDLER(Role.HANDLER),
    SECRECY_OFFICER(Role.SECRECY_OFFICER),
    LEADER(Role.LEADER),
    /** 政府信息公开工作机构. */
    DISCLOSURE_OFFICE(Role.DISCLOSURE_OFFICE),
    DISTRICT_OFFICE(Role.DISTRICT_OFFICE),
    APPLICANT(null),
    /** A third party or another organ that was asked, by a code of its own. */
    CONSULTED(null),
    PROGRAM(null);

    private final @Nullable Role role;

    Who(@Nullable Role role) {
        this.role = role;
    }

    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }
}
