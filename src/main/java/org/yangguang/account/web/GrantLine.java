package org.yangguang.account.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yangguang.account.Officer.Grant;
import org.yangguang.account.Role;
import org.yangguang.organ.Organ;
import org.yangguang.organ.Organs;

/** A grant as it is shown: the role and the organ with its name. */
public record GrantLine(Role role, @Nullable Organ organ) {

    static List<GrantLine> of(Collection<Grant> grants, Organs organs) {
        return grants.stream()
                .sorted(Comparator.comparing(Grant::role)
                        .thenComparing(grant -> grant.organ().value()))
                .map(grant ->
                        new GrantLine(grant.role(), organs.find(grant.organ()).orElse(null)))
                .toList();
    }
}
