package org.yangguang.organ.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yangguang.organ.Organ;
import org.yangguang.organ.OrganId;
import org.yangguang.organ.Region;

/** The whole tree at one moment, with every subtree worked out. */
public final class OrganTree {

    private final List<Organ> inOrder;
    private final Map<OrganId, Organ> byId = new HashMap<>();
    private final Map<String, Organ> byCode = new HashMap<>();
    private final Map<OrganId, Set<OrganId>> subtrees = new HashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();

    /** @param siblingsInOrder all organs, those with the same parent in the order in which they are to be shown */
    OrganTree(List<Organ> siblingsInOrder, List<Region> regions) {
        Map<@Nullable OrganId, List<Organ>> children = new HashMap<>();
        for (Organ organ : siblingsInOrder) {
            byId.put(organ.id(), organ);
            byCode.put(organ.code(), organ);
            children.computeIfAbsent(organ.parent(), parent -> new ArrayList<>())
                    .add(organ);
        }
        List<Organ> order = new ArrayList<>(siblingsInOrder.size());
        walk(null, children, order);
        this.inOrder = Collections.unmodifiableList(order);
        regions.forEach(region -> this.regions.put(region.code(), region));
    }

    private Set<OrganId> walk(
            @Nullable OrganId parent, Map<@Nullable OrganId, List<Organ>> children, List<Organ> order) {
        Set<OrganId> below = new HashSet<>();
        for (Organ organ : children.getOrDefault(parent, List.of())) {
            order.add(organ);
            Set<OrganId> subtree = walk(organ.id(), children, order);
            subtree.add(organ.id());
            subtrees.put(organ.id(), Collections.unmodifiableSet(subtree));
            below.addAll(subtree);
        }
        return below;
    }

    public List<Organ> all() {
        return inOrder;
    }

    public @Nullable Organ find(OrganId id) {
        return byId.get(id);
    }

    public @Nullable Organ byCode(String code) {
        return byCode.get(code);
    }

    public Set<OrganId> subtree(OrganId root) {
        return subtrees.getOrDefault(root, Set.of());
    }

    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    public @Nullable Region region(String code) {
        return regions.get(code);
    }
}
