package org.yangguang.account;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Organs;

/** Answers whether an officer may act in a role for an organ: a grant holds for the organ's whole subtree. */
@Service
public class Permissions {

    private final Organs organs;

    Permissions(Organs organs) {
        this.organs = organs;
    }

    public boolean holds(Officer officer, Role role, OrganId organ) {
        return officer.grants().stream()
                .anyMatch(grant ->
                        grant.role() == role && organs.subtree(grant.organ()).contains(organ));
    }

    /** Every organ for which the officer holds one of {@code roles}. */
    public Set<OrganId> organsWith(Officer officer, Role... roles) {
        Set<Role> wanted = Set.of(roles);
        Set<OrganId> found = new HashSet<>();
        officer.grants().stream()
                .filter(grant -> wanted.contains(grant.role()))
                .forEach(grant -> found.addAll(organs.subtree(grant.organ())));
        return Set.copyOf(found);
    }
}
