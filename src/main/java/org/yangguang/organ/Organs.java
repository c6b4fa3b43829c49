package org.yangguang.organ;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.yangguang.organ.internal.OrganSnapshot;

/**
 * Looks organs and regions up, from memory: the whole tree is small (thousands). Changes through {@link OrganRegister} are seen
 * at once, those of another node within a second.
 */
@Service
public class Organs {

    private final OrganSnapshot snapshot;

    Organs(OrganSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public Optional<Organ> find(OrganId id) {
        return Optional.ofNullable(snapshot.tree().find(id));
    }

    public Optional<Organ> byCode(String code) {
        return Optional.ofNullable(snapshot.tree().byCode(code));
    }

    /** Every organ, closed ones too, in tree order: an organ, then all below it, then its next sibling. */
    public List<Organ> all() {
        return snapshot.tree().all();
    }

    /** Ids of {@code root} and all below it, closed ones too; empty when there is no such organ. Costs one look-up. */
    public Set<OrganId> subtree(OrganId root) {
        return snapshot.tree().subtree(root);
    }

    /** Whether {@code organ} is one of {@code roots} or lies below one of them. */
    public boolean within(OrganId organ, Collection<OrganId> roots) {
        return roots.stream().anyMatch(root -> subtree(root).contains(organ));
    }

    /** Every region, by code. */
    public List<Region> regions() {
        return snapshot.tree().regions();
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(snapshot.tree().region(code));
    }
}
