package org.yangguang.organ;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yangguang.audit.AuditTrail;
import org.yangguang.organ.internal.OrganSnapshot;
import org.yangguang.organ.internal.OrganTable;
import org.yangguang.organ.internal.OrganTree;

/** Adds, renames and removes regions; each method answers with every reason against it, and with none when it is done. */
@Service
public class RegionRegister {

    private final OrganTable table;
    private final OrganSnapshot snapshot;
    private final OrganOversight oversight;
    private final AuditTrail audit;

    RegionRegister(OrganTable table, OrganSnapshot snapshot, OrganOversight oversight, AuditTrail audit) {
        this.table = table;
        this.snapshot = snapshot;
        this.oversight = oversight;
        this.audit = audit;
    }

    @Transactional
    public List<Remark> add(Region region) {
        snapshot.changing();
        List<Remark> reasons = allowed().map(List::of).orElseGet(() -> reasonsAgainst(region, snapshot.tree()));
        if (reasons.isEmpty()) {
            table.insertRegion(region);
            audit.record("region.added", subject(region.code()), null, region.toString());
        }
        return reasons;
    }

    @Transactional
    public List<Remark> rename(String code, String name) {
        snapshot.changing();
        Region region = snapshot.tree().region(code);
        List<Remark> reasons = new ArrayList<>(allowed().stream().toList());
        if (region == null) {
            reasons.add(Remark.of("organ.refused.region", code));
        }
        if (name.isBlank() || name.length() > 100) {
            reasons.add(Remark.of("organ.refused.region-name"));
        }
        if (reasons.isEmpty() && region != null) {
            table.renameRegion(code, name.strip());
            audit.record("region.renamed", subject(code), region.name(), name.strip());
        }
        return reasons;
    }

    /** A region can go while nothing is in it. */
    @Transactional
    public List<Remark> remove(String code) {
        snapshot.changing();
        OrganTree tree = snapshot.tree();
        List<Remark> reasons = new ArrayList<>(allowed().stream().toList());
        if (tree.region(code) == null) {
            reasons.add(Remark.of("organ.refused.region", code));
        }
        if (tree.all().stream().anyMatch(organ -> organ.regionCode().equals(code))) {
            reasons.add(Remark.of("organ.refused.region-organs"));
        }
        if (tree.regions().stream().anyMatch(region -> code.equals(region.parent()))) {
            reasons.add(Remark.of("organ.refused.region-below"));
        }
        if (reasons.isEmpty()) {
            table.deleteRegion(code);
            audit.record("region.removed", subject(code), code, null);
        }
        return reasons;
    }

    static List<Remark> reasonsAgainst(Region region, OrganTree tree) {
        List<Remark> reasons = new ArrayList<>();
        if (!RegionCode.acceptable(region.code())) {
            reasons.add(Remark.of("organ.refused.region-code"));
        }
        if (tree.region(region.code()) != null) {
            reasons.add(Remark.of("organ.refused.region-taken", region.code()));
        }
        String above = region.parent();
        if (above != null && tree.region(above) == null) {
            reasons.add(Remark.of("organ.refused.region", above));
        } else if (above != null && !RegionCode.within(region.code(), above)) {
            reasons.add(Remark.of("organ.refused.region-within", region.code(), above));
        }
        if (region.name().isBlank() || region.name().length() > 100) {
            reasons.add(Remark.of("organ.refused.region-name"));
        }
        return reasons;
    }

    private Optional<Remark> allowed() {
        return oversight.mayAdministerAll() ? Optional.empty() : Optional.of(Remark.of("organ.refused.not-allowed"));
    }

    private static String subject(String code) {
        return "organ.region:" + code;
    }
}
