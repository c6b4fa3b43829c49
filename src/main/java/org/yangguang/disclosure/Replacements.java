package org.yangguang.disclosure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.account.Officer;
import org.yangguang.account.Permissions;
import org.yangguang.account.Role;
import org.yangguang.audit.AuditTrail;
import org.yangguang.disclosure.internal.Listed;
import org.yangguang.disclosure.internal.NamedItems;
import org.yangguang.disclosure.internal.PublishedItems;
import org.yangguang.disclosure.internal.ReplacementTable;
import org.yangguang.organ.OrganId;

/**
 * Notes which normative document took the place of another or changed it, so that readers of either find the other. It is a link
 * between two published documents and says nothing of validity, which is part of what was reviewed.
 */
@Service
public class Replacements {

    private static final Role[] KEEPERS = {Role.DISCLOSURE_OFFICE, Role.DISTRICT_OFFICE};

    /** What the newer document did to the older one. */
    public enum Kind {
        REPEALED,
        AMENDED
    }

    private final PublishedItems items;
    private final NamedItems named;
    private final ReplacementTable table;
    private final VisibilityGate gate;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    Replacements(
            PublishedItems items,
            NamedItems named,
            ReplacementTable table,
            VisibilityGate gate,
            Permissions permissions,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.named = named;
        this.table = table;
        this.gate = gate;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organs whose documents the officer may link. */
    public Set<OrganId> organsOf(Officer officer) {
        return permissions.organsWith(officer, KEEPERS);
    }

    /**
     * Notes that {@code newer} did this to {@code older}. Done twice it stands once.
     *
     * @param older what the officer typed: the address or number of its page, its index number or its document number
     * @param newer the same of the other document
     * @return why it was refused; empty when it stands
     */
    @Transactional
    public List<Reason> note(Officer officer, String older, String newer, Kind kind) {
        Optional<Listed> old = named.typed(older);
        Optional<Listed> recent = named.typed(newer);
        List<Reason> reasons = new ArrayList<>();
        if (old.isEmpty()) {
            reasons.add(Reason.at("older", "disclosure.replacement.refused.unknown", older.strip()));
        } else if (!organsOf(officer).contains(old.get().organ())) {
            reasons.add(Reason.at("older", "disclosure.replacement.refused.notYours"));
        } else if (old.get().validity() == null) {
            reasons.add(Reason.at("older", "disclosure.replacement.refused.notNormative"));
        }
        if (recent.isEmpty()) {
            reasons.add(Reason.at("newer", "disclosure.replacement.refused.unknown", newer.strip()));
        }
        if (old.isPresent() && recent.isPresent()) {
            if (old.get().item().equals(recent.get().item())) {
                reasons.add(Reason.at("newer", "disclosure.replacement.refused.itself"));
            } else if (recent.get().formedOn().isBefore(old.get().formedOn())) {
                reasons.add(Reason.at("newer", "disclosure.replacement.refused.older"));
            }
        }
        if (reasons.isEmpty()) {
            ItemId item = old.orElseThrow().item();
            ItemId by = recent.orElseThrow().item();
            if (table.insert(item, by, kind, officer.name(), clock.instant())) {
                audit.record("document.replacement-noted", subject(item), null, kind + " " + by.value());
            }
        }
        return reasons;
    }

    /** Takes a link away again; what does not stand is left so. */
    @Transactional
    public List<Reason> forget(Officer officer, ItemId older, ItemId newer) {
        Optional<Listed> old = items.find(older, gate.reader());
        if (old.isEmpty() || !organsOf(officer).contains(old.get().organ())) {
            return List.of(Reason.of("disclosure.replacement.refused.notYours"));
        }
        if (table.delete(older, newer)) {
            audit.record("document.replacement-forgotten", subject(older), String.valueOf(newer.value()), null);
        }
        return List.of();
    }

    private static String subject(ItemId item) {
        return "disclosure.item:" + item.value();
    }
}
