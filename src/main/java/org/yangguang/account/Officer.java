package org.yangguang.account;

import java.util.Set;
import org.yangguang.organ.OrganId;

/**
 * The person who is signed in (or whose token is used), as the rest of the program knows them.
 *
 * @param organ organ they belong to
 * @param grants roles with the organ at the top of the subtree in which each holds
 */
public record Officer(AccountId id, String login, String name, OrganId organ, Set<Grant> grants) {

    /** A role in an organ and all below it. */
    public record Grant(Role role, OrganId organ) {}
}
